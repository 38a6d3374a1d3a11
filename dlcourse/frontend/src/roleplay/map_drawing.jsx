// The drawing of the map of ways. Each scene is a button; Tab reaches one of them, and the arrow keys move to the others.

import { useLayoutEffect, useRef, useState } from "preact/hooks";
import { neighbour } from "../parts/neighbour.js";
import { plain } from "../wire/page.js";
import { Html } from "../parts/parts.jsx";
import { RING, boxHeight, boxWidth, height, lines, middle } from "./map_geometry.js";

const WIDE = 34; // em: from here on the wide drawing is shown

/**
 * `shown` is the number of the attempt whose line stands out, or 0 for all of them; `picked` is the place of a scene, or -1.
 * @param {Pick<Course.PathMapProps, "stops" | "drawings" | "words"> & { shown: number, picked: number, onPick: (at: number) => void }} props
 */
export function MapDrawing({ stops, drawings, shown, picked, onPick, words }) {
  const box = useRef(/** @type {HTMLDivElement | null} */ (null));
  const [{ width, em }, measure] = useState({ width: 0, em: 16 });
  useLayoutEffect(() => {
    const { current } = box;
    if (!current) return;
    const look = () => measure({ width: current.clientWidth, em: parseFloat(getComputedStyle(current).fontSize) });
    look();
    const watch = new ResizeObserver(look);
    watch.observe(current);
    return () => watch.disconnect();
  }, []);
  const drawing = drawings[width >= WIDE * em ? 1 : 0];
  const size = { width, em, columns: drawing.width, rows: drawing.rows };
  return (
    <div class="dl-map-drawing" role="group" aria-label={words.label} ref={box} style={{ height: `${height(size)}px` }}>
      {width > 0 && <Lines stops={stops} drawing={drawing} shown={shown} size={size} />}
      {width > 0 && <Scenes stops={stops} drawing={drawing} shown={shown} picked={picked} onPick={onPick} size={size} />}
    </div>
  );
}

/** @typedef {{ stops: Course.StopProps[], drawing: Course.MapDrawing, shown: number, size: import("./map_geometry.js").Size }} OnMap */

/** @param {OnMap} props */
function Lines({ stops, drawing, shown, size }) {
  const { paths, stubs } = lines(drawing, stops.map((stop) => stop.stubs.length), size);
  const drawn = drawing.lines
    .map(({ taken }, at) => ({ at, kind: kindOf(taken, shown), ...paths[at] }))
    .sort((one, other) => ORDER.indexOf(one.kind) - ORDER.indexOf(other.kind));
  return (
    <svg width={size.width} height={height(size)} aria-hidden="true">
      {drawn.map(({ at, kind, line, head }) => (
        <g key={at} class={`dl-way-${kind}`}>
          <path class="dl-way-shaft" d={line} />
          <path class="dl-way-head" d={head} />
        </g>
      ))}
      {stubs.flatMap((ends, scene) => ends.map(({ line, end: [x, y] }, at) => <Stub key={`${scene} ${at}`} kind={stops[scene].stubs[at]} line={line} x={x} y={y} />))}
    </svg>
  );
}

/** @param {{ kind: "unseen" | "hidden", line: string, x: number, y: number }} props */
const Stub = ({ kind, line, x, y }) => (
  <g class={`dl-way-${kind}`}>
    <path class="dl-way-shaft" d={line} />
    <circle class="dl-way-end" cx={x} cy={y} r={RING} />
    {kind === "unseen" && <text class="dl-way-mark" x={x} y={y}>?</text>}
  </g>
);

const ORDER = ["open", "taken", "mine"];

/** @type {(taken: number[], shown: number) => "open" | "taken" | "mine"} */
function kindOf(taken, shown) {
  if (taken.length === 0) return "open";
  return shown === 0 || taken.includes(shown) ? "mine" : "taken";
}

/** @param {OnMap & { picked: number, onPick: (at: number) => void }} props */
function Scenes({ stops, drawing, shown, picked, onPick, size }) {
  const marks = useRef(/** @type {(HTMLButtonElement | null)[]} */ ([]));
  const [here, stand] = useState(0);
  useLayoutEffect(() => marks.current[picked]?.scrollIntoView({ block: "nearest" }), [picked]); // what is told of it may cover it
  const walk = (/** @type {KeyboardEvent} */ event, /** @type {number} */ from) => {
    if (!event.key.startsWith("Arrow")) return;
    event.preventDefault();
    marks.current[neighbour(drawing.places, from, event.key)]?.focus();
  };
  return (
    <>
      {stops.map(({ title, label, end, attempts }, at) => (
        <button
          key={at}
          type="button"
          class={`dl-map-scene${end ? " dl-map-scene-end" : ""}${shown === 0 || attempts.includes(shown) ? " dl-map-scene-mine" : ""}`}
          style={placed(drawing.places[at], size)}
          ref={(element) => void (marks.current[at] = element)}
          tabIndex={at === here ? 0 : -1}
          aria-pressed={at === picked}
          aria-label={`${plain(title)}. ${label}`}
          onFocus={() => stand(at)}
          onClick={() => onPick(at)}
          onKeyDown={(event) => walk(event, at)}
        >
          <Html as="span" html={title} />
        </button>
      ))}
    </>
  );
}

/** @type {(place: [number, number], size: import("./map_geometry.js").Size) => Record<string, string>} */
function placed(place, size) {
  const [x, y] = middle(place, size);
  const [wide, high] = [boxWidth(size), boxHeight(size)];
  return { left: `${x - wide / 2}px`, top: `${y - high / 2}px`, width: `${wide}px`, height: `${high}px` };
}
