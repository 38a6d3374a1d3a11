// One picture of a film: lights for who knew which fact, bars for what the facts on the table spoke for, and what was said.

import { newId } from "../wire/ids.js";
import { usePage } from "../wire/page.js";
import { Button, Face, Heading, Html } from "../parts/parts.jsx";
import { Line } from "../at_table/conversation.jsx";

/** @typedef {{ at: number, words: Course.FilmWords, marks: Course.NamedText[] }} Around `at` is the place of the frame */

/** @param {Course.FilmReel & Around} props */
export function Reel({ play, title, people, facts, options, zero, known, frames, at, words, marks }) {
  const { send } = usePage("roleplay");
  const frame = frames[at];
  const branch = () => send({ say: "BranchPlay", play: newId(), source: play, moves: frame.branch });
  const depth = title ? 3 : 2;
  return (
    <div class="dl-reel">
      {title && <Heading depth={2}>{title}</Heading>}
      <div class="dl-film-now">
        <p dir="auto"><b>{frame.name}.</b> {frame.says}</p>
        {frame.branch >= 0 && <Button onClick={branch}>{frame.again}</Button>}
      </div>
      <div class="dl-film-parts">
        <div>
          <Heading depth={depth}>{words.bars}</Heading>
          <Bars options={options} bars={frame.bars} zero={zero} words={words} />
          <Heading depth={depth}>{words.lights}</Heading>
          <Lights people={people} facts={facts} counts={frame.known} known={known} at={at} label={`${words.lights_label}. ${frame.says}`} />
          <Marks marks={marks} people={people} />
          <Facts facts={facts} title={words.facts} />
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
 * A row for each fact, with a light for each person; last, how many facts each of them knew.
 * @param {Pick<Course.FilmReel, "people" | "facts" | "known"> & { counts: string[], at: number, label: string }} props
 */
const Lights = ({ people, facts, known, counts, at, label }) => (
  <div class="dl-lights" role="img" aria-label={label} style={{ "--people": people.length }}>
    <span />
    {people.map(({ name, face, mine }) => <Face key={name} {...face} mine={mine} />)}
    {facts.map((fact) => (
      <>
        <span class={`dl-light-name${lit(fact, at) ? " dl-light-on" : ""}${fact.since === at ? " dl-light-new" : ""}`} dir="auto">{fact.name}</span>
        {people.map(({ name }, person) => <span key={name} class={`dl-light dl-light-${knows(fact, person, at)}`} />)}
      </>
    ))}
    <span class="dl-light-sum" dir="auto">{known}</span>
    {counts.map((count, person) => <b key={people[person].name}>{count}</b>)}
  </div>
);

const lit = (/** @type {Course.FilmFact} */ { since }, /** @type {number} */ at) => since >= 0 && since <= at;

/** @type {(fact: Course.FilmFact, person: number, at: number) => string} */
function knows(fact, person, at) {
  if (fact.held[person]) return lit(fact, at) ? "told" : "held";
  return lit(fact, at) ? "heard" : "none";
}

/**
 * What the lights mean, and whose they are.
 * @param {{ marks: Course.NamedText[], people: Course.FilmPerson[] }} props
 */
const Marks = ({ marks, people }) => (
  <>
    <ul class="dl-film-key">
      {people.map(({ name, face, mine }) => <li key={name}><Face {...face} mine={mine} /> <span dir="auto">{name}</span></li>)}
    </ul>
    <ul class="dl-film-key">
      {marks.map(({ name, text }) => <li key={name}><span class={`dl-light dl-light-${name}`} aria-hidden="true" /> <span dir="auto">{text}</span></li>)}
    </ul>
  </>
);

/** @param {{ title: string, facts: Course.FilmFact[] }} props */
const Facts = ({ title, facts }) => (
  <details>
    <summary>{title}</summary>
    <ol class="dl-known">
      {facts.map(({ html, note }) => (
        <li key={html}>
          <Html as="span" html={html} /> <span class="dl-quiet" dir="auto">{note}</span>
        </li>
      ))}
    </ol>
  </details>
);
