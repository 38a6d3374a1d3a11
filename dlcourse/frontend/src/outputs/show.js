// The results of cells on a session page that are not pages of the course: tables, charts, widgets, pictures, text.
// Jupyter's own front end draws them. This bundle is loaded when the first such result arrives, and it fetches the rest
// (widgets, formulas, charts) when an output needs it. Scripts in outputs never run.

import { withOutput } from "./output_list.js";
import { Drawing } from "./drawing.js";
import { Links } from "./links.js";
import { keepNamed } from "./names.js";

/** @typedef {{ [kind: string]: any }} Output an output as notebooks store it, or `{ html }` made by the course itself */
/** @typedef {Record<string, import("./manager.js").Model>} Models widgets by their ids, as notebooks store them */
/** @typedef {{ outputs: Output[], widgets?: Models }} CellResult */

/** @type {WeakMap<import("./links.js").Kernel, Links>} */
const known = new WeakMap();

/** @param {import("./links.js").Kernel} kernel */
function linksOf(kernel) {
  const links = known.get(kernel) ?? new Links(kernel);
  known.set(kernel, links);
  return links;
}

/**
 * Shows the outputs of a cell in `place`, instead of what was there.
 * @param {HTMLElement} place
 * @param {CellResult} result
 * @param {import("./links.js").Kernel} kernel the kernel of the page; see kernel.js
 */
export async function show(place, { outputs, widgets = {} }, kernel) {
  const links = linksOf(kernel);
  await styled();
  await links.know(widgets);
  if (!place.classList.contains("dl-outputs")) keepNamed(place); // for as long as the page is open
  place.classList.add("dl-outputs");
  await new Drawing(place, links, { folded: true }).draw(joined(outputs));
}

/**
 * The outputs with all printed text in a row as one.
 * @param {Output[]} outputs
 */
const joined = (outputs) => outputs.map((output) => (output.output_type === "stream" ? { ...output, name: "" } : output)).reduce(withOutput, /** @type {Output[]} */ ([]));

/** Loads the styles of Jupyter's outputs, once. */
function styled() {
  const address = new URL("outputs.css", import.meta.url).href;
  if (document.querySelector(`link[href="${address}"]`)) return undefined;
  const link = Object.assign(document.createElement("link"), { rel: "stylesheet", href: address });
  return new Promise((resolve) => {
    link.onload = link.onerror = resolve;
    document.head.append(link);
  });
}
