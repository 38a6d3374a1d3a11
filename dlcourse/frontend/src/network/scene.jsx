// What a drawing of who turns to whom consists of: people, their names, and arrows between them, in a box that scrolls.
// The positions come with the props.

import { useRef, useState } from "preact/hooks";
import { FOOT, HIGH, LETTERS, UNIT, UP, WIDE, arrow, lines, radius, shortNames } from "./geometry.js";
import { neighbour } from "../parts/neighbour.js";

const LEGIBLE = 8.5; // pixels that letters need; below that, short names are shown
const SMALLEST = 9; // pixels of the letters of short names, at least
const SMALL = 12; // and at most
const LEGIBLE_AGAIN = 12; // pixels of those that name the one person one is at, where the others are too small
const BELOW = 0.45; // where short names begin: below the largest mark

/** @typedef {{ who: number, to: number[] }} Pending ties that are filled in and not added yet */

/**
 * The drawing in its scrolling box, which can be zoomed by keys. `labels` are the ids of its title and its description.
 * @param {Pick<Course.DrawingProps, "size" | "people" | "ties"> & { labels: [string, string], zoom: ReturnType<typeof import("./zoom.js").useZoom>, picked: number, onPick: (at: number) => void, pending?: Pending }} props
 */
export function Canvas({ size: [across, down], labels: [title, description], zoom, ...scene }) {
  /** @type {Record<string, () => void>} */
  const acts = { "+": zoom.larger, "=": zoom.larger, "-": zoom.smaller, 0: zoom.whole };
  const keys = (/** @type {KeyboardEvent} */ event) => {
    const act = acts[event.key];
    if (!act || event.ctrlKey || event.metaKey || event.altKey) return;
    event.preventDefault();
    act();
  };
  return (
    <div class="dl-canvas" role="group" aria-labelledby={title} tabIndex={0} ref={zoom.box} onKeyDown={keys}>
      <svg role="group" aria-labelledby={title} aria-describedby={description} viewBox={`0 0 ${across * UNIT} ${(down + FOOT) * UNIT}`} width={Math.floor(across * zoom.scale)} height={Math.floor((down + FOOT) * zoom.scale)}>
        <Scene {...scene} scale={zoom.scale} across={across} />
      </svg>
    </div>
  );
}

/**
 * Everything in the drawing. Tab reaches one person, and the arrow keys move from there to the others.
 * @param {{ people: Course.DrawnPerson[], ties: Course.DrawingProps["ties"], picked: number, onPick: (at: number) => void, pending?: Pending, scale: number, across: number }} props
 */
function Scene({ people, ties, picked, onPick, pending, scale, across }) {
  const marks = useRef(/** @type {(SVGGElement | null)[]} */ ([]));
  const [here, stand] = useState(-1);
  const most = Math.max(...people.map(({ asked }) => asked));
  const places = people.map(({ place: [x, y] }) => /** @type {import("./geometry.js").Point} */ ([x, y + UP]));
  const radii = people.map(({ asked }) => radius(asked, most));
  const near = new Set(ties.flatMap(([who, to]) => (who === picked || to === picked ? [who, to] : [])));
  const walk = (/** @type {KeyboardEvent} */ event, /** @type {number} */ from) => {
    if (event.key === "Enter" || event.key === " ") onPick(from);
    else if (event.key.startsWith("Arrow")) marks.current[neighbour(places, from, event.key)]?.focus();
    else return;
    event.preventDefault();
  };
  const between = (/** @type {number} */ who, /** @type {number} */ to) => arrow(places[who], radii[who], places[to], radii[to]);
  const arrows = ties
    .map(([who, to]) => ({ key: `${who} ${to}`, kind: kindOf(who, to, picked), ...between(who, to) }))
    .concat((pending?.to ?? []).map((to) => ({ key: `new ${to}`, kind: "new", ...between(pending?.who ?? 0, to) })))
    .sort((one, other) => ORDER.indexOf(one.kind) - ORDER.indexOf(other.kind));
  const readable = scale * LETTERS >= LEGIBLE;
  const small = Math.min(Math.max(0.7 * scale, SMALLEST), SMALL) / (scale || 1);
  const shorts = readable ? [] : shortNames(people.map(({ name }) => name), small);
  return (
    <g class={readable ? undefined : "dl-far"}>
      <g aria-hidden="true" transform={`scale(${UNIT})`}>
        {arrows.map(({ key, kind, line, head }) => <g key={key} class={`dl-arrow dl-arrow-${kind}`}><path class="dl-shaft" d={line} /><path d={head} /></g>)}
      </g>
      {people.map((person, at) => (
        <Person
          key={person.name}
          label={person.label}
          name={person.name}
          cut={person.cut}
          at={places[at]}
          radius={radii[at]}
          kind={at === picked ? "picked" : picked < 0 || near.has(at) ? "plain" : "dim"}
          short={shorts[at] ?? ""}
          small={small}
          large={!readable && (at === picked || at === here) ? LEGIBLE_AGAIN / (scale || 1) : 0}
          anchor={places[at][0] < across / 4 ? "start" : places[at][0] > (3 * across) / 4 ? "end" : "middle"}
          mark={(element) => void (marks.current[at] = element)}
          tabIndex={at === Math.max(here, 0) ? 0 : -1}
          onFocus={() => stand(at)}
          onClick={() => onPick(at)}
          onKeyDown={(event) => walk(event, at)}
        />
      ))}
    </g>
  );
}

