// Draws one output, by the best of the kinds in which it was sent. The order is Jupyter's. HTML is cleaned as in a
// notebook that is not trusted.

import { Sanitizer } from "@jupyterlab/apputils";
import { renderHTML, renderImage, renderLatex, renderMarkdown, renderText } from "@jupyterlab/rendermime";
import { marked } from "marked";
import { typesetter } from "./formulas.js";

/** @typedef {import("./show.js").Output} Output */
/** @typedef {import("./links.js").Links} Links */
/** @typedef {(() => void)[]} Ends functions that end what a drawing keeps going */
/** @typedef {(place: HTMLElement, source: any, metadata: any, links: Links) => Promise<Ends | void> | void} Draws */

const sanitizer = new Sanitizer();
const text = (/** @type {unknown} */ source) => (Array.isArray(source) ? source.join("") : String(source));
const markdownParser = { render: async (/** @type {string} */ source) => marked.parse(source) };
const common = { trusted: false, resolver: null, linkHandler: null, shouldTypeset: true, latexTypesetter: typesetter, sanitizer };

/** @type {Draws} */
const widget = async (place, { model_id }, _, links) => [await (await links.manager).show(place, model_id)];

/** @type {Draws} */
const html = (place, source) => renderHTML({ ...common, host: classed(place, "jp-RenderedHTMLCommon"), source: text(source) });

/** @type {Draws} */
const markdown = (place, source) =>
  renderMarkdown({ ...common, host: classed(place, "jp-RenderedHTMLCommon prose"), source: text(source), markdownParser });

/** @type {Draws} */
const latex = (place, source) => renderLatex({ ...common, host: classed(place, "jp-RenderedLatex"), source: text(source) });

/** @type {Draws} */
const plain = (place, source) => renderText({ host: classed(place, "jp-RenderedText"), source: text(source), sanitizer });

/** A picture in an image element runs nothing. @type {Draws} */
const svg = (place, source) =>
  place.append(Object.assign(new Image(), { src: `data:image/svg+xml,${encodeURIComponent(text(source))}`, alt: "" }));

/** @param {string} mimeType @returns {Draws} */
const image = (mimeType) => (place, source, metadata) =>
  renderImage({ ...metadata?.[mimeType], host: place, mimeType, source: text(source) });

/** @type {Draws} */
async function chart(place, spec) {
  const { drawChart } = await import(new URL("chart-renderer.js", import.meta.url).href);
  return [(await drawChart(place, spec)).end];
}

const IMAGES = ["image/png", "image/jpeg", "image/gif", "image/webp", "image/bmp"];
/** @type {[RegExp | string, Draws][]} */
const KINDS = [
  [/^application\/vnd\.vegalite\.v\d+(\.\d+)*[.+]json$/, chart], // before the widget that draws it where nothing else can
  ["application/vnd.jupyter.widget-view+json", widget],
  ["text/html", html],
  ["text/markdown", markdown],
  ["text/latex", latex],
  ["image/svg+xml", svg],
  ...IMAGES.map((kind) => /** @type {[string, Draws]} */ ([kind, image(kind)])),
  ["text/plain", plain],
];

/**
 * How to draw this output, and of what.
 * @param {Record<string, any>} data by kind
 * @returns {[Draws, any] | undefined}
 */
function best(data) {
  for (const [kind, draws] of KINDS) {
    const found = Object.keys(data).find((each) => (kind instanceof RegExp ? kind.test(each) : kind === each));
    if (found !== undefined) return [draws, data[found]];
  }
  return undefined;
}

/**
 * Draws an output into its place. Returns functions that end what goes on there.
 * @param {HTMLElement} place
 * @param {Output} output
 * @param {Links} links
 * @param {{ folded: boolean }} how
 * @returns {Promise<Ends>}
 */
export async function drawOutput(place, output, links, { folded }) {
  if ("html" in output) place.innerHTML = output.html; // a page of the course
  else if (output.output_type === "error") await failed(place, output);
  else if (output.output_type === "stream") await printed(place, output, folded);
  else return bundle(place, output, links);
  return [];
}

/** @param {HTMLElement} place @param {Output} output @param {Links} links @returns {Promise<Ends>} */
async function bundle(place, output, links) {
  const ends = await shown(place, output, links);
  const id = output.transient?.display_id;
  if (!id) return ends;
  const redraw = async (/** @type {Output} */ newer) => {
    for (const end of ends.splice(0)) end();
    place.replaceChildren();
    ends.push(...(await shown(place, newer, links)));
  };
  return [links.display(id, redraw), () => ends.forEach((end) => end())];
}

/** @param {HTMLElement} place @param {Output} output @param {Links} links @returns {Promise<Ends>} */
async function shown(place, { data, metadata = {} }, links) {
  const [draws, source] = best(data) ?? [];
  try {
    return (await draws?.(place, source, metadata, links)) ?? [];
  } catch (fault) {
    console.warn(fault); // a widget of another front end, or one that is closed: its text says what it is
    if (data["text/plain"]) await plain(place, data["text/plain"], metadata, links);
    return [];
  }
}

/** @param {HTMLElement} place @param {Output} output @param {boolean} folded */
async function printed(place, output, folded) {
  await renderText({ host: classed(folded ? filled(place, "printed") : place, "jp-RenderedText"), source: text(output.text), sanitizer });
}

/**
 * Says that something failed, and why, if the course can tell. Only the pages of those who facilitate have a place for the
 * details.
 * @param {HTMLElement} place
 * @param {Output} output
 */
async function failed(place, { traceback = [], says = "" }) {
  const detail = filled(place, "cell-failed");
  const [line, { why = "" }] = [detail.querySelector("p")?.firstChild, document.getElementById("cell-failed")?.dataset ?? {}];
  if (says && line) line.textContent = `${why.replace("{why}", () => says)} `;
  if (!traceback.length || !document.getElementById("traceback")) return;
  await renderText({ host: classed(filled(detail, "traceback"), "jp-RenderedText"), source: traceback.join("\n"), sanitizer });
}

/**
 * Adds what a template of the page holds. Returns the element in it that is to be filled.
 * @param {HTMLElement} place
 * @param {string} name
 */
function filled(place, name) {
  const found = /** @type {HTMLTemplateElement} */ (document.getElementById(name));
  place.append(found.content.cloneNode(true));
  const last = /** @type {HTMLElement} */ (place.lastElementChild);
  return /** @type {HTMLElement} */ (last.querySelector(".text") ?? last);
}

/** @param {HTMLElement} place @param {string} names */
function classed(place, names) {
  place.classList.add(...names.split(" "));
  return place;
}
