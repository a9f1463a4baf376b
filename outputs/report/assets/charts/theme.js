// What all charts share: colours of the page's style sheet, dashes that go with them, fonts of the system.

import { number } from "./text.js";

const dashes = {
  reference: "solid",
  first: "solid",
  second: [7, 4],
  third: [2, 3],
  fourth: [10, 3, 2, 3],
};
const symbols = {
  reference: "circle",
  first: "circle",
  second: "diamond",
  third: "rect",
  fourth: "triangle",
};

/// Colours as the style sheet has them for the present scheme and medium.
/// @param element  any element of the page
/// @return function from a name of the style sheet ("ink", "line-first") to its colour
export function colours(element) {
  const style = getComputedStyle(element);
  return (name) => style.getPropertyValue(`--${name}`).trim();
}

/// Colour, dash and symbol of a role ("reference", "first" ... "fourth"): no two roles differ by colour alone.
export function look(colour, role) {
  return { colour: colour(`line-${role}`), dash: dashes[role], symbol: symbols[role] };
}

/// Font list without quotation marks, which would end a style attribute of a saved SVG.
export const fonts =
  "system-ui, Hiragino Sans, Noto Sans CJK JP, Yu Gothic, Meiryo, Segoe UI, Roboto, sans-serif";

/// Axis of numbers with the looks of the page.
/// @param colour   as from colours()
/// @param options  what differs: ECharts axis options
export function value_axis(colour, options) {
  return {
    type: "value",
    nameTextStyle: { color: colour("muted"), fontSize: 12 },
    axisLabel: {
      color: colour("muted"),
      fontSize: 12,
      hideOverlap: true,
      formatter: (value) => number(value, 6),
    },
    axisTick: { show: false },
    axisLine: { show: false },
    splitLine: { lineStyle: { color: colour("grid") } },
    ...options,
  };
}

/// The same, lying below a chart with its name under it.
export function bottom_axis(colour, name, options = {}) {
  return value_axis(colour, { name, nameLocation: "middle", nameGap: 28, ...options });
}

/// Axis of rows from top to bottom.
/// @param rows   one text per row
/// @param label  what differs in the labels: ECharts axisLabel options
export function row_axis(colour, rows, label) {
  return {
    type: "category",
    inverse: true,
    data: rows,
    axisTick: { show: false },
    axisLine: { show: false },
    axisLabel: { color: colour("muted"), fontSize: 12, interval: 0, ...label },
  };
}
