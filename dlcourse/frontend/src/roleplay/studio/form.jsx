// The studio's form: cards with fields, each of which changes its place in the text. Cards can be added, moved and removed.

import { useEffect, useRef, useState } from "preact/hooks";
import { useId, usePage } from "../../wire/page.js";
import { Removal } from "./removal.jsx";

const PAUSE = 500; // ms without typing after which a field is sent
const FEW = 12; // choices that are not folded away

/** @typedef {{ words: Record<string, string>, onTell: (news: string) => void, beforeChange: () => void }} Around */

/** Returns what sends changes of the form, after what was typed into the text. */
function useChange(/** @type {() => void} */ beforeChange) {
  const { queue } = usePage("studio");
  return (/** @type {Record<string, unknown>[]} */ edits) => {
    beforeChange();
    // `pages/roleplay/studio/form_parts.py` says which changes a field sends.
    queue({ say: "ChangeText", edits: /** @type {any} */ (edits) });
  };
}

/** @param {{ card: Course.CardProps, whole?: boolean } & Around} props */
export function Card({ card, whole = false, ...around }) {
  const fields = card.fields.map((field) => <Field key={field.key} field={field} {...around} />);
  return (
    <>
      {card.note && <p class="dl-studio-aim" dir="auto">{card.note}</p>}
      <Remarks remarks={card.remarks} words={around.words} />
      {whole ? <Fold title={around.words.whole} open>{fields}</Fold> : fields}
      {card.lists.map((list) => <List key={list.key} list={list} nested={!whole} {...around} />)}
      {card.more.length > 0 && <Fold title={around.words.more}>{card.more.map((field) => <Field key={field.key} field={field} {...around} />)}</Fold>}
    </>
  );
}

/** @param {{ title: string, open?: boolean, children: Page.Children }} props */
const Fold = ({ title, open = false, children }) => (
  <details class="dl-studio-fold" open={open}>
    <summary>{title}</summary>
    <div>{children}</div>
  </details>
);

/** @param {{ list: Course.CardListProps, nested: boolean } & Around} props */
function List({ list, nested, ...around }) {
  const change = useChange(around.beforeChange);
  const box = useRef(/** @type {HTMLDetailsElement | null} */ (null));
  const wanted = useRef(-1);
  useEffect(() => {
    if (wanted.current < 0 || wanted.current >= list.cards.length) return;
    const card = /** @type {HTMLDetailsElement | null | undefined} */ (box.current?.querySelectorAll(`:scope > div > .dl-studio-card`)[wanted.current]);
    wanted.current = -1;
    if (card) card.open = true;
    card?.querySelector("summary")?.focus();
  }, [list.cards]);
  const act = (/** @type {Record<string, unknown>} */ edit, /** @type {number} */ next, /** @type {string} */ news) => {
    wanted.current = next;
    change([edit]);
    around.onTell(news);
  };
  const count = list.cards.length;
  const open = useOpened(nested || list.cards.some(hasErrors) || list.remarks.some(({ kind }) => kind === "error"));
  return (
    <details class="dl-studio-fold" data-list={list.key} ref={box} open={open}>
      <summary>{list.label} <span class="dl-quiet">({count})</span></summary>
      <div>
        {list.hint && <p class="dl-quiet">{list.hint}</p>}
        <Remarks remarks={list.remarks} words={around.words} />
        {list.cards.map((card) => <Item key={card.key} card={card} onAct={act} {...around} />)}
        <div class="dl-row">
          {list.adds.map(({ text, edits }) => (
            <button key={text} type="button" class="dl-button" onClick={() => { wanted.current = count; change(edits); around.onTell(around.words.added.replace("{label}", list.label).replace("{place}", String(count + 1))); }}>{text}</button>
          ))}
        </div>
      </div>
    </details>
  );
}

/** Whether something was ever wrong in a fold: it opens then, and does not close by itself when that is mended. */
function useOpened(/** @type {boolean} */ bad) {
  const opened = useRef(bad);
  opened.current ||= bad;
  return opened.current;
}

