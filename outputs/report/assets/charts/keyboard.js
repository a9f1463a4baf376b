// Arrow keys step through the points of a focused chart, Escape leaves them.

const steps = { ArrowRight: 1, ArrowDown: 1, ArrowLeft: -1, ArrowUp: -1 };

function longest_series(chart) {
  const lengths = chart.getOption().series.map((series) => series.data.length);
  const length = Math.max(...lengths);
  return { seriesIndex: lengths.indexOf(length), length };
}

/// @param drawing  focusable element of a chart
/// @param chart    function that returns its ECharts instance, or nothing while it is not drawn
export function follow_keys(drawing, chart) {
  let place = -1;
  const hide = () => {
    place = -1;
    chart()?.dispatchAction({ type: "hideTip" });
  };
  drawing.addEventListener("blur", hide);
  drawing.addEventListener("keydown", (event) => {
    if (event.key === "Escape") {
      hide();
    }
    if (!(event.key in steps) || !chart()) {
      return;
    }
    event.preventDefault();
    const { seriesIndex, length } = longest_series(chart());
    place = Math.min(Math.max(place + steps[event.key], 0), length - 1);
    chart().dispatchAction({ type: "showTip", seriesIndex, dataIndex: place });
  });
}
