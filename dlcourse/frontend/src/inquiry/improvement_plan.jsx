// The improvement plan: the page that is printed, then the parts to write, the dates with the check-ins, and who reads it.

import { useEffect, useRef, useState } from "preact/hooks";
import { FileButton } from "../parts/file_download.jsx";
import { Form } from "../parts/form.jsx";
import { Heading } from "../parts/parts.jsx";
import { printPage } from "../parts/print.js";
import { useDownload } from "../wire/download.js";
import { useId, usePage } from "../wire/page.js";
import { when } from "../wire/times.js";
import { Paper } from "./paper.jsx";
import { Part } from "./part.jsx";

/** @param {Course.ImprovementPlanProps} props */
export function ImprovementPlan({ view, told, taken }) {
  const { send } = usePage("improvement-plan");
  const download = useDownload(taken);
  const paper = useRef(/** @type {HTMLElement | null} */ (null));
  const page = useRef(/** @type {HTMLDivElement | null} */ (null));
  const [open, setOpen] = useState("");
  const [wanted, setWanted] = useState({ part: "" }); // a new object each time, so that the same part can be wanted again
  useEffect(() => {
    if (wanted.part) goTo(page.current?.querySelector(`[data-part="${CSS.escape(wanted.part)}"]`));
  }, [wanted]);
  if (!view) return null;
  const fetch = (/** @type {string} */ form) => download((ask) => send({ say: "FetchPlan", ask, form: form === "ics" ? "ics" : "docx" }));
  const write = (/** @type {string} */ part) => {
    setOpen(part);
    setWanted({ part });
  };
  return (
    <div class="dl-plan-page" ref={page}>
      <Heading goal>{view.title}</Heading>
      <p class="dl-quiet" dir="auto">{view.lead}</p>
      <p class="dl-plan-state">{view.state}</p>
      <p role="status" class="dl-plan-told" dir="auto">{told}</p>
      {view.next && <Next key={view.next.part.part} {...view.next} />}
      <div class="dl-row">
        {view.files.map((file) => <FileButton key={file.form} {...file} onFetch={() => fetch(file.form)} />)}
        <button type="button" class="dl-button" onClick={() => printPage(paper.current)}>{view.print}</button>
      </div>
      {view.long && <p class="dl-plan-long" dir="auto">{view.long}</p>}
      <Paper {...view.paper} box={paper} onWrite={write} />
      <Parts {...view.parts} open={open} onOpen={setOpen} />
      <Dates {...view.dates} />
      <Readers {...view.readers} />
    </div>
  );
}

/** Bring a part into view, with the focus on its first field. */
function goTo(/** @type {Element | null | undefined} */ part) {
  part?.scrollIntoView({ block: "start" });
  /** @type {HTMLElement | null | undefined} */ (part?.querySelector("textarea"))?.focus({ preventScroll: true });
}

/** @param {Course.NextPart} props */
const Next = ({ title, part }) => (
  <section class="dl-plan-next" data-part={part.part} aria-label={title}>
    <Heading depth={1}>{title}</Heading>
    <Part {...part} />
  </section>
);

/** @param {Course.PlanParts & { open: string, onOpen: (part: string) => void }} props */
function Parts({ title, note, list, open, onOpen }) {
  const id = useId();
  return (
    <section aria-labelledby={id} class="dl-plan-parts">
      <Heading depth={1} id={id}>{title}</Heading>
      <p class="dl-quiet">{note}</p>
      {list.map((part) => (
        <details key={part.part} data-part={part.part} open={part.part === open}>
          <summary
            onClick={(event) => {
              event.preventDefault();
              onOpen(part.part === open ? "" : part.part);
            }}
          >
            {part.title} <span class="dl-mark">{part.state}</span>
          </summary>
          {part.part === open && <Part {...part} />}
        </details>
      ))}
    </section>
  );
}

/** @param {Course.PlanDates} props */
function Dates({ title, note, form, check_ins: checks }) {
  const id = useId();
  return (
    <section aria-labelledby={id} class="dl-plan-parts">
      <Heading depth={1} id={id}>{title}</Heading>
      {note && <p class="dl-quiet">{note}</p>}
      <Form form={form} />
      {checks.map((check) => <CheckIn key={check.days} {...check} />)}
    </section>
  );
}

/** @param {Course.CheckInProps} props */
const CheckIn = ({ title, state, answers, form }) => (
  <details>
    <summary>{title} <span class="dl-mark">{state}</span></summary>
    {answers.map(({ outcome, seen, at }) => (
      <p key={at} dir="auto"><b>{outcome}</b> ({when(at)}) {seen}</p>
    ))}
    {form && <Form form={form} />}
  </details>
);

/** @param {Course.PlanReaders} props */
function Readers({ title, says, form }) {
  const id = useId();
  return (
    <section aria-labelledby={id} class="dl-plan-parts">
      <Heading depth={1} id={id}>{title}</Heading>
      <p>{says}</p>
      <Form form={form} />
    </section>
  );
}
