// The drawing of who turns to whom, with its tools. It can be zoomed, and a person can be picked by click, by keys or from
// a menu. The tables next to it show the same data.

import { useState } from "preact/hooks";
import { useId } from "../wire/page.js";
import { Heading } from "../parts/parts.jsx";
import { Canvas } from "./scene.jsx";
import { useZoom } from "./zoom.js";

/** @param {Course.DrawingProps} props */
export function Drawing({ title, headline, description, size, people, ties, legend, hint, words }) {
  const id = useId();
  const [picked, pick] = useState(-1);
  const zoom = useZoom(...size);
  const toggle = (/** @type {number} */ at) => pick(at === picked ? -1 : at);
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
        <ZoomButtons zoom={zoom} words={words} />
      </div>
      <Canvas labels={[`${id}t`, `${id}d`]} size={size} people={people} ties={ties} zoom={zoom} picked={picked} onPick={toggle} />
      <Legend items={legend} />
      <p class="dl-quiet dl-hint" dir="auto">{hint}</p>
      <Card people={people} ties={ties} picked={picked} words={words} onLeave={() => pick(-1)} />
    </section>
  );
}

/** @param {{ zoom: ReturnType<typeof useZoom>, words: Course.DrawingWords }} props */
export const ZoomButtons = ({ zoom, words }) =>
  /** @type {const} */ (["larger", "smaller", "whole"]).map((way) => <button key={way} type="button" class="dl-button" onClick={zoom[way]}>{words[way]}</button>);

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