/** @type {(card: Course.CardProps) => boolean} */
const hasErrors = (card) =>
  [card, ...card.fields, ...card.more].some(({ remarks }) => remarks.some(({ kind }) => kind === "error")) || card.lists.some(({ cards }) => cards.some(hasErrors));

/** @param {{ card: Course.CardProps, onAct: (edit: Record<string, unknown>, next: number, news: string) => void } & Around} props */
function Item({ card, onAct, ...around }) {
  const { words } = around;
  const { path, place, count, title } = card;
  const go = (/** @type {number} */ to) => onAct({ kind: "move", path, to }, to, words.moved.replace("{title}", title).replace("{place}", String(to + 1)).replace("{count}", String(count)));
  const [asking, ask] = useState(false);
  const remove = (heir = "") => onAct({ kind: "remove", path, heir }, Math.min(place, count - 2), words.removed.replace("{title}", title));
  const box = useRef(/** @type {HTMLDetailsElement | null} */ (null));
  const open = useOpened(hasErrors(card));
  return (
    <details class="dl-studio-card" ref={box} data-card={card.key} open={open}>
      <summary dir="auto">{title}</summary>
      <Card card={card} {...around} />
      <div class="dl-row">
        <button type="button" class="dl-button" disabled={place === 0} onClick={() => go(place - 1)}>{words.up}<span class="dl-unseen"> {title}</span></button>
        <button type="button" class="dl-button" disabled={place === count - 1} onClick={() => go(place + 1)}>{words.down}<span class="dl-unseen"> {title}</span></button>
        <button type="button" class="dl-button" onClick={() => (card.removal ? ask(true) : remove())}>{words.remove}<span class="dl-unseen"> {title}</span></button>
      </div>
      {asking && card.removal && <Removal {...card.removal} onRemove={remove} onKeep={() => { ask(false); box.current?.querySelector("summary")?.focus(); }} />}
    </details>
  );
}

/** @param {{ remarks: Course.RemarkProps[], words: Record<string, string>, id?: string }} props */
const Remarks = ({ remarks, words, id }) => remarks.length > 0 && (
  <div id={id} class="dl-studio-remarks">
    {remarks.map(({ kind, text }) => <p key={text} class={`dl-studio-${kind}`} dir="auto">{kind !== "todo" && <b>{words[kind]}: </b>}{text}</p>)}
  </div>
);

/**
 * What stands in a field: what was typed until the course has it, else what the text says.
 * @param {Course.FieldProps} field
 * @param {(value: string) => void} send
 */
function useTyped(field, send) {
  const { busy } = usePage();
  const [typed, type] = useState(/** @type {string | null} */ (null));
  const sent = useRef(/** @type {string | null} */ (null));
  const timer = useRef(/** @type {ReturnType<typeof setTimeout> | undefined} */ (undefined));
  const flush = (value = typed) => {
    clearTimeout(timer.current);
    if (value === null || value === sent.current) return;
    if (field.send === "id" && !value.trim()) return type(null); // an id can be changed, not left out
    sent.current = value;
    send(value);
  };
  useEffect(() => {
    if (!busy && typed !== null && typed === sent.current) type(null);
  }, [busy, field.value]);
  const put = (/** @type {string} */ value) => {
    type(value);
    sent.current = null;
    clearTimeout(timer.current);
    if (field.send !== "id") timer.current = setTimeout(() => flush(value), PAUSE); // half an id would be renamed everywhere
  };
  return { value: typed ?? field.value, put, flush: () => flush() };
}

/**
 * What is ticked: what was clicked until the course has answered, else what the text says.
 * @template T
 * @param {T} value
 * @returns {[T, (clicked: T) => void]}
 */
function useTicked(value) {
  const { busy } = usePage();
  const [clicked, click] = useState(/** @type {{ value: T } | null} */ (null));
  useEffect(() => void (busy || click(null)), [busy, JSON.stringify(value)]);
  return [clicked ? clicked.value : value, (now) => click({ value: now })];
}

