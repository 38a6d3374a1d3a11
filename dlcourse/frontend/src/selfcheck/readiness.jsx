// The self-check: each statement on its scale, saved as it is answered, with the profile in words next to it.

import { useEffect, useState } from "preact/hooks";
import { useChosen, useId, usePage } from "../wire/page.js";
import { Button, Heading, Html, Measure } from "../parts/parts.jsx";
import { Chart } from "../parts/chart.jsx";
import { DataTable } from "../parts/data_table.jsx";

/** @typedef {Omit<Course.CheckContents, "profile">} Statements the statements of a check, without what they come to */
/** @typedef {Pick<Statements, "check" | "round" | "steps">} Scale which check it is, and what can be answered */

/** @param {Course.SelfCheckProps} props */
export const SelfCheck = ({ view }) => view && <AllStatements view={view}><Profile {...view.profile} /></AllStatements>;

/** @param {Course.CheckAgainProps} props */
export const CheckAgain = ({ view }) => view && <AllStatements view={view}><Change {...view.change} /></AllStatements>;

/**
 * The statements, and the result below them.
 * @param {{ view: Statements, children: Page.Children }} props
 */
function AllStatements({ view, children }) {
  return (
    <div class="dl-check">
      <Heading goal>{view.title}</Heading>
      <p dir="auto">{view.ask}</p>
      <p class="dl-quiet" dir="auto">{view.note}</p>
      <Measure {...view.progress} />
      {view.groups.map((group) => (
        <Group key={group.id} {...group} now={group.id === nowOf(view)} check={view.check} round={view.round} steps={view.steps} />
      ))}
      {view.rest && <Rest {...view.rest} view={view} />}
      {children}
    </div>
  );
}

/**
 * Ends the check in one step: every statement that has no answer yet is skipped, and how many those are is said.
 * @param {Course.CheckRest & { view: Statements }} props
 */
function Rest({ note, text, view }) {
  const { queue } = usePage("self-check");
  const { check, round, groups } = view;
  const left = groups.flatMap(({ statements }) => statements).filter(({ value }) => !value);
  const skip = () => left.forEach(({ id }) => queue({ say: "Rate", check, round, statement: id, level: 0 }));
  return (
    <div class="dl-rest">
      <p class="dl-quiet" dir="auto">{note}</p>
      <Button onClick={skip}>{text}</Button>
    </div>
  );
}

/**
 * The group to answer now: the first with a statement that has no answer yet.
 * @param {Statements} view
 */
const nowOf = ({ groups }) => groups.find(({ statements }) => statements.some(({ value }) => !value))?.id;

/**
 * A group opens when it is its turn, and stays as the person leaves it.
 * @param {Course.GroupProps & Scale & { now: boolean }} props
 */
function Group({ name, statements, now, ...rest }) {
  const [shown, show] = useState(now);
  useEffect(() => {
    if (now) show(true);
  }, [now]);
  return (
    <details class="dl-group" open={shown} onToggle={(event) => show(event.currentTarget.open)}>
      <summary dir="auto">{name}</summary>
      {statements.map((statement) => <Statement key={statement.id} {...rest} {...statement} />)}
    </details>
  );
}

/**
 * Radio buttons, so that the arrow keys walk along the scale; each answer is sent at once, behind those under way.
 * @param {Course.StatementProps & Scale} props
 */
function Statement({ id, html, value, check, round, steps }) {
  const { queue } = usePage("self-check");
  const name = useId();
  const [chosen, choose] = /** @type {[string | null, (level: string) => void]} */ (useChosen());
  const rate = (/** @type {string} */ level) => {
    choose(level);
    queue({ say: "Rate", check, round, statement: id, level: Number(level) });
  };
  return (
    <fieldset class="dl-statement">
      <Html as="legend" html={html} />
      <div class="dl-steps">
        {steps.map((step) => (
          <label key={step.value} class={step.value === "0" ? "dl-step dl-step-skip" : "dl-step"}>
            <input type="radio" name={name} checked={step.value === (chosen ?? value)} onChange={() => rate(step.value)} />
            <span dir="auto">{step.text}</span>
          </label>
        ))}
      </div>
    </fieldset>
  );
}

/** @param {Course.CheckProfile} props */
function Profile({ title, note, empty, groups, chart }) {
  const id = useId();
  return (
    <section class="dl-card dl-profile" aria-labelledby={id}>
      <Heading depth={1} id={id}>{title}</Heading>
      <p class="dl-quiet" dir="auto">{groups.length > 0 ? note : empty}</p>
      {chart && <Chart {...chart} title="" />}
      <ul class="dl-subjects">
        {groups.map(({ name, says, taken_up }) => (
          <li key={name} dir="auto"><b>{name}</b>: {says} <span class="dl-quiet">{taken_up}</span></li>
        ))}
      </ul>
    </section>
  );
}

/**
 * Both times beside each other.
 * @param {Course.ChangeProps} props
 */
function Change({ title, note, empty, groups, chart, table }) {
  const id = useId();
  return (
    <section class="dl-card dl-profile" aria-labelledby={id}>
      <Heading depth={1} id={id}>{title}</Heading>
      <p class="dl-quiet" dir="auto">{note}</p>
      {empty && <p class="dl-empty" dir="auto">{empty}</p>}
      {chart && <Chart {...chart} title="" />}
      <ul class="dl-subjects">
        {groups.map(({ name, says }) => (
          <li key={name} dir="auto"><b>{name}</b>: {says}</li>
        ))}
      </ul>
      {groups.length > 0 && <DataTable {...table} />}
    </section>
  );
}
