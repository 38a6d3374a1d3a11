// The map of ways: the scenes that were reached, drawn with the ways between them. A scene can be picked, to see its ways
// and to go on from there. The list below says the same in words.

import { useState } from "preact/hooks";
import { newId } from "../wire/ids.js";
import { usePage } from "../wire/page.js";
import { Button, Heading, Html } from "../parts/parts.jsx";
import { MapDrawing } from "./map_drawing.jsx";
import { RING } from "./map_geometry.js";

/** @param {Course.PathMapProps} props */
export function PathMap({ title, note, stops, drawings, attempt, attempts, words }) {
  const [shown, show] = useState(attempt);
  const [picked, pick] = useState(-1);
  return (
    <section class="dl-map" aria-label={title}>
      <p class="dl-quiet" dir="auto">{note}</p>
      {attempts.length > 1 && (
        <label class="dl-field dl-map-which">
          <span>{words.which}</span>
          <select value={shown} onChange={(event) => show(Number(event.currentTarget.value))}>
            {attempts.map(({ number, text }) => <option key={number} value={number}>{text}</option>)}
            <option value={0}>{words.all}</option>
          </select>
        </label>
      )}
      <div class="dl-map-parts">
        <div>
          <MapDrawing stops={stops} drawings={drawings} shown={shown} picked={picked} onPick={(at) => pick(at === picked ? -1 : at)} words={words} />
          <Legend items={words.legend} />
        </div>
        <Card stop={stops[picked]} words={words} onClose={() => pick(-1)} />
      </div>
      <details class="dl-map-list">
        <summary>{words.list}</summary>
        <List stops={stops} words={words} />
      </details>
    </section>
  );
}

/** @param {{ items: Course.NamedText[] }} props */
const Legend = ({ items }) => (
  <ul class="dl-map-key">
    {items.map(({ name, text }) => <li key={name}><Sign name={name} /> <span dir="auto">{text}</span></li>)}
  </ul>
);

/** @param {{ name: string }} props */
function Sign({ name }) {
  const stub = name === "unseen" || name === "hidden";
  if (name === "end") return <span class="dl-map-end" aria-hidden="true" />;
  return (
    <svg viewBox="0 0 28 14" width="28" height="14" aria-hidden="true">
      <g class={`dl-way-${name}`}>
        <path class="dl-way-shaft" d={stub ? "M1 7H14" : "M1 7H27"} />
        {stub && <circle class="dl-way-end" cx="20" cy="7" r={RING} />}
        {name === "unseen" && <text class="dl-way-mark" x="20" y="7">?</text>}
      </g>
    </svg>
  );
}

/**
 * The scene that is picked: its ways, and the attempts from which one can go on there.
 * @param {{ stop?: Course.StopProps, words: Course.MapWords, onClose: () => void }} props
 */
const Card = ({ stop, words, onClose }) => (
  <div class={stop ? "dl-map-card dl-map-card-open" : "dl-map-card"}>
    <div role="status">
      {!stop && <p key="" class="dl-quiet">{words.pick}</p>}
      {stop && <p key={stop.title} dir="auto"><Html as="b" html={stop.title} /> <span class="dl-quiet">{stop.label}</span></p>}
    </div>
    {stop && (
      <>
        <div class="dl-row">
          {stop.points.length > 0 && <GoOn key={stop.title} points={stop.points} words={words} />}
          <button type="button" class="dl-button" onClick={onClose}>{words.close}</button>
        </div>
        {stop.end ? <p class="dl-quiet">{words.no_point}</p> : <ul class="dl-ways-on">{stop.ways.map((way, place) => <Way key={place} {...way} />)}</ul>}
      </>
    )}
  </div>
);

/** @param {{ points: Course.GoOnPoint[], words: Course.MapWords }} props */
function GoOn({ points, words }) {
  const { send } = usePage("roleplay");
  const [at, choose] = useState(0);
  const go = () => send({ say: "BranchPlay", play: newId(), source: points[at].play, moves: points[at].moves });
  return (
    <>
      {points.length > 1 && (
        <label class="dl-field">
          <span>{words.from_which}</span>
          <select value={at} onChange={(event) => choose(Number(event.currentTarget.value))}>
            {points.map(({ text }, place) => <option key={place} value={place}>{text}</option>)}
          </select>
        </label>
      )}
      <Button primary onClick={go}>{words.go_on}</Button>
    </>
  );
}

/** @param {Pick<Course.PathMapProps, "stops" | "words">} props */
const List = ({ stops, words }) => (
  <>
    <ol class="dl-stops">
      {stops.filter(({ end }) => !end).map((stop, place) => (
        <li key={place}>
          <Heading depth={2} html={stop.title} />
          <p class="dl-quiet">{stop.note}</p>
          <ul class="dl-ways-on">{stop.ways.map((way, number) => <Way key={number} {...way} />)}</ul>
        </li>
      ))}
    </ol>
    <Heading depth={2}>{words.ends}</Heading>
    <ul>
      {stops.filter(({ end }) => end).map((stop, place) => (
        <li key={place}>
          <Html as="span" html={stop.title} /> <span class="dl-quiet">{stop.note}</span>
        </li>
      ))}
    </ul>
  </>
);

/** @param {Course.PathProps} props */
const Way = ({ html, state, note, leads_to }) => (
  <li class="dl-way-on">
    <span class={`dl-dot dl-dot-${state}`} aria-hidden="true" />
    <div>
      <Html as="span" html={html} />
      <p class="dl-quiet" dir="auto">
        <b>{note}</b>{leads_to && `, ${leads_to}`}
      </p>
    </div>
  </li>
);