/** @param {{ field: Course.FieldProps } & Around} props */
function Field({ field, words, beforeChange }) {
  const change = useChange(beforeChange);
  const id = useId();
  const { path, draw, send: kind } = field;
  const send = (/** @type {string} */ value) => {
    if (!value.trim() && field.drops) return field.value || field.chosen.length ? change([{ kind: "remove", path }]) : undefined;
    if (kind === "lines") return change([{ kind: "names", path, names: value.split("\n").filter((line) => line.trim()) }]);
    change([kind !== "words" && value.trim() ? { kind: "token", path, token: value.trim() } : { kind: "words", path, words: value }]);
  };
  const { value, put, flush } = useTyped(field, send);
  const about = [field.hint && `${id}-hint`, field.remarks.length && `${id}-remarks`].filter(Boolean).join(" ") || undefined;
  const shared = { id, value, "aria-describedby": about, "aria-invalid": field.remarks.some(({ kind }) => kind === "error") || undefined, dir: /** @type {const} */ ("auto") };
  const typing = { ...shared, onInput: (/** @type {any} */ event) => put(event.currentTarget.value), onBlur: flush };
  return (
    <div class="dl-field dl-studio-field" data-field={field.key} data-left={field.remarks.some(({ kind }) => kind === "todo") || undefined}>
      {draw !== "some" && draw !== "truth" && <label for={id}>{field.label}</label>}
      {draw === "line" && <input type="text" {...typing} />}
      {draw === "number" && <input type="text" {...typing} />}
      {draw === "text" && <textarea rows={Math.min(10, Math.max(2, Math.ceil(value.length / 60)))} {...typing} />}
      {draw === "one" && (
        <select {...shared} onChange={(event) => send(event.currentTarget.value)}>
          <option value="">{words.choose}</option>
          {value && !field.choices.some((choice) => choice.value === value) && <option value={value}>{value}</option>}
          {field.choices.map((choice) => <option key={choice.value} value={choice.value}>{choice.text}</option>)}
        </select>
      )}
      {draw === "truth" && <Truth field={field} id={id} about={about} change={change} />}
      {draw === "some" && <Some field={field} about={about} change={change} />}
      {field.hint && <p class="dl-quiet" id={`${id}-hint`}>{field.hint}</p>}
      <Remarks remarks={field.remarks} words={words} id={`${id}-remarks`} />
    </div>
  );
}

/** @param {{ field: Course.FieldProps, id: string, about?: string, change: (edits: Record<string, unknown>[]) => void }} props */
function Truth({ field: { path, label, value }, id, about, change }) {
  const [ticked, tick] = useTicked(value === "true");
  const put = (/** @type {boolean} */ now) => {
    tick(now);
    change([now ? { kind: "token", path, token: "true" } : { kind: "remove", path }]);
  };
  return (
    <label class="dl-studio-tick">
      <input type="checkbox" id={id} checked={ticked} aria-describedby={about} onChange={(event) => put(event.currentTarget.checked)} /> {label}
    </label>
  );
}

/** @param {{ field: Course.FieldProps, about?: string, change: (edits: Record<string, unknown>[]) => void }} props */
function Some({ field: { path, label, choices, chosen: said }, about, change }) {
  const known = choices.map(({ value }) => value);
  const [chosen, choose] = useTicked(said);
  const put = (/** @type {string} */ name, /** @type {boolean} */ ticked) => {
    const kept = chosen.filter((each) => known.includes(each) && each !== name); // what is not there any more goes with the next change
    const names = ticked ? [...kept, name] : kept;
    choose(names);
    change([names.length || path.length < 2 || path[path.length - 1] === "held_by" ? { kind: "names", path, names } : { kind: "remove", path }]);
  };
  const ticks = choices.map(({ value, text }) => (
    <label key={value} class="dl-studio-tick">
      <input type="checkbox" checked={chosen.includes(value)} onChange={(event) => put(value, event.currentTarget.checked)} /> <span dir="auto">{text}</span>
    </label>
  ));
  if (choices.length <= FEW) return <fieldset class="dl-studio-some" aria-describedby={about}><legend>{label}</legend>{ticks}</fieldset>;
  return (
    <details class="dl-studio-many">
      <summary>{label} <span class="dl-quiet">({chosen.join(", ") || "–"})</span></summary>
      <fieldset class="dl-studio-some" aria-describedby={about}><legend class="dl-unseen">{label}</legend>{ticks}</fieldset>
    </details>
  );
}
