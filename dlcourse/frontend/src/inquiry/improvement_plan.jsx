// The improvement plan: the page that is printed, then the parts to write, the dates with the check-ins, and who reads it.
// Of all forms, one is open at a time.

import { useRef, useState } from "preact/hooks";
import { FileButton } from "../parts/file_download.jsx";
import { Fold, OneAtATime, useBegun } from "../parts/fold.jsx";
import { Form } from "../parts/form.jsx";
import { Heading } from "../parts/parts.jsx";
import { printPage } from "../parts/print.js";
import { useDownload } from "../wire/download.js";
import { useId, usePage } from "../wire/page.js";
import { when } from "../wire/times.js";
import { Paper } from "./paper.jsx";
import { Part } from "./part.jsx";

/** @param {Course.ImprovementPlanProps} props */
export function ImprovementPlan({ view, taken }) {
  const { send } = usePage("improvement-plan");
  const download = useDownload(taken);
  const paper = useRef(/** @type {HTMLElement | null} */ (null));
  const [wanted, want] = useState(/** @type {{ slot: string } | undefined} */ (undefined));
  if (!view) return null;
  const fetch = (/** @type {string} */ form) => download((ask) => send({ say: "FetchPlan", ask, form: form === "ics" ? "ics" : "docx" }));
  return (
    <div class="dl-plan-page">
      <Heading goal>{view.title}</Heading>
      <p class="dl-quiet" dir="auto">{view.lead}</p>
      <p class="dl-plan-state" dir="auto">{view.state} <Unsaved {...view} /></p>
      <details class="dl-plan-sheet" open={view.whole}>
        <summary>{view.paper_title}</summary>
        {view.long && <p class="dl-plan-long" dir="auto">{view.long}</p>}
        <Paper {...view.paper} box={paper} onWrite={(slot) => want({ slot })} />
      </details>
      <div class="dl-row">
        {view.files.map((file) => <FileButton key={file.form} {...file} onFetch={() => fetch(file.form)} />)}
        <button type="button" class="dl-button" onClick={() => printPage(paper.current)}>{view.print}</button>
      </div>
      <OneAtATime slots={view.slots} first={view.next} wanted={wanted}>
        <Parts {...view.parts} />
        <Dates {...view.dates} />
        <Readers {...view.readers} />
      </OneAtATime>
    </div>
  );
}

/** @param {Pick<Course.PlanContents, "parts" | "unsaved">} props */
function Unsaved({ parts, unsaved }) {
  const begun = useBegun();
  const titles = parts.list.filter(({ form }) => begun(form.slot)).map(({ title }) => title);
  return titles.length > 0 ? <b>{unsaved.replace("{parts}", titles.join(", "))}</b> : null;
}

/** @param {Course.PlanParts} props */
function Parts({ title, note, said, list }) {
  const id = useId();
  return (
    <section aria-labelledby={id} class="dl-plan-parts">
      <Heading depth={1} id={id}>{title}</Heading>
      <p class="dl-quiet">{note}</p>
      {list.map((part) => (
        <Fold key={part.part} slot={part.form.slot} title={part.title} state={part.state} said={said}><Part {...part} /></Fold>
      ))}
    </section>
  );
}

/** @param {Course.PlanDates} props */
function Dates({ title, note, opens, state, said, form, check_ins: checks }) {
  const id = useId();
  return (
    <section aria-labelledby={id} class="dl-plan-parts">
      <Heading depth={1} id={id}>{title}</Heading>
      {note && <p class="dl-quiet">{note}</p>}
      <Fold slot={form.slot} title={opens} state={state} said={said}><Form form={form} /></Fold>
      {checks.map((check) => <CheckIn key={check.days} {...check} />)}
    </section>
  );
}

/** @param {Course.CheckInProps} props */
const CheckIn = ({ title, state, said, answers, form }) => (
  <Fold slot={form.slot} title={title} state={state} said={said}>
    {answers.map(({ outcome, seen, at }) => (
      <p key={at} dir="auto"><b>{outcome}</b> ({when(at)}) {seen}</p>
    ))}
    <Form form={form} />
  </Fold>
);

/** @param {Course.PlanReaders} props */
function Readers({ title, says, opens, said, form }) {
  const id = useId();
  return (
    <section aria-labelledby={id} class="dl-plan-parts">
      <Heading depth={1} id={id}>{title}</Heading>
      <p>{says}</p>
      <Fold slot={form.slot} title={opens} said={said}><Form form={form} /></Fold>
    </section>
  );
}
