// A button that saves the chart as an SVG file.

const namespace = "http://www.w3.org/2000/svg";

function standalone(drawing) {
  const svg = drawing.querySelector("svg").cloneNode(true);
  svg.setAttribute("xmlns", namespace);
  const title = document.createElementNS(namespace, "title");
  title.textContent = drawing.getAttribute("aria-label");
  svg.prepend(title);
  return new XMLSerializer().serializeToString(svg);
}

/// @param drawing  element of a chart; the figure around it has a button of class "save"
export function offer_download(drawing) {
  const button = drawing.closest("figure").querySelector("button.save");
  button.addEventListener("click", () => {
    const address = URL.createObjectURL(new Blob([standalone(drawing)], { type: "image/svg+xml" }));
    const link = document.createElement("a");
    link.href = address;
    link.download = `${drawing.dataset.name}.svg`;
    link.click();
    URL.revokeObjectURL(address);
  });
}
