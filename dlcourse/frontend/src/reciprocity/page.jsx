// The reciprocity ledger: each expectation with what can be done now, the balance of roles, and one page for a meeting.

import { DataTable } from "../parts/data_table.jsx";
import { Fold, OneAtATime } from "../parts/fold.jsx";
import { Form } from "../parts/form.jsx";
import { Paper } from "../registers/paper.jsx";
import { Button, Heading } from "../parts/parts.jsx";
import { useDownload } from "../wire/download.js";
import { useId, usePage } from "../wire/page.js";

/** @param {Course.ReciprocityProps} props */
export function Reciprocity({ view, taken }) {
  const { send } = usePage("reciprocity");
  const download = useDownload(taken);
  if (!view) return null;
  const { title, lead, private: readers, trouble, slots, first, empty, cards, together, alone, balance, paper } = view;
  const fetch = (/** @type {string} */ form) => download((ask) => send({ say: "FetchRegister", ask, form: form === "ics" ? "ics" : "docx" }));
  return (
    <div class="dl-ledger">
      <Heading goal="still">{title}</Heading>
      <p class="dl-quiet" dir="auto">{lead} {readers}</p>
      {trouble && <p class="dl-problem" dir="auto">{trouble}</p>}
      <OneAtATime slots={slots} first={first}>
        {empty && <p dir="auto">{empty}</p>}
        {cards.map((card) => <Expectation key={card.id} {...card} />)}
        {together && <Step {...together} />}
        <Step {...alone} />
      </OneAtATime>
      {balance && <Balance {...balance} />}
      {paper && (
        <details class="dl-more">
          <summary>{view.paper_title}</summary>
          <Paper {...paper} onFetch={fetch} />
        </details>
      )}
    </div>
  );
}

/** @param {Course.ExpectationProps} props */
function Expectation({ title, mark, bare, over, goal, lines, waits, steps, withdraw }) {
  const id = useId();
  if (over) {
    return (
      <details class="dl-expectation">
        <summary dir="auto" data-goal={goal || undefined}>{title} <span class="dl-mark dl-mark-done">{mark}</span></summary>
        <Lines lines={lines} />
      </details>
    );
  }
  return (
    <section class={bare ? "dl-expectation dl-expectation-bare" : "dl-expectation"} aria-labelledby={id}>
      <Heading depth={1} id={id} goal={goal}>{title}</Heading>
      <p><span class="dl-mark">{mark}</span></p>
      <Lines lines={lines} />
      {waits && <p class="dl-quiet" dir="auto">{waits}</p>}
      {steps.map((step) => <Step key={step.form.slot} {...step} />)}
      {withdraw && <Button message={() => withdraw.message} class="dl-small">{withdraw.text}</Button>}
    </section>
  );
}

/** @param {{ lines: Course.NamedText[] }} props */
const Lines = ({ lines }) => (
  <dl>
    {lines.map(({ name, text }, place) => (
      <div key={place}><dt>{name}</dt><dd dir="auto">{text}</dd></div>
    ))}
  </dl>
);

/** @param {Course.StepForm} props */
const Step = ({ title, note, said, form }) => (
  <Fold slot={form.slot} title={title} said={said}>
    {note && <p class="dl-quiet" dir="auto">{note}</p>}
    <Form form={form} />
  </Fold>
);

/** @param {Course.LedgerBalanceProps} props */
function Balance({ title, sentences, table }) {
  const id = useId();
  return (
    <section aria-labelledby={id}>
      <Heading depth={1} id={id}>{title}</Heading>
      <ul>{sentences.map((sentence) => <li key={sentence} dir="auto">{sentence}</li>)}</ul>
      <DataTable {...table} />
    </section>
  );
}
