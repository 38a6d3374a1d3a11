// Promises: what one will do and by when, what became of it, and the forms that change it.

import { useEffect, useRef, useState } from "preact/hooks";
import { useLog } from "./log_context.js";
import { useId, usePage } from "../wire/page.js";
import { Fold, OneAtATime } from "../parts/fold.jsx";
import { Form } from "../parts/form.jsx";
import { Heading } from "../parts/parts.jsx";
import { day, when } from "../wire/times.js";

/**
 * A list of promises. One that `vanishes` draws nothing while it is empty, apart from what became of the last step.
 * @param {{ title: string, note?: string, said?: string, promises: Course.LogPromise[], vanishes?: boolean, children?: Page.Children }} props
 */
export function Promises({ title, note, said, promises, vanishes = false, children }) {
  const { promise_words: words } = useLog();
  const id = useId();
  const [told, listens] = useTold();
  const due = promises.filter((promise) => promise.due);
  const empty = vanishes && promises.length === 0;
  return (
    <section class={empty ? "dl-promises dl-promises-none" : "dl-promises"} aria-labelledby={empty ? undefined : id} onSubmit={listens}>
      {!empty && <Heading depth={1} id={id}>{title}</Heading>}
      {!empty && note && <p class="dl-quiet" dir="auto">{note}</p>}
      {said && <blockquote class="dl-reading" dir="auto">{said}</blockquote>}
      {told}
      <OneAtATime slots={due.map(({ answer }) => answer.slot)} first={due[0]?.answer.slot}>
        {promises.map((promise) => <Promised key={promise.commitment} {...promise} />)}
      </OneAtATime>
      {children}
      {!empty && <p class="dl-quiet">{words.private}</p>}
    </section>
  );
}

/**
 * What became of the last step, where it was taken: the promise itself may be gone from the list, and its button with
 * it. Returns the line that tells it, and what hears that a form was sent here.
 * @returns {[Page.Children, () => void]}
 */
function useTold() {
  const { promise_told: told, saved } = useLog();
  const { busy } = usePage("log");
  const [here, hear] = useState(false);
  const line = useRef(/** @type {HTMLParagraphElement | null} */ (null));
  useEffect(() => {
    if (here && told && !busy && (document.activeElement ?? document.body) === document.body) line.current?.focus();
  }, [saved, busy]);
  return [<p ref={line} role="status" tabIndex={-1} class="dl-saved" dir="auto">{here ? told : ""}</p>, () => hear(true)];
}

/** @param {Course.SessionPromise} props */
export function MakePromise({ title, ask, first, again, form, promises }) {
  const { promise_words: words } = useLog();
  return (
    <Promises title={title} said={ask} promises={promises}>
      <Fold slot={form.slot} title={promises.length ? again : first} said={words.said}>
        <Form form={form} />
      </Fold>
    </Promises>
  );
}

/** @param {Course.LogPromise} props */
function Promised({ commitment, what, by, session, due, made, changed, state, answers, answer, change }) {
  const { words, promise_words } = useLog();
  const id = useId();
  const notes = [by && words.by.replace("{day}", day(by)), session, when(made), changed && promise_words.changed.replace("{time}", when(changed))];
  return (
    <article class="dl-promise" aria-labelledby={id}>
      <p class="dl-entry-words" id={id} dir="auto">{what}</p>
      <p class="dl-quiet"><span class={due ? "dl-mark dl-mark-due" : "dl-mark"}>{state}</span> {notes.filter(Boolean).join(" · ")}</p>
      {answers.map((each) => <Answered key={each.at} {...each} />)}
      <Fold slot={answer.slot} title={promise_words.answer_more}><Form form={answer} /></Fold>
      <Fold slot={`change/${commitment}`} title={promise_words.change_more}>
        {change && <Form form={change} />}
        <Delete commitment={commitment} />
      </Fold>
    </article>
  );
}

/** @param {Course.PromiseAnswer} props */
function Answered({ outcome, words: said, at, again }) {
  const { promise_words: words } = useLog();
  return (
    <div class="dl-old">
      <p><b>{outcome}</b> <span class="dl-quiet">{when(at)} {again && `· ${words.carried.replace("{day}", day(again))}`}</span></p>
      {said && <p class="dl-entry-words" dir="auto">{said}</p>}
    </div>
  );
}

/** @param {{ commitment: string }} props */
function Delete({ commitment }) {
  const { promise_words: words } = useLog();
  const { send } = usePage("log");
  const id = useId();
  const submit = (/** @type {Event} */ event) => {
    event.preventDefault();
    send({ say: "DeleteCommitment", commitment });
  };
  return (
    <form class="dl-delete" onSubmit={submit} aria-describedby={id}>
      <p class="dl-quiet" id={id} dir="auto">{words.delete_note}</p>
      <div class="dl-row"><button type="submit" class="dl-button" aria-disabled={usePage("log").busy}>{words.delete}</button></div>
    </form>
  );
}
