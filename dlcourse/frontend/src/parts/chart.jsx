// A chart: a sentence, the drawing, and the data as a table. If it cannot be drawn, the sentence and the table remain.

import { useEffect, useRef, useState } from "preact/hooks";
import { useId, usePage } from "../wire/page.js";
import { Heading } from "./parts.jsx";
import { DataTable } from "./data_table.jsx";

/**
 * A chart that is drawn when one opens it, under its title.
 * @param {Course.ChartProps & { depth?: number }} props
 */
export function FoldedChart({ title, depth = 1, ...chart }) {
  const [opened, open] = useState(false);
  return (
    <details class="dl-more" onToggle={(event) => event.currentTarget.open && open(true)}>
      <summary><Heading depth={depth}>{title}</Heading></summary>
      {opened && <Chart {...chart} title="" />}
    </details>
  );
}

/**
 * A chart. Without a title, its surroundings name it.
 * @param {Course.ChartProps & { depth?: number }} props
 */
export function Chart({ title, says, label, spec, words, table, depth = 1 }) {
  const id = useId();
  const [place, state] = useDrawing(spec);
  return (
    <figure class="dl-chart" aria-labelledby={title ? id : undefined}>
      <figcaption>
        {title && <Heading depth={depth} id={id}>{title}</Heading>}
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
 * Draws `spec`. Returns a ref for the element to draw into, and how far the drawing is.
 * @param {Record<string, unknown>} spec
 * @returns {[Page.Ref<HTMLDivElement>, "waiting" | "drawn" | "failed"]}
 */
function useDrawing(spec) {
  const { renderer } = usePage();
  const place = useRef(/** @type {HTMLDivElement | null} */ (null));
  const [state, setState] = useState(/** @type {"waiting" | "drawn" | "failed"} */ ("waiting"));
  const text = JSON.stringify(spec); // props are new objects after each message, but only a different chart is drawn
  useEffect(() => {
    if (!place.current) return;
    const wanted = new AbortController();
    begin(place.current, JSON.parse(text), renderer, wanted.signal).then(() => setState("drawn"), () => setState("failed"));
    return () => wanted.abort();
  }, [text]);
  return [place, state];
}

/**
 * Draws in place of the old drawing, until `wanted` is aborted.
 * @param {HTMLElement} place
 * @param {Record<string, unknown>} spec
 * @param {Page.Surroundings["renderer"]} renderer
 * @param {AbortSignal} wanted
 */
async function begin(place, spec, renderer, wanted) {
  const { drawChart } = await renderer();
  if (wanted.aborted) return;
  const { end } = await drawChart(place, spec);
  if (wanted.aborted) return end();
  wanted.addEventListener("abort", end);
}
