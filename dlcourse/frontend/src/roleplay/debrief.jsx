// The debrief of an ended play, a page one would print: what came of it, who knew what, what surfaced when, and
// what to think over. What one may look into after that is folded.

import { Conversation, Line } from "../at_table/conversation.jsx";
import { useShow } from "./show.js";
import { newId } from "../wire/ids.js";
import { useId, usePage } from "../wire/page.js";
import { Button, Heading, Html } from "../parts/parts.jsx";
import { printPage } from "../parts/print.js";
import { CommonFacts, Matrix, Roles, WhatIf } from "../at_table/debrief_tables.jsx";
import { FoldedChart } from "../parts/chart.jsx";
import { Film, PathMap } from "./replay_later.js";

/** @param {Course.DebriefScreen} props */
export function Debrief({ play, heading, lead, end, talk, film, chart, stakes, questions, ways, story, again, leave, print }) {
  const show = useShow();
  return (
    <article class="dl-debrief">
      <header class="dl-head">
        <div>
          <Heading goal>{heading}</Heading>
          <p class="dl-quiet" dir="auto">{lead}</p>
        </div>
        <div class="dl-row">
          <button type="button" class="dl-button" onClick={(event) => printPage(event.currentTarget.closest(".dl-page"))}>{print}</button>
          <Button onClick={() => show()}>{leave}</Button>
        </div>
      </header>
      {end.led.length > 0 && <ol class="dl-lines">{end.led.map((line) => <Line key={line.key} line={line} />)}</ol>}
      <section class="dl-end">
        <Heading depth={1} html={end.title} />
        <Html html={end.html} class="dl-reading" />
        {end.note && <p class="dl-quiet">{end.note}</p>}
      </section>
      {talk && <Talk {...talk} />}
      {chart && <FoldedChart {...chart} />}
      {film && <Folded title={film.title}><Film {...film} /></Folded>}
      <Stakes {...stakes} />
      <Questions {...questions} />
      {ways && <Folded title={ways.title} starts={!talk}><PathMap {...ways} /></Folded>}
      <Story {...story} play={play} />
      <p class="dl-again">
        <Button primary onClick={() => show()}>{again.label}</Button>
        <span class="dl-quiet">{again.note}</span>
      </p>
    </article>
  );
}

/**
 * A part that one opens when one wants it, unless it `starts` open; on paper it is open.
 * @param {{ title: string, depth?: number, starts?: boolean, children: Page.Children }} props
 */
const Folded = ({ title, depth = 1, starts = false, children }) => (
  <details class="dl-folded" open={starts}>
    <summary><Heading depth={depth}>{title}</Heading></summary>
    {children}
  </details>
);

/** @param {Course.FindingsProps} props */
const Talk = ({ title, headline, numbers, matrix, roles, options, yardstick }) => (
  <section>
    <Heading depth={1}>{title}</Heading>
    {headline.map((sentence) => <p key={sentence} class="dl-headline" dir="auto">{sentence}</p>)}
    <dl class="dl-numbers">
      {numbers.map(({ value, label }) => (
        <div key={label}>
          <dt dir="auto">{label}</dt>
          <dd>{value}</dd>
        </div>
      ))}
    </dl>
    <Matrix {...matrix} />
    <CommonFacts {...matrix.shared} />
    <Folded title={roles.title} depth={2}><Roles {...roles} /></Folded>
    <Folded title={options.title} depth={2}><WhatIf {...options} /></Folded>
    {yardstick && <p class="dl-yardstick">{yardstick}</p>}
  </section>
);

/** @param {Course.StakesProps} props */
const Stakes = ({ title, list }) =>
  list.length > 0 && (
    <Folded title={title}>
      <ul class="dl-stakes">
        {list.map(({ name, where }) => (
          <li key={name}>
            <span dir="auto">{name}</span> <span class="dl-quiet" dir="auto">{where}</span>
          </li>
        ))}
      </ul>
    </Folded>
  );

/** @param {Course.QuestionsProps} props */
const Questions = ({ title, list }) =>
  list.length > 0 && (
    <section class="dl-questions">
      <Heading depth={1}>{title}</Heading>
      <ol>
        {list.map(({ html, principles }, place) => (
          <li key={place}>
            <div class="dl-question">
              <Html as="p" html={html} class="dl-reading" />
              <div>{principles.map((name) => <p key={name} class="dl-quiet" dir="auto">{name}</p>)}</div>
            </div>
          </li>
        ))}
      </ol>
    </section>
  );

/**
 * The whole talk once more; from each of one's own lines one can go on differently.
 * @param {Course.RetoldPlay & { play: string }} props
 */
function Story({ title, note, passages, again, moves, play }) {
  const { send } = usePage("roleplay");
  const id = useId();
  /** @type {(moves: number) => void} */
  const branch = (moves) => send({ say: "BranchPlay", play: newId(), source: play, moves });
  /** @type {import("../at_table/conversation.jsx").After} */
  const after = (line) =>
    line.mine && moves.includes(line.moves) && <Button onClick={() => branch(line.moves)}>{again}</Button>;
  return (
    <details class="dl-more dl-story">
      <summary>{title}</summary>
      <p class="dl-quiet" id={id}>{note}</p>
      <Conversation passages={passages} depth={2} after={after} />
    </details>
  );
}
