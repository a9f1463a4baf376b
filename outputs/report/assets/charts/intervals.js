// Differences with their intervals, one row each, around a zero line. Rows are named by headings on a narrow page.

import { escaped_lines, number } from "./text.js";
import { bottom_axis, look, row_axis } from "./theme.js";

const rounded = (value) => number(value, 2);

function whisker(api, row, colour, narrow) {
  const { colour: stroke, dash, symbol } = look(colour, row.role);
  const [lower, value, upper] = [0, 1, 2].map((dimension) =>
    api.coord([api.value(dimension), api.value(3)]),
  );
  const y = value[1] + (narrow ? 10 : 0);
  const bar = (from, to, width, type) => ({
    type: "line",
    shape: { x1: from, y1: y, x2: to, y2: y },
    style: { stroke, lineWidth: width, lineDash: type === "solid" ? null : type },
  });
  const end = (x) => ({
    type: "line",
    shape: { x1: x, y1: y - 5, x2: x, y2: y + 5 },
    style: { stroke, lineWidth: 1.5 },
  });
  const inner = (row.inner ?? []).map((edge) => api.coord([edge, api.value(3)])[0]);
  const heart = {
    circle: { type: "circle", shape: { cx: value[0], cy: y, r: 5 } },
    rect: { type: "rect", shape: { x: value[0] - 4.5, y: y - 4.5, width: 9, height: 9 } },
    diamond: diamond(value[0], y),
    triangle: triangle(value[0], y),
  }[symbol];
  return {
    type: "group",
    children: [
      bar(lower[0], upper[0], 1.75, dash),
      end(lower[0]),
      end(upper[0]),
      ...(inner.length === 2 ? [bar(inner[0], inner[1], 5, "solid")] : []),
      { ...heart, style: { fill: stroke, stroke: colour("paper"), lineWidth: 1 } },
    ],
  };
}

const corners = (points) => ({ type: "polygon", shape: { points } });
const diamond = (x, y) =>
  corners([
    [x, y - 6],
    [x + 6, y],
    [x, y + 6],
    [x - 6, y],
  ]);
const triangle = (x, y) =>
  corners([
    [x, y - 6],
    [x + 6, y + 5],
    [x - 6, y + 5],
  ]);

/// @param specification  {x: {name}, rows: [{label, heading, role, value, lower, upper, inner: [low, high] or null}]};
///                       a row with a heading and no value only names those below it
export function intervals(specification, colour, { width, on_paper }) {
  const narrow = width < 560 && !on_paper;
  const row_height = narrow ? 42 : on_paper ? 17 : 28;
  const rows = specification.rows;
  const filled = rows.flatMap((row, index) => (row.value === undefined ? [] : [{ row, index }]));
  const style = (index) => (rows[index].value === undefined ? "heading" : "plain");
  return {
    height: 50 + rows.length * row_height,
    tooltip: {
      trigger: "item",
      formatter: ({ dataIndex }) => {
        const { row } = filled[dataIndex];
        const interval = [row.lower, row.upper].map(rounded).join(" – ");
        return escaped_lines([row.full, `${rounded(row.value)} (${interval})`]);
      },
    },
    options: {
      grid: { left: 8, right: 16, top: 8, bottom: 34, containLabel: true },
      xAxis: bottom_axis(colour, specification.x.name),
      yAxis: row_axis(
        colour,
        rows.map((_, index) => String(index)),
        {
          formatter: (_, index) => `{${style(index)}|${rows[index].label}}`,
          rich: {
            heading: {
              fontWeight: "bold",
              fontSize: on_paper ? 10 : 12,
              color: colour("ink"),
              ...(on_paper ? { lineHeight: 10 } : {}),
            },
            plain: { fontSize: 12, color: colour("muted") },
          },
          ...(narrow
            ? { inside: true, margin: 0, verticalAlign: "bottom" }
            : { width: width * (on_paper ? 0.46 : 0.36), overflow: "break" }),
        },
      ),
      series: [
        {
          type: "custom",
          data: filled.map(({ row, index }) => [row.lower, row.value, row.upper, index]),
          encode: { x: [0, 1, 2], y: 3 },
          renderItem: ({ dataIndex }, api) =>
            whisker(api, filled[dataIndex].row, colour, narrow),
          markLine: {
            symbol: "none",
            silent: true,
            label: { show: false },
            lineStyle: { color: colour("ink"), type: "solid", width: 1 },
            data: [{ xAxis: 0 }],
          },
          z: 3,
        },
      ],
    },
  };
}
