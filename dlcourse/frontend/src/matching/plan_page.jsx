// Planning with one's own team: the list of teams, one team, one plan on its way or made.

import { useState } from "preact/hooks";
import { Bring } from "./team_files.jsx";
import { useDownload } from "../wire/download.js";
import { newId } from "../wire/ids.js";
import { usePage } from "../wire/page.js";
import { AboutFiles } from "../parts/about_files.jsx";
import { Button, Heading, Measure } from "../parts/parts.jsx";
import { Conflict, Result } from "./plan_result.jsx";
import { NextPlan } from "./wishes.jsx";

/** @typedef {(form: Course.DownloadForm["form"]) => void} OnDownload asks for a plan as a file of this form */

/** @param {Course.PropsOf["plan"]} props */
export function Plan(props) {
  const { send } = usePage("plan");
  const download = useDownload(props.taken);
  if (props.screen === "none") return null;
  if (props.screen === "teams") {
    const onTemplate = () => download((ask) => send({ say: "FetchPlanFile", ask, form: "template" }));
    const onProblems = () => download((ask) => send({ say: "FetchProblems", ask }));
    return <Teams {...props} onTemplate={onTemplate} onProblems={onProblems} />;
  }
  if (props.screen === "team") return <OneTeam {...props} />;
  /** @type {OnDownload} */
  const onDownload = (form) => download((ask) => send({ say: "FetchPlanFile", ask, form, plan: props.plan }));
  return <OnePlan {...props} onDownload={onDownload} />;
}

/** @param {Course.TeamsScreen & { onTemplate: () => void, onProblems: () => void }} props */
function Teams({ heading, intro, privacy, bring, samples_title, samples, mine_title, mine, mine_empty, onTemplate, onProblems, ...problems }) {
  return (
    <div class="dl-plan">
      <Heading goal>{heading}</Heading>
      <p class="dl-lead-in" dir="auto">{intro}</p>
      <p class="dl-quiet" dir="auto">{privacy}</p>
      <section>
        <Heading depth={1}>{bring.title}</Heading>
        <Bring {...bring} {...problems} onTemplate={onTemplate} onProblems={onProblems} />
      </section>
      <section>
        <Heading depth={1}>{samples_title}</Heading>
        <div class="dl-places">{samples.map((sample) => <Sample key={sample.id} {...sample} />)}</div>
      </section>
      <section>
        <Heading depth={1}>{mine_title}</Heading>
        {mine.length === 0 && <p class="dl-quiet" dir="auto">{mine_empty}</p>}
        {mine.map((team) => <Team key={team.team} {...team} />)}
      </section>
    </div>
  );
}

/**
 * A sample; one that was taken already is opened again.
 * @param {Course.SampleTeam} props
 */
function Sample({ id, title, note, team }) {
  const { send, busy } = usePage("plan");
  const open = () => send(team ? { say: "OpenPlan", team } : { say: "TakeSample", team: newId(), sample: id });
  return (
    <button type="button" class="dl-button dl-place" aria-disabled={busy} onClick={open}>
      {title} <span>{note}</span>
    </button>
  );
}

/** @param {Course.TeamEntry} props */
function Team({ team, name, note, plans }) {
  const { send } = usePage("plan");
  return (
    <div class="dl-card dl-team">
      <div class="dl-row">
        <Button onClick={() => send({ say: "OpenPlan", team })}>{name}</Button>
        <span class="dl-quiet">{note}</span>
      </div>
      {plans.length > 0 && <Entries plans={plans} />}
    </div>
  );
}

/** @param {{ plans: Course.PlanLink[] }} props */
function Entries({ plans }) {
  const { send } = usePage("plan");
  return (
    <ul class="dl-entries">
      {plans.map(({ plan, name, note }) => (
        <li key={plan} class="dl-row">
          <Button onClick={() => send({ say: "OpenPlan", plan })}>{name}</Button> <span class="dl-quiet">{note}</span>
        </li>
      ))}
    </ul>
  );
}

