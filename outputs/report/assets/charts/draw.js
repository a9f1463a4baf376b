// One chart: the options that all kinds share, around those of its kind.

import * as echarts from "echarts/core";
import { BarChart, CustomChart, LineChart } from "echarts/charts";
import {
  AriaComponent,
  GridComponent,
  LegendComponent,
  MarkLineComponent,
  TooltipComponent,
} from "echarts/components";
import { LabelLayout } from "echarts/features";
import { SVGRenderer } from "echarts/renderers";
import { bars } from "./bars.js";
import { intervals } from "./intervals.js";
import { lines } from "./lines.js";
import { plane } from "./plane.js";
import { stacks } from "./stacks.js";
import { colours, fonts } from "./theme.js";

echarts.use([
  AriaComponent,
  BarChart,
  CustomChart,
  GridComponent,
  LabelLayout,
  LegendComponent,
  LineChart,
  MarkLineComponent,
  SVGRenderer,
  TooltipComponent,
]);

const kinds = { bars, intervals, lines, plane, stacks };

const paper_scale = 0.78;

// On paper a chart is drawn larger than its place and shrunk into it, so that its words shrink as well.
function shrink(drawing, width, height) {
  const svg = drawing.querySelector("svg");
  svg.setAttribute("viewBox", `0 0 ${width} ${height}`);
  drawing.style.height = `${height * paper_scale}px`;
  for (const element of [drawing.firstElementChild, svg]) {
    element.style.height = `${height * paper_scale}px`;
    element.style.width = `${width * paper_scale}px`;
  }
}

/// Draws a specification into an element.
/// @param drawing        element of the page; its aria-label is the chart's description
/// @param specification  {kind, ...}: what the page's program wrote beside the element
/// @return the ECharts instance
export function draw(drawing, specification) {
  const colour = colours(drawing);
  const on_paper = document.documentElement.classList.contains("on-paper");
  const width = drawing.clientWidth / (on_paper ? paper_scale : 1);
  const kind = kinds[specification.kind](specification, colour, { width, on_paper });
  drawing.style.height = `${kind.height}px`;
  const chart = echarts.init(drawing, null, { renderer: "svg", width, height: kind.height });
  chart.setOption({
    animation: false,
    aria: { enabled: true, label: { description: drawing.getAttribute("aria-label") } },
    textStyle: { fontFamily: fonts, color: colour("ink") },
    tooltip: {
      confine: true,
      backgroundColor: colour("paper"),
      borderColor: colour("grid"),
      textStyle: { color: colour("ink"), fontSize: 13 },
      ...kind.tooltip,
    },
    ...kind.options,
  });
  if (on_paper) {
    shrink(drawing, width, kind.height);
  }
  return chart;
}
