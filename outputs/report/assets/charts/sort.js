// Lets the reader sort a table by any of its columns; a second press turns the order round.

const value_of = (row, column) => {
  const cell = row.cells[column];
  const data = cell.querySelector("data");
  return data ? Number(data.value) : cell.textContent.trim();
};

const compare = (one, other) =>
  typeof one === "number" && typeof other === "number"
    ? one - other
    : String(one).localeCompare(String(other));

/// @param table  one row of headings, the rest data; numbers stand in <data value>
export function make_sortable(table) {
  const headings = [...table.tHead.rows[0].cells];
  headings.forEach((heading, column) => {
    const button = document.createElement("button");
    button.type = "button";
    button.append(...heading.childNodes);
    heading.append(button);
    button.addEventListener("click", () => {
      const falling = heading.getAttribute("aria-sort") === "ascending";
      headings.forEach((other) => other.removeAttribute("aria-sort"));
      heading.setAttribute("aria-sort", falling ? "descending" : "ascending");
      const rows = [...table.tBodies[0].rows].sort((one, other) =>
        compare(value_of(one, column), value_of(other, column)),
      );
      table.classList.add("sorted");
      table.tBodies[0].append(...(falling ? rows.reverse() : rows));
    });
  });
}