/** @param {Course.TeamScreen} props */
function OneTeam({ heading, note, about_file, back, drop, next, plans_title, plans_empty, plans }) {
  const { send } = usePage("plan");
  return (
    <div class="dl-plan">
      <Back text={back} />
      <Heading goal>{heading}</Heading>
      <p class="dl-quiet" dir="auto">{note}</p>
      <AboutFiles about={about_file} />
      <div class="dl-no-print">
        <NextPlan {...next} />
        <Others title={plans_title} empty={plans_empty} plans={plans} />
        <section><Remove {...drop} onRemove={() => send({ say: "DropTeam", team: next.team })} /></section>
      </div>
    </div>
  );
}

/** @param {Course.PlanScreen & { onDownload: OnDownload }} props */
function OnePlan({ heading, note, back, to_team, running, plan, said, result, conflict, rename, drop, next, onDownload, ...others }) {
  const { send } = usePage("plan");
  return (
    <div class="dl-plan">
      <Back text={back} team={to_team} />
      <Heading goal>{heading}</Heading>
      <p class="dl-quiet" dir="auto">{note}</p>
      {running && <Running {...running} plan={plan} />}
      {said && <p class="dl-told dl-told-other" dir="auto">{said}</p>}
      {conflict && <Conflict {...conflict} />}
      {result && <Result {...result} onDownload={onDownload} />}
      <div class="dl-no-print">
        <NextPlan {...next} />
        <Others title={others.plans_title} empty={others.plans_empty} plans={others.plans.filter((other) => other.plan !== plan)} />
        <section>
          <Rename key={`${plan} ${rename.value}`} {...rename} plan={plan} />
          <Remove {...drop} onRemove={() => send({ say: "DropPlan", plan })} />
        </section>
      </div>
    </div>
  );
}

/** @param {{ text: string, team?: Course.TeamLink }} props */
function Back({ text, team }) {
  const { send } = usePage("plan");
  return (
    <div class="dl-row dl-no-print">
      <Button onClick={() => send({ say: "OpenPlan" })}>{text}</Button>
      {team && <Button onClick={() => send({ say: "OpenPlan", team: team.team })}>{team.name}</Button>}
    </div>
  );
}

/** @param {{ title: string, empty: string, plans: Course.PlanLink[] }} props */
const Others = ({ title, empty, plans }) => (
  <section>
    <Heading depth={1}>{title}</Heading>
    {plans.length > 0 ? <Entries plans={plans} /> : <p class="dl-quiet" dir="auto">{empty}</p>}
  </section>
);

/** @param {Course.SearchProps & { plan: string }} props */
function Running({ plan, stop, note, ...measure }) {
  const { send } = usePage("plan");
  return (
    <section class="dl-card" aria-label={measure.label}>
      <Measure {...measure} />
      <p class="dl-quiet" role="status" dir="auto">{note}</p>
      <Button onClick={() => send({ say: "StopPlan", plan })}>{stop}</Button>
    </section>
  );
}

/** @param {Course.RenameProps & { plan: string }} props */
function Rename({ label, submit, value, plan }) {
  const { send } = usePage("plan");
  const [name, setName] = useState(value);
  const rename = (/** @type {Event} */ event) => {
    event.preventDefault();
    if (name.trim()) send({ say: "NamePlan", plan, name: name.trim() });
  };
  return (
    <form class="dl-inline" onSubmit={rename}>
      <label class="dl-field">
        <span>{label}</span>
        <input dir="auto" required maxLength={100} value={name} onInput={(event) => setName(event.currentTarget.value)} />
      </label>
      <button type="submit" class="dl-button">{submit}</button>
    </form>
  );
}

/** @param {Course.RemovalProps & { onRemove: () => void }} props */
const Remove = ({ title, sure, submit, onRemove }) => (
  <details class="dl-more">
    <summary>{title}</summary>
    <p dir="auto">{sure}</p>
    <Button onClick={onRemove}>{submit}</Button>
  </details>
);
