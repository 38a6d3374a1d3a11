// An Altair chart in a notebook cell, in JupyterLab and in Voila. Neither of them can draw the charts of Altair 6 without
// a network. The model has the specification, the words to say where it cannot be drawn, and hands over what draws.

import { fromAddress, fromKernel, hasAddress } from "../wire/chart_loader.js";

/** @param {{ model: Page.Model, el: HTMLElement }} view */
function render({ model, el }) {
  const renderer = hasAddress() ? fromAddress : () => fromKernel(model);
  const place = document.createElement("div");
  const status = document.createElement("p");
  status.setAttribute("role", "status");
  el.classList.add("dlcourse", "dl-cell-chart");
  el.replaceChildren(place, status);
  let [gone, waiting] = [false, Promise.resolve()];
  /** @type {Page.Drawn | undefined} */
  let drawn;

  /** Draws the specification as it is now; the drawing before stays until this one is complete. */
  async function draw() {
    if (gone) return;
    if (!drawn) status.textContent = model.get("words").waiting;
    const made = await renderer().then(({ drawChart }) => drawChart(place, model.get("spec")));
    drawn?.end();
    drawn = made;
    status.textContent = "";
    if (gone) made.end();
  }
  const next = () => (waiting = waiting.then(draw).catch(() => void (status.textContent = model.get("words").failed)));
  model.on("change:spec", next);
  next();
  return () => {
    gone = true;
    model.off("change:spec", next);
    drawn?.end();
  };
}

export default { render };
