// The drawing of who turns to whom: one can make it larger and smaller, and pick one person in it by click, keys or
// from a menu. Where everybody stands comes with it; the tables beside it say the same.

import { useRef, useState } from "preact/hooks";
import { useId } from "../wire/page.js";
import { Heading } from "../parts/parts.jsx";
import { HIGH, LETTERS, UNIT, UP, WIDE, arrow, lines, neighbour, radius } from "./geometry.js";
import { useZoom } from "./zoom.js";

const LEGIBLE = 8.5; // pixels that letters need to be worth showing
const LEGIBLE_AGAIN = 12; // pixels of those that name the one person one is at, where the others are too small

/** @param {Course.DrawingProps} props */
export function Drawing({ title, headline, description, size, people, ties, legend, hint, words }) {
  const id = useId();
  const [picked, pick] = useState(-1);
  const zoom = useZoom(size[0]);
  const toggle = (/** @type {number} */ at) => pick(at === picked ? -1 : at);
  /** @type {Record<string, () => void>} */
  const acts = { "+": zoom.larger, "=": zoom.larger, "-": zoom.smaller, 0: zoom.whole };
  const keys = (/** @type {KeyboardEvent} */ event) => {
    const act = acts[event.key];
    if (!act || event.ctrlKey || event.metaKey || event.altKey) return;
    event.preventDefault();
    act();
  };
  return (
    <section aria-labelledby={`${id}t`}>
      <Heading depth={1} id={`${id}t`}>{title}</Heading>
      <p class="dl-headline" dir="auto">{headline}</p>
      <p class="dl-unseen" id={`${id}d`}>{description}</p>
      <div class="dl-row dl-tools">
        <label class="dl-field">
          <span>{words.pick}</span>
          <select value={picked} onChange={(event) => pick(Number(event.currentTarget.value))}>
            <option value={-1}>{words.nobody}</option>
            {people.map(({ name }, at) => <option key={name} value={at}>{name}</option>)}
          </select>
        </label>
        {/** @type {const} */ (["larger", "smaller", "whole"]).map((way) => <button key={way} type="button" class="dl-button" onClick={zoom[way]}>{words[way]}</button>)}
      </div>
      <div class="dl-canvas" role="group" aria-labelledby={`${id}t`} tabIndex={0} ref={zoom.box} onKeyDown={keys}>
        <svg role="group" aria-labelledby={`${id}t`} aria-describedby={`${id}d`} viewBox={`0 0 ${size[0] * UNIT} ${size[1] * UNIT}`} width={Math.round(size[0] * zoom.scale)} height={Math.round(size[1] * zoom.scale)}>
          <Scene people={people} ties={ties} picked={picked} onPick={toggle} scale={zoom.scale} across={size[0]} />
        </svg>
      </div>
      <Legend items={legend} />
      <p class="dl-quiet dl-hint" dir="auto">{hint}</p>
      <Card people={people} ties={ties} picked={picked} words={words} onLeave={() => pick(-1)} />
    </section>
  );
}

/**
 * Everything in the drawing. Of the people one can be reached by Tab, the others from there by arrow keys.
 * @param {{ people: Course.DrawnPerson[], ties: Course.DrawingProps["ties"], picked: number, onPick: (at: number) => void, scale: number, across: number }} props
 */
function Scene({ people, ties, picked, onPick, scale, across }) {
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
  const arrows = ties
    .map(([who, to]) => ({ key: `${who} ${to}`, kind: kindOf(who, to, picked), ...arrow(places[who], radii[who], places[to], radii[to]) }))
    .sort((one, other) => ORDER.indexOf(one.kind) - ORDER.indexOf(other.kind));
  const readable = scale * LETTERS >= LEGIBLE;
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

const ORDER = ["dim", "plain", "in", "out"];

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
 *   label: string, name: string, cut: boolean, at: import("./geometry.js").Point, radius: number, large: number,
 *   kind: "picked" | "plain" | "dim", anchor: Anchor, mark: (element: SVGGElement | null) => void, tabIndex: number,
 *   onFocus: () => void, onClick: () => void, onKeyDown: (event: KeyboardEvent) => void,
 * }} PersonProps
 */

/**
 * The whole box of a person can be clicked; the name stands above it, and a screen reader gets it from the button.
 * @param {PersonProps} props
 */
function Person({ label, name, cut, at: [x, y], radius: r, kind, large, anchor, mark, ...acts }) {
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

const SIGNS = {
  person: <circle cx="12" cy="8" r="5" class="dl-sign" />,
  cut: <rect x="7" y="3" width="10" height="10" class="dl-sign" />,
  arrow: <path d="M1 8H16M16 4L22 8L16 12Z" class="dl-sign-line" />,
  in: <path d="M1 8H16M16 4L22 8L16 12Z" class="dl-sign-line dl-sign-in" />,
  out: <path d="M1 8H16M16 4L22 8L16 12Z" class="dl-sign-line dl-sign-out" />,
};

/** @param {{ of: keyof typeof SIGNS }} props */
const Sign = ({ of }) => <svg class="dl-sign-box" viewBox="0 0 24 16" width="24" height="16" aria-hidden="true">{SIGNS[of]}</svg>;

/** @param {{ items: Course.LegendItem[] }} props */
const Legend = ({ items }) => (
  <ul class="dl-legend">{items.map(({ mark, text }) => <li key={mark}><Sign of={mark} /> <span dir="auto">{text}</span></li>)}</ul>
);

/**
 * Who is picked: who turns to them, to whom they turn, and for what.
 * @param {Pick<Course.DrawingProps, "people" | "ties" | "words"> & { picked: number, onLeave: () => void }} props
 */
function Card({ people, ties, picked, words, onLeave }) {
  const person = picked < 0 ? undefined : people[picked];
  const asked = ties.filter(([, to]) => to === picked).map(([who, , about]) => /** @type {[number, string]} */ ([who, about]));
  const asks = ties.filter(([who]) => who === picked).map(([, to, about]) => /** @type {[number, string]} */ ([to, about]));
  return (
    <div class="dl-picked">
      <div role="status">
        {person && <p class="dl-picked-name" dir="auto"><b>{person.name}</b>{person.role && `, ${person.role}`}</p>}
        {person && <p dir="auto">{person.says}</p>}
      </div>
      {person && (
        <>
          <div class="dl-pair">
            <Others title={words.asked} sign="in" ties={asked} people={people} none={words.none} />
            <Others title={words.asks} sign="out" ties={asks} people={people} none={words.none} />
          </div>
          <button type="button" class="dl-button" onClick={onLeave}>{words.leave}</button>
        </>
      )}
    </div>
  );
}

/** @param {{ title: string, sign: keyof typeof SIGNS, ties: [number, string][], people: Course.DrawnPerson[], none: string }} props */
const Others = ({ title, sign, ties, people, none }) => (
  <div>
    <Heading depth={2}><Sign of={sign} /> {title}</Heading>
    {ties.length === 0 && <p class="dl-quiet">{none}</p>}
    <ul>{ties.map(([at, about]) => <li key={at} dir="auto">{people[at].name}{about && <span class="dl-quiet">: {about}</span>}</li>)}</ul>
  </div>
);
