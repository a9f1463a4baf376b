// Lines over a numeric axis, each with its band as one polygon, marks across, and names at the lines' ends.

import { escaped_lines, number } from "./text.js";
import { bottom_axis, look, value_axis } from "./theme.js";

const rounded = (value) => number(value, 3);

// The band needs one data item only: its corners tell the axes how far it reaches, the drawing uses all its points.
function band(series, colour) {
  const lower = series.points.map(([x, , low]) => [x, low]);
  const upper = series.points.map(([x, , , high]) => [x, high]).reverse();
  const outline = [...lower, ...upper];
  const [xs, ys] = [0, 1].map((dimension) => outline.map((point) => point[dimension]));
  const corners = [Math.min(...xs), Math.min(...ys), Math.max(...xs), Math.max(...ys)];
  return {
    type: "custom",
    name: series.name,
    data: [corners],
    encode: { x: [0, 2], y: [1, 3] },
    clip: true,
    silent: true,
    tooltip: { show: false },
    z: 1,
    renderItem: (_, api) => ({
      type: "polygon",
      shape: { points: outline.map((point) => api.coord(point)) },
      style: { fill: look(colour, series.role).colour, opacity: 0.16 },
    }),
  };
}

function line(series, colour, room) {
  const { colour: stroke, dash, symbol } = look(colour, series.role);
  return {
    type: "line",
    name: series.name,
    data: series.points.map(([x, y]) => [x, y]),
    step: series.step ? "end" : false,
    symbol,
    symbolSize: series.step ? 0 : 6,
    showSymbol: !series.step,
    lineStyle: { color: stroke, type: dash, width: 2.25 },
    itemStyle: { color: stroke },
    labelLayout: { moveOverlap: "shiftY" },
    endLabel: {
      show: true,
      formatter: series.name,
      color: stroke,
      fontSize: 12,
      lineHeight: 15,
      width: room - 12,
      overflow: "break",
      distance: 6,
    },
    z: series.role === "reference" ? 2 : 3,
  };
}

// A series without points that carries the marks: an axis value and a label each.
function marks(specification, colour) {
  const across = (mark, place) => ({
    ...place,
    lineStyle: { color: colour("muted"), type: mark.strong ? "solid" : [4, 4], width: 1 },
    label: {
      formatter: mark.label,
      color: colour("muted"),
      fontSize: 12,
      textBorderColor: colour("paper"),
      textBorderWidth: 3,
      position: place.xAxis === undefined ? "insideStartTop" : "end",
    },
  });
  return {
    type: "line",
    data: [],
    tooltip: { show: false },
    markLine: {
      symbol: "none",
      silent: true,
      data: [
        ...specification.vertical.map((mark) => across(mark, { xAxis: mark.at })),
        ...specification.horizontal.map((mark) => across(mark, { yAxis: mark.at })),
      ],
    },
  };
}

function tip(specification, items) {
  const shown = items.filter((item) => item.seriesType === "line" && item.data);
  const head = `${specification.x.name}: ${shown.length ? rounded(shown[0].data[0]) : ""}`;
  const rows = shown.map((item) => `${item.seriesName}: ${rounded(item.data[1])}`);
  return [head, ...rows];
}

/// @param specification  {x: {name, min, max, tick}, y: {name}, series: [{name, role, step, points: [[x, y, low, high]]}],
///                       vertical and horizontal: [{at, label, strong}]}
export function lines(specification, colour, { width, on_paper }) {
  const room = Math.max(96, Math.min(170, width * 0.2)); // for the names at the ends
  const banded = specification.series.filter((series) => series.points[0]?.length === 4);
  return {
    height: on_paper ? 205 : Math.round(Math.max(280, Math.min(380, width * 0.55))),
    tooltip: { trigger: "axis", formatter: (items) => escaped_lines(tip(specification, items)) },
    options: {
      grid: { left: 8, right: room, top: 52, bottom: 34, containLabel: true },
      xAxis: bottom_axis(colour, specification.x.name, {
        min: specification.x.min,
        max: specification.x.max,
        interval: specification.x.tick,
        splitLine: { show: false },
        axisLine: { show: true, onZero: false, lineStyle: { color: colour("grid") } },
      }),
      yAxis: value_axis(colour, {
        name: specification.y.name,
        nameGap: 30,
        nameTextStyle: { color: colour("muted"), fontSize: 12, align: "left" },
      }),
      series: [
        ...banded.map((series) => band(series, colour)),
        ...specification.series.map((series) => line(series, colour, room)),
        marks(specification, colour),
      ],
    },
  };
}
