// The sorting exercise: one card, three places for it. It is put there by a button, a key, a menu, or by dragging.

import { useEffect, useRef } from "preact/hooks";
import { isNowhere, useKeys, useKeySwitch } from "./sorting_keys.js";
import { useId, usePage } from "../wire/page.js";
import { Heading, Html, Measure } from "../parts/parts.jsx";

/** @typedef {Course.Sort["answer"]} Answer */

/** @param {Course.SortingProps} props */
export function Sorting({ view }) {
  const box = useRef(/** @type {HTMLDivElement | null} */ (null));
  useNext(box, view?.last?.id);
  if (!view) return null;
  const { title, progress, last, last_title, why, next, end, list } = view;
  const sorts = () => {
    const within = box.current?.contains(document.activeElement) || isNowhere(document.activeElement);
    if (box.current) box.current.dataset.moved = within ? "yes" : "";
  };
  return (
    <div class="dl-sorting" ref={box}>
      <Heading goal>{title}</Heading>
      <Measure {...progress} />
      {end && <End {...end} />}
      <div class={next && last ? "dl-sorting-now" : ""}>
        <div role="status">{last && <Told title={last_title} {...last} fold={narrow() ? why : ""} />}</div>
        {next && <Card key={next.id} {...view} next={next} onPut={sorts} />}
      </div>
      {list.cards.length > 0 && <All {...list} />}
    </div>
  );
}

/**
 * The focus of who sorted from within goes on to the next situation, or to the end; what was answered is in view.
 * @param {Page.Ref<HTMLElement>} box
 * @param {string | undefined} last
 */
function useNext(box, last) {
  useEffect(() => {
    if (!box.current?.dataset.moved) return;
    delete box.current.dataset.moved;
    /** @type {HTMLElement | null} */
    const next = box.current.querySelector(".dl-task [data-goal]") ?? box.current.querySelector(".dl-end [data-goal]");
    box.current.querySelector(".dl-told")?.scrollIntoView({ block: "start" });
    next?.focus({ preventScroll: true });
    next?.scrollIntoView({ block: "nearest" });
    if (beside(box.current)) box.current.querySelector(".dl-task .dl-places")?.scrollIntoView({ block: "nearest" });
  }, [last]);
}

/** Whether the last answer stands beside the next card, so that both can be in view. */
const beside = (/** @type {HTMLElement} */ box) => {
  const [told, task] = [".dl-sorting-now .dl-told", ".dl-sorting-now .dl-task"].map((part) => box.querySelector(part));
  return Boolean(told && task && told.getBoundingClientRect().left > task.getBoundingClientRect().left);
};

/**
 * The situation to sort now.
 * @param {Course.SortingContents & { next: Course.SituationProps, onPut: () => void }} props
 */
function Card({ exercise, next, kinds, question, hint, use_keys, menu, again, onPut }) {
  const { send, busy } = usePage("sorting");
  const id = useId();
  const put = (/** @type {Answer} */ answer) => {
    if (busy) return;
    onPut();
    send({ say: "Sort", exercise, situation: next.id, answer });
  };
  const keys = useKeySwitch();
  const places = useRef(/** @type {HTMLDivElement | null} */ (null));
  useKeys(kinds, keys.on, places, put);
  return (
    <section class="dl-card dl-task" aria-labelledby={id}>
      <Heading depth={1} id={id} goal>{question}</Heading>
      {again && <p class="dl-quiet" dir="auto">{again}</p>}
      <div class="dl-situation" draggable onDragStart={(event) => event.dataTransfer?.setData("text/plain", next.id)}>
        <Html html={next.html} />
      </div>
      <p class="dl-quiet" dir="auto">{hint}</p>
      <div class="dl-places" role="group" aria-labelledby={id} ref={places}>
        {kinds.map((kind) => <Place key={kind.value} name={kind.name} short={kind.short} hotkey={kind.key} situation={next.id} busy={busy} onPut={() => put(kind.value)} />)}
      </div>
      <Menu {...menu} kinds={kinds} busy={busy} onPut={put} />
      <label class="dl-keys">
        <input type="checkbox" checked={keys.on} onChange={(event) => keys.turn(event.currentTarget.checked)} />
        <span dir="auto">{use_keys}</span>
      </label>
    </section>
  );
}

