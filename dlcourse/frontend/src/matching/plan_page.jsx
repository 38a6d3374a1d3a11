// Planning with one's own team: the list of teams, a new team, one team, and one plan, running or finished.

import { useHistory } from "./plan_history.js";
import { Bring } from "./team_files.jsx";
import { TeamForm } from "./team_form.jsx";
import { useDownload } from "../wire/download.js";
import { newId } from "../wire/ids.js";
import { usePage } from "../wire/page.js";
import { AboutFiles, Consent } from "../parts/about_files.jsx";
import { Form } from "../parts/form.jsx";
import { Button, Heading, Measure } from "../parts/parts.jsx";
import { Conflict, Result } from "./plan_result.jsx";
import { NextPlan } from "./wishes.jsx";

/** @typedef {(form: Course.DownloadForm["form"]) => void} OnDownload asks for a plan as a file of this form */
/** @typedef {ReturnType<typeof useDownload>} Download saves a file that the page is asked for */

/** @param {Course.PropsOf["plan"]} props */
export function Plan(props) {
  const download = useDownload(props.taken);
  useHistory();
  switch (props.screen) {
    case "teams":
      return <Teams {...props} download={download} />;
    case "new":
      return <NewTeam {...props} download={download} />;
    case "team":
      return <OneTeam {...props} download={download} />;
    case "plan":
      return <OnePlan {...props} download={download} />;
    default:
      return null;
  }
}

/** @param {Course.TeamsScreen & { download: Download }} props */
function Teams({ heading, intro, privacy, type, samples_title, samples, mine_title, mine, mine_empty, ...props }) {
  const { send } = usePage("plan");
  const teams = (
    <section>
      <Heading depth={1}>{mine_title}</Heading>
      {mine.length === 0 && <p class="dl-quiet" dir="auto">{mine_empty}</p>}
      {mine.map((team) => <Team key={team.team} {...team} />)}
    </section>
  );
  return (
    <div class="dl-plan">
      <Heading goal>{heading}</Heading>
      <p class="dl-lead-in" dir="auto">{intro}</p>
      <p class="dl-quiet" dir="auto">{privacy}</p>
      {mine.length > 0 && teams}
      <section>
        <Heading depth={1}>{type.title}</Heading>
        <p dir="auto">{type.note}</p>
        <Button primary onClick={() => send({ say: "OpenPlan", step: "new" })}>{type.text}</Button>
      </section>
      <section>
        <Heading depth={1}>{props.bring.title}</Heading>
        <Consent about="team" consent={props.bring.consent}><Files {...props} /></Consent>
      </section>
      <section>
        <Heading depth={1}>{samples_title}</Heading>
        <div class="dl-places">{samples.map((sample) => <Sample key={sample.id} {...sample} />)}</div>
      </section>
      {mine.length === 0 && teams}
    </div>
  );
}

/** @param {Course.NewTeamScreen & { download: Download }} props */
const NewTeam = ({ heading, back, consent, form, ...props }) => (
  <div class="dl-plan">
    <Back text={back} />
    <Heading goal>{heading}</Heading>
    <Consent about="team" consent={consent}>
      <TeamForm {...form} />
      <details class="dl-more dl-no-print" open={props.problems.length > 0}>
        <summary>{props.bring.title}</summary>
        <Files {...props} />
      </details>
    </Consent>
  </div>
);

/**
 * Bringing a team in files.
 * @param {Pick<Course.TeamsScreen, "bring" | "problems" | "problems_more" | "problems_title" | "problems_columns" | "correct"> & { download: Download }} props
 */
function Files({ bring, download, ...problems }) {
  const { send } = usePage("plan");
  const onTemplate = () => download((ask) => send({ say: "FetchPlanFile", ask, form: "template" }));
  const onProblems = () => download((ask) => send({ say: "FetchProblems", ask }));
  return <Bring {...bring} {...problems} onTemplate={onTemplate} onProblems={onProblems} />;
}

/**
 * A sample. One that was used before is opened again.
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

/** @param {Course.TeamScreen & { download: Download }} props */
function OneTeam({ heading, note, about_file, back, form, too_large, take, drop, next, plans_title, plans_empty, plans, download }) {
  const { send } = usePage("plan");
  const save = (/** @type {Course.TakeTeamForm["form"]} */ file) => download((ask) => send({ say: "FetchTeamFile", ask, team: next.team, form: file }));
  return (
    <div class="dl-plan">
      <Back text={back} />
      <Heading goal>{heading}</Heading>
      <p class="dl-quiet" dir="auto">{note}</p>
      <AboutFiles about={about_file} />
      <div class="dl-no-print"><NextPlan {...next} /></div>
      {form ? <TeamForm key={form.slot} {...form} /> : <p class="dl-told dl-told-other" dir="auto">{too_large}</p>}
      <div class="dl-no-print">
        <div class="dl-row" role="group" aria-label={take.title}>
          {take.title}: {take.forms.map((file) => <Button key={file.form} onClick={() => save(file.form)}>{file.text}</Button>)}
        </div>
        <Others title={plans_title} empty={plans_empty} plans={plans} />
        <section><Remove {...drop} onRemove={() => send({ say: "DropTeam", team: next.team })} /></section>
      </div>
    </div>
  );
}

/** @param {Course.PlanScreen & { download: Download }} props */
function OnePlan({ heading, note, earlier, back, to_team, running, plan, said, result, conflict, rename, drop, next, download, ...others }) {
  const { send } = usePage("plan");
  /** @type {OnDownload} */
  const onDownload = (form) => download((ask) => send({ say: "FetchPlanFile", ask, form, plan }));
  return (
    <div class="dl-plan">
      <Back text={back} team={to_team} />
      <Heading goal>{heading}</Heading>
      <p class="dl-quiet" dir="auto">{note}</p>
      {earlier && <p class="dl-told dl-told-other" dir="auto">{earlier}</p>}
      {running && <Running {...running} plan={plan} />}
      {said && <p class="dl-told dl-told-other" dir="auto">{said}</p>}
      {conflict && <Conflict {...conflict} />}
      {result && <Result {...result} onDownload={onDownload} />}
      <div class="dl-no-print">
        <NextPlan {...next} />
        <Others title={others.plans_title} empty={others.plans_empty} plans={others.plans.filter((other) => other.plan !== plan)} />
        <section>
          <Form key={rename.slot} form={rename} />
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

/** @param {Course.RemovalProps & { onRemove: () => void }} props */
const Remove = ({ title, sure, submit, onRemove }) => (
  <details class="dl-more">
    <summary>{title}</summary>
    <p dir="auto">{sure}</p>
    <Button onClick={onRemove}>{submit}</Button>
  </details>
);
