// Draws every figure of the page from the JSON beside it, and draws it anew when its width or the colour scheme changes. A figure of the language that is not shown has no width and is drawn when it gets one.

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
  const drawings = [...drawn.keys()];
  for (const drawing of drawings) {
    drawn.get(drawing).chart.dispose();
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
matchMedia("(prefers-color-scheme: dark)").addEventListener("change", redraw_all);
// Paper is light and has its own width. Charts have colour and width in them, so they are drawn anew before the browser
// lays out the print.
for (const [event, on_paper] of [
  ["beforeprint", true],
  ["afterprint", false],
]) {
  addEventListener(event, () => {
    document.documentElement.classList.toggle("on-paper", on_paper);
    redraw_all();
  });
}
document.querySelectorAll("table.sortable").forEach(make_sortable);
