// Matching by hand: people and work side by side, what each move changes, and the comparison after it is requested.

import { useEffect, useRef } from "preact/hooks";
import { Comparison } from "./comparison.jsx";
import { People, Work, usePut } from "./board.jsx";
import { useDrag } from "./drag.js";
import { useId, usePage } from "../wire/page.js";
import { Button, Heading, Measure } from "../parts/parts.jsx";
import { DataTable } from "../parts/data_table.jsx";

/** @param {Course.BoardProps} props */
export function Matchboard({ view, comparison }) {
  const box = useRef(/** @type {HTMLDivElement | null} */ (null));
  const follow = useFollow(box);
  const drag = useDrag(usePut(view?.team ?? ""));
  if (!view) return null;
  const { team, title, intro, hint, figures, news, table, rules, compare } = view;
  return (
    <div class="dl-matchboard" ref={box}>
      <Heading goal>{title}</Heading>
      <p dir="auto">{intro}</p>
      <p class="dl-quiet dl-board-hint" dir="auto">{hint}</p>
      <DataTable {...table} />
      <div class={drag.dragged ? "dl-board dl-board-dragging" : "dl-board"} {...drag.on}>
        <div class="dl-progress">
          <Figures figures={figures} />
          <News {...news} />
          <Back {...view} />
        </div>
        <div class="dl-board-columns">
          <People {...view} drag={drag} />
          <Work {...view} drag={drag} onMove={follow} />
        </div>
      </div>
      <Rules {...rules} />
      <Compare {...compare} team={team} />
      {comparison && <Comparison {...comparison} />}
    </div>
  );
}

/**
 * The focus follows what was moved in the work to its new place, or stays at the task.
 * @param {Page.Ref<HTMLElement>} box
 */
function useFollow(box) {
  const moved = useRef(/** @type {{ task: string, person: string } | null} */ (null));
  useEffect(() => {
    if (!moved.current || document.activeElement !== document.body) return;
    const { task, person } = moved.current;
    /** @type {HTMLElement[]} */
    const places = Array.from(box.current?.querySelectorAll("[data-at]") ?? []);
    const find = (/** @type {string} */ at) => places.find((place) => place.dataset.at === at);
    (find(`${task}|${person}`) ?? find(task))?.focus();
    moved.current = null;
  });
  return (/** @type {string} */ task, /** @type {string} */ person) => void (moved.current = { task, person });
}

/**
 * The figures about the whole plan; a change is marked by its direction as well as by color.
 * @param {{ figures: Course.BoardFigure[] }} props
 */
const Figures = ({ figures }) => (
  <div class="dl-figures">
    {figures.map(({ was, better, ...figure }) => (
      <div key={figure.label} class="dl-board-figure">
        <Measure {...figure} shown />
        {was && <span class={better ? "dl-was dl-was-better" : "dl-was"}><span aria-hidden="true">{better ? "✓" : "!"}</span> {was}</span>}
      </div>
    ))}
  </div>
);

/**
 * What the last move changed: the first sentence in one line, and all of them on request, laid over the board so that
 * nothing moves. A screen reader is told all of them.
 * @param {Course.NewsProps} props
 */
function News({ title, more, sentences }) {
  const [first, ...rest] = sentences;
  return (
    <div class="dl-news">
      <div role="status">
        <b>{title}</b>
        <p key={first} dir="auto">{first}</p>
        {rest.map((sentence) => <p key={sentence} class="dl-unseen" dir="auto">{sentence}</p>)}
      </div>
      <MoreNews key={sentences.join()} more={more} sentences={sentences} />
    </div>
  );
}

/** @param {Omit<Course.NewsProps, "title">} props */
const MoreNews = ({ more, sentences }) =>
  more ? (
    <details class="dl-news-more">
      <summary>{more}</summary>
      <ul>{sentences.map((sentence) => <li key={sentence} dir="auto">{sentence}</li>)}</ul>
    </details>
  ) : null;

/** @param {Pick<Course.BoardContents, "team" | "back" | "clear">} props */
function Back({ team, back, clear }) {
  const { queue } = usePage("matchboard");
  const say = (/** @type {"TakeMoveBack" | "ClearBoard"} */ kind) => queue({ say: kind, team });
  return (
    <div class="dl-row">
      {back && <button type="button" class="dl-button" onClick={() => say("TakeMoveBack")}>{back}</button>}
      {clear && <button type="button" class="dl-button" onClick={() => say("ClearBoard")}>{clear}</button>}
    </div>
  );
}

/** @param {Course.RulesProps} props */
const Rules = ({ title, kept, sentences }) =>
  title ? (
    <details class="dl-rules">
      <summary>{title}</summary>
      <ul>{sentences.map((sentence) => <li key={sentence} dir="auto">{sentence}</li>)}</ul>
    </details>
  ) : (
    <p class="dl-rules">✓ {kept}</p>
  );

/** @param {Course.CompareProps & { team: string }} props */
function Compare({ title, text, button, team }) {
  const { send } = usePage("matchboard");
  const id = useId();
  return (
    <section aria-labelledby={id}>
      <Heading depth={1} id={id}>{title}</Heading>
      <p dir="auto">{text}</p>
      {button && <Button primary onClick={() => send({ say: "CompareBoard", team })}>{button}</Button>}
    </section>
  );
}
