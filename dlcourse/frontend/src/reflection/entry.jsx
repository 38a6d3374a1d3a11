// An entry: its words, what it is about, who can read it; opened, all of it with its earlier versions.

import { useEffect, useRef, useState } from "preact/hooks";
import { useLog } from "./log_context.js";
import { useId, usePage } from "../wire/page.js";
import { Button, Heading } from "../parts/parts.jsx";
import { Choice, Choose } from "./choose.jsx";
import { when } from "../wire/times.js";
import { Writing } from "./writing.jsx";

/**
 * `titled` where the question does not stand above already.
 * @param {Course.LogEntry & { titled?: boolean }} props
 */
export function Entry({ titled = true, ...listed }) {
  const { words, opened } = useLog();
  const { send, busy, drafts, keeper } = usePage("log");
  const id = useId();
  const [editing, edit] = useState(false);
  const again = useRef(/** @type {HTMLButtonElement | null} */ (null));
  const saved = keeper.state(`entry/${listed.entry}`)?.name === "said";
  const open = opened?.entry === listed.entry ? opened : null;
  const shown = open ?? listed;
  const begun = drafts.some(({ slot }) => slot === `entry/${listed.entry}`);
  useEffect(() => edit(false), [listed.versions]);
  useEffect(() => {
    if (saved && !editing && (document.activeElement ?? document.body) === document.body) again.current?.focus(); // the form's own button is gone
  }, [saved, editing]);
  const write = () => {
    edit(true);
    if (!open) send({ say: "OpenEntry", entry: listed.entry });
  };
  const shut = () => {
    edit(false);
    send({ say: "OpenEntry", entry: "" });
  };
  return (
    <article class="dl-log-entry" aria-labelledby={id}>
      {titled && <Heading depth={2}>{shown.title}</Heading>}
      <p class="dl-quiet" id={id}>
        {shown.changed ? words.changed.replace("{time}", when(shown.written)).replace("{later}", when(shown.changed)) : when(shown.written)}
        {titled && shown.session && ` · ${shown.session}`}
      </p>
      {open && editing ? <Writing form={open.form} labelledBy={id} onLeave={shut} /> : <Words steps={shown.steps} cut={shown.cut} />}
      <About {...shown} />
      {open && !editing && open.before.length > 0 && <Before versions={open.before} />}
      {!(open && editing) && (
        <div class="dl-row">
          {open && <Button onClick={shut}>{words.shut}</Button>}
          {!open && (shown.cut || shown.versions) && <Button onClick={() => send({ say: "OpenEntry", entry: shown.entry })}>{words.open}</Button>}
          <button type="button" ref={again} class="dl-button" aria-disabled={busy} onClick={() => !busy && write()}>{words.edit}</button>
          {begun && <span class="dl-quiet">{words.begun}</span>}
        </div>
      )}
      <p role="status" class="dl-saved" dir="auto">{saved ? words.said_again : ""}</p>
      {shown.choices.length > 0 && <Share {...shown} />}
    </article>
  );
}

/**
 * Words as they were typed: never as HTML, each in the direction of its own script.
 * @param {{ steps: Course.WrittenStep[], cut?: boolean }} props
 */
export function Words({ steps, cut }) {
  const { words } = useLog();
  return steps.map(({ heading, words: text }, place) => (
    <div key={place}>
      {heading && <p class="dl-step-heading" dir="auto">{heading}</p>}
      <p class="dl-entry-words" dir="auto">
        {text}
        {cut && place === steps.length - 1 && words.cut}
      </p>
    </div>
  ));
}

/** @param {Pick<Course.LogEntry, "notes" | "readers">} props */
const About = ({ notes, readers }) => (
  <>
    {notes.some(Boolean) && <p class="dl-quiet">{notes.filter(Boolean).join(" · ")}</p>}
    <p class="dl-readers" dir="auto">{readers}</p>
  </>
);

/** @param {{ versions: Course.OldVersion[] }} props */
function Before({ versions }) {
  const { words } = useLog();
  return (
    <details class="dl-more" open>
      <summary>{words.before}</summary>
      <p class="dl-quiet">{words.before_note}</p>
      {versions.map(({ at, steps, notes }) => (
        <div key={at} class="dl-old">
          <p class="dl-quiet">{[when(at), ...notes].filter(Boolean).join(" · ")}</p>
          <Words steps={steps} />
        </div>
      ))}
    </details>
  );
}

/**
 * What a change means is said before it is made.
 * @param {Pick<Course.LogEntry, "entry" | "visibility" | "choices">} props
 */
function Share({ entry, visibility, choices }) {
  const { words } = useLog();
  const { send, busy } = usePage("log");
  const id = useId();
  const [value, choose] = useState(visibility);
  useEffect(() => choose(visibility), [visibility]);
  const share = (/** @type {Event} */ event) => {
    event.preventDefault();
    if (!busy) send({ say: "ShareEntry", entry, visibility: value });
  };
  return (
    <details class="dl-share">
      <summary>{words.readers_change}</summary>
      <form class="dl-form" onSubmit={share} aria-busy={busy}>
        <Choose label={words.readers} value={value} describedBy={id} onChange={(chosen) => choose(/** @type {typeof visibility} */ (chosen))}>
          {choices.map((each) => <Choice key={each.value} {...each} />)}
        </Choose>
        <p id={id} dir="auto">{choices.find((each) => each.value === value)?.says}</p>
        <div class="dl-row"><button type="submit" class="dl-button" aria-disabled={busy}>{words.change}</button></div>
      </form>
    </details>
  );
}
