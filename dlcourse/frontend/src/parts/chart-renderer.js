// Draws Vega-Lite specifications as SVG. A bundle of its own, fetched when a page first shows a chart and then kept by
// the browser. Expressions are interpreted, never compiled, so that `script-src 'self'` can stand; nothing is fetched.

import { None, View, loader, parse } from "vega";
import { expressionInterpreter } from "vega-interpreter";
import { compile } from "vega-lite";

const refuse = () => Promise.reject(new Error("A chart brings its data along; it fetches nothing."));
const NOWHERE = Object.assign(loader(), { load: refuse, sanitize: refuse, http: refuse, file: refuse });

/**
 * Draws into `el`, as wide as it is now. Returns what follows its width, and what takes the drawing away.
 * @param {HTMLElement} el
 * @param {any} spec a specification in Vega-Lite's own words
 */
export async function draw(el, spec) {
  const program = parse(compile(spec).spec, undefined, { ast: true });
  const options = /** @type {import("vega").ViewOptions} */ ({ renderer: "svg", expr: expressionInterpreter, loader: NOWHERE, logLevel: None });
  const view = new View(program, options);
  await view.initialize(el).runAsync();
  const fit = () => spec.width === "container" && el.clientWidth && view.width(el.clientWidth).runAsync();
  return { fit, end: () => view.finalize() };
}
