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

const kinds = { bars, intervals, lines };

/// Draws a specification into an element.
/// @param drawing        element of the page; its aria-label is the chart's description
/// @param specification  {kind, ...}: what the page's program wrote beside the element
/// @return the ECharts instance
export function draw(drawing, specification) {
  const colour = colours(drawing);
  const width = drawing.clientWidth;
  const on_paper = document.documentElement.classList.contains("on-paper");
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
  return chart;
}
