const entities = { "&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;" };
const escaped = (text) => String(text).replace(/[&<>"]/g, (character) => entities[character]);

/// A number as the page prints it: a few significant digits and a true minus sign.
export function number(value, digits) {
  return String(Number(value.toPrecision(digits))).replace("-", "\u2212");
}

/// Lines of plain text as the markup that a tooltip takes; names may hold "<A&B>".
export function escaped_lines(lines) {
  return lines.map(escaped).join("<br>");
}