/**
 * The places as a list. Looking through it does nothing; only the button puts the card there.
 * @param {Course.SortMenu & { kinds: Course.KindProps[], busy: boolean, onPut: (answer: Answer) => void }} props
 */
function Menu({ label, empty, submit, kinds, busy, onPut }) {
  const place = useRef(/** @type {HTMLSelectElement | null} */ (null));
  const put = (/** @type {Event} */ event) => {
    event.preventDefault();
    onPut(/** @type {Answer} */ (place.current?.value));
  };
  return (
    <form class="dl-menu" onSubmit={put}>
      <label class="dl-field">
        <span dir="auto">{label}</span>
        <select ref={place} required>
          <option value="">{empty}</option>
          {kinds.map(({ value, name }) => <option key={value} value={value}>{name}</option>)}
        </select>
      </label>
      <button type="submit" class="dl-button" aria-disabled={busy}>{submit}</button>
    </form>
  );
}

/** @param {{ name: string, short: string, hotkey: string, situation: string, busy: boolean, onPut: () => void }} props */
function Place({ name, short, hotkey, situation, busy, onPut }) {
  const drop = (/** @type {DragEvent} */ event) => {
    event.preventDefault();
    if (event.dataTransfer?.getData("text/plain") === situation) onPut();
  };
  return (
    <button
      type="button"
      class="dl-button dl-place"
      aria-disabled={busy}
      aria-keyshortcuts={hotkey}
      onClick={onPut}
      onDragOver={(event) => event.preventDefault()}
      onDrop={drop}
    >
      <b dir="auto"><kbd aria-hidden="true">{hotkey}</kbd> {name}</b>
      <span dir="auto">{short}</span>
    </button>
  );
}

const MARKS = { best: "✓", defensible: "≈", other: "○" };

/** Whether the screen has room for one thing at a time only. */
const narrow = () => !matchMedia("(min-width: 56rem)").matches;

/**
 * An answer and what is said of it; with ``fold``, the reasons are folded under these words.
 * @param {Omit<Course.SortedProps, "id"> & { title?: string, fold?: string }} props
 */
function Told({ title, html, result, words, told, fold, ...reasons }) {
  return (
    <section class={`dl-told dl-told-${result}`}>
      {title && <Heading depth={1}>{title}</Heading>}
      <Html html={html} class="dl-situation-said" />
      <p class="dl-verdict" dir="auto"><span aria-hidden="true">{MARKS[result]}</span> {words}</p>
      <Html as="p" html={told} />
      {fold ? <details><summary>{fold}</summary><Reasons {...reasons} /></details> : <Reasons {...reasons} />}
    </section>
  );
}

/** @param {Pick<Course.SortedProps, "key_answers" | "reason" | "source" | "close">} props */
const Reasons = ({ key_answers, reason, source, close }) => (
  <>
    <dl class="dl-key">
      {key_answers.map(({ ask, html: found }) => (
        <div key={ask}>
          <dt dir="auto">{ask}</dt>
          <Html as="dd" html={found} />
        </div>
      ))}
    </dl>
    <Html as="p" html={reason} />
    <Html as="p" html={source} class="dl-quiet" />
    {close && <Html as="p" html={close} class="dl-close" />}
  </>
);

/** @param {Course.SortingEnd} props */
const End = ({ title, sentences, next }) => (
  <section class="dl-end">
    <Heading depth={1} goal>{title}</Heading>
    <ul>{sentences.map((sentence) => <li key={sentence} dir="auto">{sentence}</li>)}</ul>
    <p dir="auto">{next}</p>
  </section>
);

/** @param {Course.SortedList} props */
const All = ({ title, cards }) => (
  <details class="dl-all">
    <summary>{title}</summary>
    {cards.map((card) => <Told key={card.id} {...card} />)}
  </details>
);
