// A bar per category for the reference, and a mark on it for every other series.

import { escaped_lines, number } from "./text.js";
import { bottom_axis, look, row_axis } from "./theme.js";

const rounded = (value) => number(value, 2);

// Names stand at the first category, where every bar is longest.
function bar(series, colour) {
  return {
    type: "bar",
    name: series.name,
    data: series.values,
    barWidth: "58%",
    itemStyle: { color: colour("bar") },
    label: {
      show: true,
      position: "insideLeft",
      color: colour("ink"),
      fontSize: 12,
      formatter: ({ dataIndex, value }) =>
        dataIndex === 0 ? `${rounded(value)}  ${series.name}` : `${rounded(value)}`,
    },
  };
}

function points(series, colour) {
  const { colour: fill, symbol } = look(colour, series.role);
  return {
    type: "line",
    name: series.name,
    data: series.values.map((value, index) => [value, index]),
    symbol,
    symbolSize: 10,
    lineStyle: { width: 0 },
    itemStyle: { color: fill, borderColor: colour("paper"), borderWidth: 1 },
    z: 4,
  };
}

/// @param specification  {x: {name}, categories: [text], series: [{name, role, values: [number]}]}, the reference first
export function bars(specification, colour, { width, on_paper }) {
  const [reference, ...others] = specification.series;
  const top = on_paper ? 50 : 34; // for the legend, which takes two lines on paper
  return {
    height: top + 52 + specification.categories.length * (on_paper ? 19 : 34),
    tooltip: {
      trigger: "axis",
      axisPointer: { type: "shadow" },
      formatter: (items) =>
        escaped_lines([
          specification.categories[items[0].dataIndex],
          ...specification.series.map(
            (series) => `${series.name}: ${rounded(series.values[items[0].dataIndex])}`,
          ),
        ]),
    },
    options: {
      legend: {
        data: others.map((series) => series.name),
        left: 0,
        top: 0,
        selectedMode: false,
        itemStyle: { opacity: 1 },
        textStyle: { color: colour("ink"), fontSize: 12 },
      },
      grid: { left: 8, right: 16, top, bottom: 34, containLabel: true },
      xAxis: bottom_axis(colour, specification.x.name),
      yAxis: row_axis(colour, specification.categories, {
        width: width * (on_paper ? 0.36 : 0.3),
        overflow: "break",
      }),
      series: [bar(reference, colour), ...others.map((series) => points(series, colour))],
    },
  };
}
