// @ts-nocheck: this file has no types yet.
// The log: a session's questions with what was written to them, or all of it. What every part needs (the words and the
// choices) comes by `log_context.js`.

import { LogContext } from "./log_context.js";
import { Entry } from "./entry.jsx";
import { WholeLog } from "./whole_log.jsx";
import { useId, usePage } from "../wire/page.js";
import { Heading } from "../parts/parts.jsx";
import { MakePromise, Promises } from "./promises.jsx";
import { Writing } from "./writing.jsx";

export const Log = (props) => (props.kind ? <Drawn key={props.who} {...props} /> : null);

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

function SessionLog({ earlier, asked, free, promise, all }) {
  const { base } = usePage();
  return (
    <>
      {earlier.promises.length > 0 && <Promises title={earlier.title} note={earlier.note} promises={earlier.promises} ask />}
      {asked.map((each) => <Question key={each.form.slot} {...each} />)}
      <details class="dl-more">
        <summary>{free.title}</summary>
        <Question {...free} title={null} />
      </details>
      <MakePromise {...promise} />
      {base && <p><a href={base + all.to}>{all.text}</a></p>}
    </>
  );
}

/** A question, what was written to it, and where to write. */
function Question({ title, form, entries, more }) {
  const id = useId();
  return (
    <section class="dl-log-question" aria-labelledby={title ? id : undefined}>
      {title && <Heading depth={1} id={id}>{title}</Heading>}
      <Writing form={form} labelledBy={title ? id : undefined} />
      {entries.map((entry) => <Entry key={entry.entry} {...entry} titled={false} />)}
      {more && <p class="dl-quiet">{more}</p>}
    </section>
  );
}
