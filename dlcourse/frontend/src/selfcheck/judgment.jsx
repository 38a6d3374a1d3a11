// Eight situations: one after the other, then what speaks for each answer, and the result in words and as small bars.

import { useEffect, useRef } from "preact/hooks";
import { useId } from "../wire/page.js";
import { DataTable } from "../parts/data_table.jsx";
import { Form } from "../parts/form.jsx";
import { Heading, Html, Measure } from "../parts/parts.jsx";

/** @param {Course.JudgmentProps} props */
export function Judgment({ view }) {
  const box = useRef(/** @type {HTMLDivElement | null} */ (null));
  useNextSituation(box, view?.progress.value);
  if (!view) return null;
  const { title, note, progress, said, now, result, list } = view;
  return (
    <div class="dl-judgment" ref={box}>
      <Heading>{title}</Heading>
      <p dir="auto">{note}</p>
      <Measure {...progress} />
      <p role="status" class="dl-quiet" dir="auto">{said}</p>
      {now && <Now key={now.id} {...now} />}
      {result && <Result {...result} />}
      {list.cards.length > 0 && <Answers {...list} />}
    </div>
  );
}

/**
 * Whoever has just answered goes on at the next situation, or at the result.
 * @param {Page.Ref<HTMLElement>} box
 * @param {number | undefined} count
 */
function useNextSituation(box, count) {
  const before = useRef(count);
  useEffect(() => {
    const goesOn = before.current !== undefined && count !== undefined && count > before.current;
    before.current = count;
    if (!goesOn) return;
    const goal = /** @type {HTMLElement | null | undefined} */ (box.current?.querySelector("[data-next]"));
    goal?.focus({ preventScroll: true });
    goal?.scrollIntoView({ block: "start" });
  }, [count]);
}

/** @param {Course.SituationToJudge} props */
function Now({ title, html, form }) {
  const id = useId();
  return (
    <section class="dl-card dl-task" aria-labelledby={id}>
      <Heading depth={1} id={id} tabIndex={-1} data-next>{title}</Heading>
      <Html class="dl-judge-text" html={html} />
      <Form form={form} />
    </section>
  );
}

/** @param {Course.JudgingResult} props */
function Result({ title, sentences, bars, table }) {
  const id = useId();
  return (
    <section class="dl-card dl-judge-result" aria-labelledby={id}>
      <Heading depth={1} id={id} tabIndex={-1} data-next>{title}</Heading>
      <div class="dl-judge-bars">{bars.map((bar) => <Measure key={bar.label} {...bar} shown />)}</div>
      {sentences.map((sentence) => <p key={sentence} dir="auto">{sentence}</p>)}
      {table && <DataTable {...table} />}
    </section>
  );
}

/** @param {Course.JudgedList} props */
function Answers({ title, cards }) {
  const id = useId();
  return (
    <section class="dl-all" aria-labelledby={id}>
      <Heading depth={1} id={id}>{title}</Heading>
      {cards.map((card) => <Answer key={card.id} {...card} />)}
    </section>
  );
}

/** @param {Course.JudgedProps} props */
const Answer = ({ title, html, own, actions }) => (
  <details class="dl-group">
    <summary dir="auto">{title}</summary>
    <Html html={html} />
    {own.map(({ name, text }) => <p key={name} dir="auto"><b>{name}:</b> <span dir="auto">{text}</span></p>)}
    {actions.length > 0 && (
      <ul class="dl-actions">
        {actions.map((action) => (
          <li key={action.id}>
            <b dir="auto"><Html as="span" html={action.html} /></b>{" "}
            {action.marks.map((mark) => <span key={mark} class="dl-mark dl-mark-done dl-judge-mark">{mark}</span>)}
            <Html as="p" html={action.reason} />
          </li>
        ))}
      </ul>
    )}
  </details>
);
