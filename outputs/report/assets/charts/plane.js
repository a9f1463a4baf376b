// Points on a plane, each with its interval in both directions, around the point where nothing changes.

import { escaped_lines, number } from "./text.js";
import { bottom_axis, look, value_axis } from "./theme.js";

const rounded = (value) => number(value, 2);

// [value, lower, upper] of both directions, as one item that the axes make room for.
function cross(point, colour) {
  const { colour: stroke, dash } = look(colour, point.role);
  const style = { stroke, lineWidth: 1.75, lineDash: dash === "solid" ? null : dash };
  const bar = ([x1, y1], [x2, y2]) => ({ type: "line", shape: { x1, y1, x2, y2 }, style });
  return {
    type: "custom",
    name: point.name,
    data: [[...point.x, ...point.y]],
    encode: { x: [0, 1, 2], y: [3, 4, 5] },
    silent: true,
    tooltip: { show: false },
    renderItem: (_, api) => {
      const [x, left, right] = point.x;
      const [y, low, high] = point.y;
      return {
        type: "group",
        children: [
          bar(api.coord([left, y]), api.coord([right, y])),
          bar(api.coord([x, low]), api.coord([x, high])),
        ],
      };
    },
  };
}

function heart(point, colour) {
  const { colour: fill, symbol } = look(colour, point.role);
  return {
    type: "line",
    name: point.name,
    data: [[point.x[0], point.y[0]]],
    symbol,
    symbolSize: 11,
    showSymbol: true,
    itemStyle: { color: fill, borderColor: colour("paper"), borderWidth: 1 },
    label: {
      show: true,
      formatter: point.name,
      position: [14, -14], // clear of its own intervals
      color: fill,
      fontSize: 12,
      textBorderColor: colour("paper"),
      textBorderWidth: 3,
    },
    labelLayout: { moveOverlap: "shiftY", hideOverlap: false },
    z: 4,
  };
}

/// @param specification  {x: {name}, y: {name}, points: [{name, role, x: [value, lower, upper], y: [...]}]}
export function plane(specification, colour, { width, on_paper }) {
  const axis = {
    splitNumber: 4,
    boundaryGap: ["8%", "12%"],
    axisLine: { show: false, onZero: false },
  };
  const points = specification.points;
  const interval = ([value, lower, upper]) =>
    `${rounded(value)} (${rounded(lower)} – ${rounded(upper)})`;
  return {
    height: on_paper ? 250 : Math.round(Math.max(260, Math.min(340, width * 0.5))),
    tooltip: {
      trigger: "item",
      formatter: ({ seriesName }) => {
        const point = points.find(({ name }) => name === seriesName);
        return escaped_lines([
          point.name,
          `${specification.x.name}: ${interval(point.x)}`,
          `${specification.y.name}: ${interval(point.y)}`,
        ]);
      },
    },
    options: {
      grid: { left: 8, right: Math.min(110, width * 0.25), top: 44, bottom: 34, containLabel: true },
      xAxis: bottom_axis(colour, specification.x.name, axis),
      yAxis: value_axis(colour, {
        name: specification.y.name,
        nameGap: 22,
        nameTextStyle: { color: colour("muted"), fontSize: 12, align: "left" },
        ...axis,
      }),
      series: [
        {
          type: "line",
          data: [],
          tooltip: { show: false },
          markLine: {
            symbol: "none",
            silent: true,
            label: { show: false },
            lineStyle: { color: colour("muted"), type: "solid", width: 1 },
            data: [{ xAxis: 0 }, { yAxis: 0 }],
          },
        },
        ...points.map((point) => cross(point, colour)),
        ...points.map((point) => heart(point, colour)),
      ],
    },
  };
}
