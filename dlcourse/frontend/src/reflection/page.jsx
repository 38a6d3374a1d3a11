// @ts-nocheck: this file has no types yet.
// The log: a session's questions with what was written to them, or all of it. What every part needs (the words, the
// choices, the keeper of drafts) comes by `logcontext.js`.

import { useEffect, useMemo, useReducer } from "preact/hooks";
import { DraftKeeper } from "../wire/drafts.js";
import { LogContext } from "./log_context.js";
import { Entry } from "./entry.jsx";
import { WholeLog } from "./whole_log.jsx";
import { useId, usePage } from "../wire/page.js";
import { Heading } from "../parts/parts.jsx";
import { MakePromise, Promises } from "./promises.jsx";
import { Writing } from "./writing.jsx";

export const Log = (props) => (props.kind ? <Drawn key={props.who} {...props} /> : null);

function Drawn(props) {
  const keeper = useKeeper(props.who);
  return (
    <LogContext.Provider value={{ ...props, keeper }}>
      <div class="dl-log">
        <Heading goal>{props.heading}</Heading>
        <p class="dl-lead-in" dir="auto">{props.lead}</p>
        <p class="dl-quiet" dir="auto">{props.note}</p>
        {props.kind === "session" ? <SessionLog {...props} /> : <WholeLog {...props} />}
      </div>
    </LogContext.Provider>
  );
}

/** The keeper of what is typed on this page; whatever it has to tell, the page is drawn again. */
function useKeeper(who) {
  const { connection } = usePage();
  const [, again] = useReducer((count) => count + 1, 0);
  const keeper = useMemo(() => new DraftKeeper(connection, { tab: storage("sessionStorage"), local: storage("localStorage"), who }), [connection]);
  useEffect(() => {
    const hurry = () => keeper.hurry();
    const end = keeper.subscribe(again);
    addEventListener("pagehide", hurry);
    document.addEventListener("visibilitychange", hurry);
    return () => {
      removeEventListener("pagehide", hurry);
      document.removeEventListener("visibilitychange", hurry);
      end();
      keeper.stop();
    };
  }, [keeper]);
  return keeper;
}

/** A browser may refuse the storage itself. */
function storage(name) {
  try {
    return window[name];
  } catch {
    return undefined;
  }
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
