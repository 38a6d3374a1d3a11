// Draws Vega-Lite specifications as SVG. This is a separate bundle, which is loaded when a page first shows a chart.
// Expressions are interpreted and not compiled, because `script-src 'self'` forbids compiling. Nothing is fetched.

import { None, View, loader, parse } from "vega";
import { expressionInterpreter } from "vega-interpreter";
import { compile } from "vega-lite";

const refuse = () => Promise.reject(new Error("A chart contains its data and fetches nothing."));
const NOWHERE = Object.assign(loader(), { load: refuse, sanitize: refuse, http: refuse, file: refuse });

/**
 * Draws into `el`, as wide as it is now. Returns `fit`, which adapts the drawing to a new width, and `end`, which removes it.
 * @param {HTMLElement} el
 * @param {any} spec a Vega-Lite specification
 */
export async function draw(el, spec) {
  const program = parse(compile(spec).spec, undefined, { ast: true });
  const options = /** @type {import("vega").ViewOptions} */ ({ renderer: "svg", expr: expressionInterpreter, loader: NOWHERE, logLevel: None });
  const view = new View(program, options);
  await view.initialize(el).runAsync();
  const fit = () => spec.width === "container" && el.clientWidth && view.width(el.clientWidth).runAsync();
  return { fit, end: () => view.finalize() };
}
