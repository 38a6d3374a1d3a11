// The log: a session's questions with what was written to them, or all of it. What every part needs (the words, and
// the open entry) comes by `log_context.js`.

import { LogContext, useLog } from "./log_context.js";
import { Entry } from "./entry.jsx";
import { WholeLog } from "./whole_log.jsx";
import { useId, usePage } from "../wire/page.js";
import { Heading } from "../parts/parts.jsx";
import { Fold, OneAtATime } from "../parts/fold.jsx";
import { MakePromise, Promises } from "./promises.jsx";
import { Writing } from "./writing.jsx";

/** @param {Course.PropsOf["log"]} props */
export const Log = (props) => (props.kind ? <Drawn key={props.who} {...props} /> : null);

/** @param {Course.SessionLogProps | Course.WholeLogProps} props */
function Drawn(props) {
  return (
    <LogContext.Provider value={props}>
      <div class="dl-log">
        <Heading goal>{props.heading}</Heading>
        <p class="dl-lead-in" dir="auto">{props.lead}</p>
        <p class="dl-quiet" dir="auto">{props.note}</p>
        {props.kind === "session" ? <SessionLog {...props} /> : <WholeLog {...props} />}
      </div>
    </LogContext.Provider>
  );
}

/** @param {Course.SessionLogProps} props */
function SessionLog({ due, asked, free, promise, all }) {
  const { base } = usePage("log");
  const nothing = asked.every(({ entries }) => entries.length === 0);
  return (
    <>
      <Promises title={due.title} note={due.note} promises={due.promises} vanishes />
      <OneAtATime slots={[...asked, free, promise].map(({ form }) => form.slot)} first={nothing ? asked[0]?.form.slot : ""}>
        {asked.map((each) => <Question key={each.form.slot} {...each} />)}
        <Free {...free} />
        <MakePromise {...promise} />
      </OneAtATime>
      {base && <p><a href={base + all.to}>{all.text}</a></p>}
    </>
  );
}

/**
 * A question, where to write, and what was written to it.
 * @param {Course.LogQuestion} props
 */
function Question({ title, state, first, again, form, entries, more }) {
  const { words } = useLog();
  const id = useId();
  return (
    <section class="dl-log-question" aria-labelledby={id}>
      <Heading depth={1} id={id}>{title}</Heading>
      <Fold slot={form.slot} title={entries.length ? again : first} state={state} said={words.said}>
        <Writing form={form} labelledBy={id} />
      </Fold>
      <Entries list={entries} more={more} />
    </section>
  );
}

/**
 * The newest entry, and the earlier ones folded.
 * @param {{ list: Course.LogEntry[], more?: string }} props
 */
function Entries({ list: [newest, ...earlier], more }) {
  const { words } = useLog();
  return (
    <>
      {newest && <Entry key={newest.entry} {...newest} titled={false} />}
      {earlier.length > 0 && (
        <details class="dl-earlier">
          <summary>{words.earlier.replace("{number}", String(earlier.length))}</summary>
          {earlier.map((entry) => <Entry key={entry.entry} {...entry} titled={false} />)}
          {more && <p class="dl-quiet">{more}</p>}
        </details>
      )}
    </>
  );
}

/**
 * What belongs to no question.
 * @param {Course.FreeEntries} props
 */
function Free({ title, form, entries }) {
  const { words } = useLog();
  return (
    <div class="dl-log-free">
      <Fold slot={form.slot} title={title} said={words.said}><Writing form={form} /></Fold>
      <Entries list={entries} />
    </div>
  );
}
