// A chart: a sentence, the drawing, and the data as a table. If it cannot be drawn, the sentence and the table remain.

import { useEffect, useRef, useState } from "preact/hooks";
import { useId, usePage } from "../wire/page.js";
import { Heading } from "./parts.jsx";
import { DataTable } from "./data_table.jsx";

/** @param {Course.ChartProps & { depth?: number }} props */
export function Chart({ title, says, label, spec, words, table, depth = 1 }) {
  const id = useId();
  const [place, state] = useDrawing(spec);
  return (
    <figure class="dl-chart" aria-labelledby={id}>
      <figcaption>
        <Heading depth={depth} id={id}>{title}</Heading>
        <p dir="auto">{says}</p>
      </figcaption>
      <div class="dl-drawing" role="img" tabIndex={0} aria-label={label} hidden={state === "failed"}>
        <div aria-hidden="true" ref={place} />
      </div>
      {state !== "drawn" && <p class="dl-quiet" role="status" dir="auto">{words[state]}</p>}
      <DataTable {...table} open={state === "failed"} />
    </figure>
  );
}

/**
 * Draws `spec`, if there is one. Returns a ref for the element to draw into, and how far the drawing is.
 * @param {Record<string, unknown> | null} spec
 * @returns {[Page.Ref<HTMLDivElement>, "waiting" | "drawn" | "failed"]}
 */
function useDrawing(spec) {
  const { renderer } = usePage();
  const place = useRef(/** @type {HTMLDivElement | null} */ (null));
  const [state, setState] = useState(/** @type {"waiting" | "drawn" | "failed"} */ ("waiting"));
  const text = JSON.stringify(spec); // props are new objects after each message, but only a different chart is drawn
  useEffect(() => {
    if (!spec || !place.current) return setState("failed"); // the course could not make the chart
    const wanted = new AbortController();
    begin(place.current, JSON.parse(text), renderer, wanted.signal).then(() => setState("drawn"), () => setState("failed"));
    return () => wanted.abort();
  }, [text]);
  return [place, state];
}

/**
 * Draws next to the old drawing and then replaces it. Follows the available width until `wanted` is aborted.
 * @param {HTMLElement} place
 * @param {Record<string, unknown>} spec
 * @param {Page.Surroundings["renderer"]} renderer
 * @param {AbortSignal} wanted
 */
async function begin(place, spec, renderer, wanted) {
  const { draw } = await renderer();
  if (wanted.aborted) return;
  const el = place.appendChild(document.createElement("div"));
  wanted.addEventListener("abort", () => el.remove());
  const { fit, end } = await draw(el, spec);
  if (wanted.aborted) return end();
  place.replaceChildren(el);
  const follows = new ResizeObserver(fit);
  follows.observe(place);
  wanted.addEventListener("abort", () => {
    follows.disconnect();
    end();
  });
}