const ORDER = ["dim", "plain", "in", "out", "new"];

/**
 * To the one who is picked, from them, or neither.
 * @param {number} who
 * @param {number} to
 * @param {number} picked
 */
function kindOf(who, to, picked) {
  if (picked < 0) return "plain";
  if (to === picked) return "in";
  return who === picked ? "out" : "dim";
}

/** @typedef {"start" | "middle" | "end"} Anchor */
/**
 * @typedef {{
 *   label: string, name: string, short: string, small: number, cut: boolean, at: import("./geometry.js").Point, radius: number, large: number,
 *   kind: "picked" | "plain" | "dim", anchor: Anchor, mark: (element: SVGGElement | null) => void, tabIndex: number,
 *   onFocus: () => void, onClick: () => void, onKeyDown: (event: KeyboardEvent) => void,
 * }} PersonProps
 */

/**
 * The whole box of a person can be clicked; the name stands above it, and a screen reader gets it from the button.
 * @param {PersonProps} props
 */
function Person({ label, name, short, small, cut, at: [x, y], radius: r, kind, large, anchor, mark, ...acts }) {
  return (
    <g class={`dl-node dl-node-${kind}`} transform={`translate(${x * UNIT} ${y * UNIT})`}>
      <g {...acts} ref={mark} role="button" aria-pressed={kind === "picked"} aria-label={label}>
        <title>{name}</title>
        <g transform={`scale(${UNIT})`}>
          <rect class="dl-box" x={-WIDE / 2} y={-UP - HIGH / 2} width={WIDE} height={HIGH} />
          {cut ? <rect class="dl-mark-at" x={-r} y={-r} width={2 * r} height={2 * r} /> : <circle class="dl-mark-at" r={r} />}
        </g>
      </g>
      <g transform={`scale(${UNIT})`} aria-hidden="true">
        <Name name={name} letters={LETTERS} />
        {short && !large && <text class="dl-name-short" y={BELOW + 0.8 * small} font-size={small} text-anchor="middle">{short}</text>}
        {large > 0 && <Name name={name} letters={large} near anchor={anchor} />}
      </g>
    </g>
  );
}

/**
 * In its own box; `near`: larger than that, for the one person one is at in a drawing too small to be read.
 * @param {{ name: string, letters: number, near?: boolean, anchor?: Anchor }} props
 */
const Name = ({ name, letters, near = false, anchor = "middle" }) =>
  lines(name).map(({ text, y }, line) => (
    <text key={line} class={near ? "dl-name-near" : "dl-name"} y={((y - UP) * letters) / LETTERS} font-size={letters} text-anchor={anchor}>{text}</text>
  ));
