// One picture of a film: lights for who knew which fact, bars for what the facts on the table spoke for, and what was said.

import { newId } from "../wire/ids.js";
import { usePage } from "../wire/page.js";
import { Button, Heading, Html } from "../parts/parts.jsx";
import { Line } from "./conversation.jsx";

/** @typedef {{ at: number, words: Course.FilmWords, marks: Course.NamedText[] }} Around `at` is the place of the frame */

/** @param {Course.FilmReel & Around} props */
export function Reel({ play, title, people, facts, options, zero, frames, at, words, marks }) {
  const { send } = usePage("roleplay");
  const frame = frames[at];
  const branch = () => send({ say: "BranchPlay", play: newId(), source: play, moves: frame.branch });
  const depth = title ? 3 : 2;
  return (
    <div class="dl-reel">
      {title && <Heading depth={2}>{title}</Heading>}
      <div class="dl-film-now">
        <p dir="auto"><b>{frame.name}.</b> {frame.says}</p>
        {frame.branch >= 0 && <Button onClick={branch}>{words.again}</Button>}
      </div>
      <div class="dl-film-parts">
        <div>
          <Heading depth={depth}>{words.bars}</Heading>
          <Bars options={options} bars={frame.bars} zero={zero} words={words} />
          <Heading depth={depth}>{words.lights}</Heading>
          <Lights people={people} facts={facts} known={frame.known} at={at} label={`${words.lights_label}. ${frame.says}`} />
          <Marks marks={marks} />
          <Numbers facts={facts} title={words.facts} />
        </div>
        <div>
          <Heading depth={depth}>{words.said}</Heading>
          {frame.lines.length === 0 && <p class="dl-quiet">{words.silence}</p>}
          <ol class="dl-lines">{frame.lines.map((line) => <Line key={line.key} line={line} />)}</ol>
        </div>
      </div>
    </div>
  );
}

/**
 * A bar for each option, from nothing to what speaks for it or against it; a tick marks what all facts together say.
 * @param {Pick<Course.FilmReel, "options" | "zero"> & { bars: Course.FilmBar[], words: Course.FilmWords }} props
 */
const Bars = ({ options, bars, zero, words }) => (
  <>
    <div class="dl-pull" role="img" aria-label={`${words.bars_label}: ${options.map(({ name }, at) => `${name} ${bars[at].value}`).join(", ")}`}>
      {options.map(({ name, everything }, at) => (
        <div key={name} class={bars[at].ahead ? "dl-pull-ahead" : undefined}>
          <span dir="auto">{name} {bars[at].ahead && <span class="dl-mark">{words.ahead}</span>}</span>
          <b>{bars[at].value}</b>
          <span class="dl-pull-line" style={{ "--zero": `${zero}%` }}>
            <span class="dl-pull-bar" style={{ insetInlineStart: `${bars[at].start}%`, width: `${bars[at].size}%` }} />
            <span class="dl-pull-all" style={{ insetInlineStart: `${everything}%` }} />
          </span>
        </div>
      ))}
    </div>
    <p class="dl-film-key"><span class="dl-pull-all" aria-hidden="true" /> {words.everything}</p>
  </>
);

/**
 * A row of lights for each person, one for each fact.
 * @param {Pick<Course.FilmReel, "people" | "facts"> & { known: string[], at: number, label: string }} props
 */
const Lights = ({ people, facts, known, at, label }) => (
  <div class="dl-lights" role="img" aria-label={label} style={{ "--facts": facts.length }}>
    <span />
    {facts.map((fact) => <span key={fact.number} class={`dl-light-number${lit(fact, at) ? " dl-light-on" : ""}${fact.since === at ? " dl-light-new" : ""}`}>{fact.number}</span>)}
    <span />
    {people.map(({ name, mine }, person) => (
      <>
        <span class={mine ? "dl-light-who dl-light-mine" : "dl-light-who"} dir="auto">{name}</span>
        {facts.map((fact) => <span key={fact.number} class={`dl-light dl-light-${knows(fact, person, at)}`} />)}
        <span class="dl-light-sum">{known[person]}</span>
      </>
    ))}
  </div>
);

const lit = (/** @type {Course.FilmFact} */ { since }, /** @type {number} */ at) => since >= 0 && since <= at;

/** @type {(fact: Course.FilmFact, person: number, at: number) => string} */
function knows(fact, person, at) {
  if (fact.held[person]) return lit(fact, at) ? "told" : "held";
  return lit(fact, at) ? "heard" : "none";
}

/** @param {{ marks: Course.NamedText[] }} props */
const Marks = ({ marks }) => (
  <ul class="dl-film-key">
    {marks.map(({ name, text }) => <li key={name}><span class={`dl-light dl-light-${name}`} aria-hidden="true" /> <span dir="auto">{text}</span></li>)}
  </ul>
);

/** @param {{ title: string, facts: Course.FilmFact[] }} props */
const Numbers = ({ title, facts }) => (
  <details>
    <summary>{title}</summary>
    <ol class="dl-known">
      {facts.map(({ number, html, note }) => (
        <li key={number} value={Number(number)}>
          <b>{number}</b> <Html as="span" html={html} /> <span class="dl-quiet" dir="auto">{note}</span>
        </li>
      ))}
    </ol>
  </details>
);
