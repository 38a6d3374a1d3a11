// The trials: the problem they begin from, each trial with what can be done now, and one page for a meeting.

import { Chart } from "../parts/chart.jsx";
import { Fold, OneAtATime } from "../parts/fold.jsx";
import { Form } from "../parts/form.jsx";
import { Paper } from "../registers/paper.jsx";
import { Button, Heading } from "../parts/parts.jsx";
import { useDownload } from "../wire/download.js";
import { useId, usePage } from "../wire/page.js";

/** @param {Course.TrialsProps} props */
export function Trials({ view, taken }) {
  const { send } = usePage("trials");
  const download = useDownload(taken);
  if (!view) return null;
  const { title, lead, private: readers, problem, unnamed, trouble, slots, first, cards, paper } = view;
  const fetch = (/** @type {string} */ form) => download((ask) => send({ say: "FetchRegister", ask, form: form === "ics" ? "ics" : "docx" }));
  return (
    <div class="dl-bench">
      <Heading goal="still">{title}</Heading>
      <p class="dl-quiet" dir="auto">{lead} {readers}</p>
      {problem ? <blockquote class="dl-bench-problem" dir="auto"><b>{view.problem_title}</b> {problem}</blockquote> : <p class="dl-quiet">{unnamed}</p>}
      {trouble && <p class="dl-problem" dir="auto">{trouble}</p>}
      <OneAtATime slots={slots} first={first}>
        {cards.map((card) => <Trial key={card.id} {...card} />)}
        <Step {...view.new} />
      </OneAtATime>
      {paper && (
        <details class="dl-more">
          <summary>{view.paper_title}</summary>
          <Paper {...paper} onFetch={fetch} />
        </details>
      )}
    </div>
  );
}

/** @param {Course.TrialProps} props */
function Trial({ title, mark, alarm, note, plan_title: planned, plan, results, chart, waits, buttons, steps, over, goal }) {
  const id = useId();
  if (over) return <OldTrial {...{ title, mark, alarm, note, plan, results, chart, goal }} />;
  return (
    <section class={alarm ? "dl-trial dl-trial-stopped" : "dl-trial"} aria-labelledby={id}>
      <Heading depth={1} id={id} goal={goal}>{title}</Heading>
      <p><span class="dl-mark">{mark}</span> {note}</p>
      <p class="dl-trial-alarm" role="status" dir="auto">{alarm}</p>
      <List lines={results} />
      {chart && <Chart {...chart} depth={2} />}
      <details open={!chart}>
        <summary>{planned}</summary>
        <List lines={plan} />
      </details>
      {waits && <p class="dl-quiet" dir="auto">{waits}</p>}
      {steps.map((step) => <Step key={step.form.slot} {...step} />)}
      {buttons.map(({ text, note: means, main, message }) => (
        <div key={text} class="dl-trial-button">
          {means && <p class="dl-quiet" dir="auto">{means}</p>}
          <Button primary={main} message={() => message}>{text}</Button>
        </div>
      ))}
    </section>
  );
}

/**
 * A trial that has ended, folded.
 * @param {Pick<Course.TrialProps, "title" | "mark" | "alarm" | "note" | "plan" | "results" | "chart" | "goal">} props
 */
const OldTrial = ({ title, mark, alarm, note, plan, results, chart, goal }) => (
  <details class={alarm ? "dl-trial dl-trial-stopped" : "dl-trial"}>
    <summary dir="auto" data-goal={goal || undefined}>{title} <span class="dl-mark dl-mark-done">{mark}</span></summary>
    {note && <p>{note}</p>}
    {alarm && <p class="dl-trial-alarm" dir="auto">{alarm}</p>}
    <List lines={results} />
    {chart && <Chart {...chart} depth={1} />}
    <List lines={plan} />
  </details>
);

/** @param {{ lines: Course.NamedText[] }} props */
const List = ({ lines }) => (
  <dl>
    {lines.map(({ name, text }) => (
      <div key={name}><dt>{name}</dt><dd dir="auto">{text}</dd></div>
    ))}
  </dl>
);

/** @param {Course.TrialStep} props */
const Step = ({ title, note, said, form }) => (
  <Fold slot={form.slot} title={title} said={said}>
    {note && <p class="dl-quiet" dir="auto">{note}</p>}
    <Form form={form} />
  </Fold>
);
