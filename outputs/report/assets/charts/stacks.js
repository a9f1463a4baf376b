// Shares that make a whole, one stacked bar a row. A row without values only names those below it.

import { escaped_lines, number } from "./text.js";
import { bottom_axis, row_axis } from "./theme.js";

const rounded = (value) => number(value, 2);

// A part below `least` goes without its number, which would not fit into it.
function segment(specification, part, colour, least) {
  return {
    type: "bar",
    name: specification.names[part],
    stack: "whole",
    data: specification.rows.map((row) => row.values?.[part] ?? null),
    barWidth: "76%",
    itemStyle: {
      color: colour(`part-${part}`),
      borderColor: colour("paper"),
      borderWidth: 1,
    },
    label: {
      show: true,
      color: colour("ink"),
      fontSize: 11,
      formatter: ({ value }) => (value >= least ? rounded(value) : ""),
    },
  };
}

/// @param specification  {x: {name}, names: [text of each part], rows: [{label, values: [number of each part]}]}
export function stacks(specification, colour, { width, on_paper }) {
  const top = on_paper ? 44 : width < 560 ? 52 : 34; // for the legend, which takes two lines there
  const style = (index) => (specification.rows[index].values ? "plain" : "heading");
  return {
    height: top + 44 + specification.rows.length * (on_paper ? 13 : 20),
    tooltip: {
      trigger: "item",
      formatter: ({ dataIndex }) => {
        const row = specification.rows[dataIndex];
        return escaped_lines([
          row.label,
          ...specification.names.map((name, part) => `${name}: ${rounded(row.values[part])}`),
        ]);
      },
    },
    options: {
      legend: {
        data: specification.names,
        left: 0,
        top: 0,
        selectedMode: false,
        itemWidth: 14,
        itemHeight: 10,
        textStyle: { color: colour("ink"), fontSize: 12 },
      },
      grid: { left: 8, right: 16, top, bottom: 34, containLabel: true },
      xAxis: bottom_axis(colour, specification.x.name, { min: 0, max: 100 }),
      yAxis: row_axis(
        colour,
        specification.rows.map((_, index) => String(index)),
        {
          formatter: (_, index) => `{${style(index)}|${specification.rows[index].label}}`,
          rich: {
            heading: { fontWeight: "bold", fontSize: on_paper ? 10 : 12, color: colour("ink") },
            plain: { fontSize: on_paper ? 10 : 12, color: colour("muted") },
          },
          width: width * 0.34,
          overflow: "break",
        },
      ),
      series: specification.names.map((_, part) => segment(specification, part, colour, 3200 / width)),
    },
  };
}
