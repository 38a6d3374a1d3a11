// Draws Vega-Lite specifications as SVG. This is a separate bundle, which is loaded when a page first shows a chart.
// Expressions are interpreted and not compiled, because `script-src 'self'` forbids compiling. Nothing is fetched.

import { None, View, loader, parse } from "vega";
import { expressionInterpreter } from "vega-interpreter";
import { compile } from "vega-lite";

const refuse = () => Promise.reject(new Error("A chart contains its data and fetches nothing."));
const NOWHERE = Object.assign(loader(), { load: refuse, sanitize: refuse, http: refuse, file: refuse });
const DATA = new Set(["data", "datasets", "usermeta"]);

/** The share of a chart's width that the names beside it may take at most. On a phone, the bars need the rest. */
const NAMES = 0.4;

/** How a drawing waits that replaces another one: as wide as its place, and seen by nobody. */
const UNSEEN = { position: "absolute", width: "100%", height: "0", overflow: "hidden" };

/**
 * Draws a Vega-Lite specification into `el`, in place of what is there. What is there stays until the drawing is complete,
 * so nothing jumps. A chart as wide as its container follows the width of `el`. Returns `end`, which stops that and
 * removes the drawing.
 * @param {HTMLElement} el
 * @param {any} spec
 */
export async function drawChart(el, spec) {
  const place = document.createElement("div");
  const fits = spec.width === "container";
  const shown = inTokens(fits ? withShortNames(spec) : spec);
  const program = parse(compile(shown).spec, undefined, { ast: true });
  const options = /** @type {import("vega").ViewOptions} */ ({ renderer: "svg", expr: expressionInterpreter, loader: NOWHERE, logLevel: None });
  const view = new View(program, options);
  const old = [...el.children];
  if (old.length) Object.assign(place.style, UNSEEN), (el.style.position = "relative");
  el.append(place); // its width counts, so it is in the page before it is drawn
  await view.initialize(place).runAsync().catch((fault) => {
    place.remove();
    throw fault;
  });
  for (const each of old) each.remove();
  place.removeAttribute("style");
  const fit = () => fits && place.clientWidth && view.width(place.clientWidth).runAsync();
  const follows = new ResizeObserver(fit);
  follows.observe(el);
  const end = () => {
    follows.disconnect();
    view.finalize();
    place.remove();
  };
  return { end };
}

/**
 * The specification with the colors of the course as names of tokens, so that the drawing is light or dark like its
 * page. Which color has which name is in the specification, under `usermeta.tokens`; see charts/theme.py.
 * @param {any} spec
 */
function inTokens(spec) {
  const tokens = spec.usermeta?.tokens;
  return tokens ? renamed(spec, tokens) : spec;
}

/**
 * @param {any} part
 * @param {Record<string, string>} tokens
 * @returns {any}
 */
function renamed(part, tokens) {
  if (typeof part === "string") return Object.hasOwn(tokens, part) ? tokens[part] : part;
  return ofParts(part, (each) => renamed(each, tokens));
}

/**
 * The specification; names beside an axis have as much room as it says, or less if the chart is narrow.
 * @param {any} part
 * @returns {any}
 */
function withShortNames(part) {
  const limit = part?.axis?.labelLimit;
  const rest = ofParts(part, withShortNames);
  if (typeof limit !== "number") return rest;
  return { ...rest, axis: { ...rest.axis, labelLimit: { expr: `min(${limit}, ${NAMES} * containerSize()[0])` } } };
}

/**
 * What `change` makes of each part of a specification, besides its data.
 * @param {any} whole
 * @param {(part: any) => any} change
 * @returns {any}
 */
function ofParts(whole, change) {
  if (Array.isArray(whole)) return whole.map(change);
  if (whole === null || typeof whole !== "object") return whole;
  return Object.fromEntries(Object.entries(whole).map(([name, part]) => [name, DATA.has(name) ? part : change(part)]));
}
