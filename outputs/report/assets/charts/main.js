// Draws every figure of the page from the JSON beside it, and draws it anew when its width, the colour scheme or the
// medium changes. A figure of the language that is not shown has no width and is drawn when it gets one.

import { draw } from "./draw.js";
import { follow_keys } from "./keyboard.js";
import { offer_download } from "./download.js";
import { make_sortable } from "./sort.js";

const drawn = new Map(); // drawing element -> {chart, width}

function refresh(drawing) {
  const width = drawing.clientWidth;
  const known = drawn.get(drawing);
  if (width === 0 || (known && known.width === width)) {
    return;
  }
  known?.chart.dispose();
  const specification = JSON.parse(drawing.parentElement.querySelector("script").textContent);
  const chart = draw(drawing, specification);
  drawn.set(drawing, { chart, width });
}

function redraw_all() {
  for (const [drawing, { chart }] of drawn) {
    chart.dispose();
    drawn.delete(drawing);
    refresh(drawing);
  }
}

// Drawing changes heights, which an observer must not do while it reports sizes.
const sizes = new ResizeObserver((entries) => {
  requestAnimationFrame(() => entries.forEach((entry) => refresh(entry.target)));
});

document.documentElement.classList.add("with-charts");
for (const drawing of document.querySelectorAll(".drawing")) {
  follow_keys(drawing, () => drawn.get(drawing)?.chart);
  offer_download(drawing);
  refresh(drawing);
  sizes.observe(drawing);
}
for (const medium of ["(prefers-color-scheme: dark)", "print"]) {
  matchMedia(medium).addEventListener("change", redraw_all);
}
document.querySelectorAll("table.sortable").forEach(make_sortable);
