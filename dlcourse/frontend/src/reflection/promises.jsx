// @ts-nocheck: this file has no types yet.
// Promises: what one will do and by when, and what became of it.

import { newId } from "../wire/ids.js";
import { useLog } from "./log_context.js";
import { useId, usePage } from "../wire/page.js";
import { Heading } from "../parts/parts.jsx";
import { Keeping, OtherDrafts, useSlot } from "../parts/draft_slot.jsx";
import { wordsOf } from "./drafted.js";
import { day, when } from "../wire/times.js";

/** A list of promises; with `ask` each is asked about at once, else where one wants to answer. */
export function Promises({ title, note, said, promises, ask = false, children }) {
  const { promise_words: words } = useLog();
  const id = useId();
  return (
    <section class="dl-promises" aria-labelledby={id}>
      <Heading depth={1} id={id}>{title}</Heading>
      {note && <p class="dl-quiet" dir="auto">{note}</p>}
      {said && <blockquote class="dl-reading" dir="auto">{said}</blockquote>}
      {promises.map((promise) => <Promised key={promise.commitment} {...promise} ask={ask} />)}
      {children}
      <p class="dl-quiet">{words.private}</p>
    </section>
  );
}

export function MakePromise({ title, ask, form, promises }) {
  return (
    <Promises title={title} said={ask} promises={promises}>
      <Make form={form} />
    </Promises>
  );
}

function Promised({ what, by, session, made, open, state, answers, form, ask }) {
  const { words, promise_words } = useLog();
  const id = useId();
  return (
    <article class="dl-promise" aria-labelledby={id}>
      <p class="dl-entry-words" id={id} dir="auto">{what}</p>
      <p class="dl-quiet">
        <span class="dl-mark">{state}</span> {by && words.by.replace("{day}", day(by))} {session && `· ${session}`} · {when(made)}
      </p>
      {answers.map((answer) => (
        <div key={answer.at} class="dl-old">
          <p><b>{answer.outcome}</b> <span class="dl-quiet">{when(answer.at)} {answer.again && `· ${promise_words.carried.replace("{day}", day(answer.again))}`}</span></p>
          {answer.words && <p class="dl-entry-words" dir="auto">{answer.words}</p>}
        </div>
      ))}
      {ask && open ? <Answer form={form} labelledBy={id} /> : (
        <details class="dl-share">
          <summary>{promise_words.answer_more}</summary>
          <Answer form={form} labelledBy={id} />
        </details>
      )}
    </article>
  );
}

export function Make({ form }) {
  const { promise_words: words } = useLog();
  const { filled, change, draft, ...slot } = useSlot(form.slot, { what: "", by: "" });
  const message = (id) => ({ commitment: id, what: filled.what, by: filled.by || null });
  return (
    <Lines form={form} draft={draft} slot={slot} message={message} submit={words.make}>
      <Area label={form.label} value={filled.what} locked={slot.pending} onInput={(what) => change({ what })} />
      <Day label={words.by} note={words.by_note} value={filled.by} locked={slot.pending} onInput={(by) => change({ by })} />
    </Lines>
  );
}

function Answer({ form, labelledBy }) {
  const { promise_words: words, outcomes } = useLog();
  const id = useId();
  const { filled, change, draft, ...slot } = useSlot(form.slot, { outcome: "", words: "", again: "" });
  const carried = filled.outcome && filled.outcome !== "kept";
  const message = () => ({ outcome: filled.outcome, words: filled.words, again: (carried && filled.again) || null });
  return (
    <Lines form={form} draft={draft} slot={slot} message={message} submit={words.answer}>
      <fieldset class="dl-fields" aria-describedby={labelledBy}>
        <legend class="dl-small-legend">{words.outcome}</legend>
        <div class="dl-steps">
          {outcomes.map(({ value, text }) => (
            <label key={value} class="dl-step">
              <input type="radio" required name={id} checked={filled.outcome === value} onChange={() => change({ outcome: value })} />
              <span>{text}</span>
            </label>
          ))}
        </div>
      </fieldset>
      <Area label={words.happened} value={filled.words} locked={slot.pending} onInput={(text) => change({ words: text })} />
      {carried && <Day label={words.again} note={words.again_note} value={filled.again} locked={slot.pending} onInput={(again) => change({ again })} />}
    </Lines>
  );
}

/** A form whose words are kept as a draft, and the command that says them. */
function Lines({ form, draft, slot, message, submit, children }) {
  const { words } = useLog();
  const { connection } = usePage();
  const send = (event) => {
    event.preventDefault();
    if (slot.pending) return;
    const id = draft ?? newId();
    connection.post({ ...form.fixed, ...message(id), say: form.say, id });
  };
  return (
    <form class="dl-form dl-writing" onSubmit={send} aria-busy={slot.pending}>
      {children}
      <Keeping slot={form.slot} {...slot} draft={draft} said={words.said} />
      <div class="dl-row"><button type="submit" class="dl-button dl-primary" aria-disabled={slot.pending}>{submit}</button></div>
      <OtherDrafts slot={form.slot} others={slot.others} wordsOf={wordsOf} />
    </form>
  );
}

const Area = ({ label, value, locked, onInput }) => (
  <label class="dl-field">
    <span dir="auto">{label}</span>
    <textarea dir="auto" rows={3} maxLength={10_000} value={value} readOnly={locked} onInput={(event) => onInput(event.currentTarget.value)} />
  </label>
);

function Day({ label, note, value, locked, onInput }) {
  const id = useId();
  return (
    <label class="dl-field dl-choose">
      <span>{label}</span>
      <input type="date" value={value} readOnly={locked} aria-describedby={id} onInput={(event) => onInput(event.currentTarget.value)} />
      <span class="dl-quiet" id={id}>{note}</span>
    </label>
  );
}
