// Planning with one's own team: the list of teams, one team, one plan on its way or made.

import { useState } from "preact/hooks";
import { Bring } from "./team_files.jsx";
import { useDownload } from "../wire/download.js";
import { newId } from "../wire/ids.js";
import { usePage } from "../wire/page.js";
import { AboutFiles } from "../parts/about_files.jsx";
import { Button, Heading, Measure } from "../parts/parts.jsx";
import { Result } from "./plan_result.jsx";
import { NextPlan } from "./wishes.jsx";

export function Plan(props) {
  const fetch = useDownload(props.taken);
  if (props.screen === "teams") return <Teams {...props} fetch={fetch} />;
  if (props.screen === "none") return null;
  return <One {...props} fetch={fetch} />;
}

function Teams({ heading, intro, privacy, bring, samples_title, samples, mine_title, mine, mine_empty, fetch, ...problems }) {
  return (
    <div class="dl-plan">
      <Heading goal>{heading}</Heading>
      <p class="dl-lead-in" dir="auto">{intro}</p>
      <p class="dl-quiet" dir="auto">{privacy}</p>
      <section>
        <Heading depth={1}>{bring.title}</Heading>
        <Bring {...bring} {...problems} fetch={fetch} />
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

/** A sample; one that was taken already is opened again. */
const Sample = ({ id, title, note, team }) => (
  <Say message={() => (team ? { say: "Open", team } : { say: "TakeSample", team: newId(), sample: id })} class="dl-place">
    {title} <span>{note}</span>
  </Say>
);

/** A button of any look that says something. */
function Say({ message, children, ...rest }) {
  const { send, busy } = usePage();
  return (
    <button type="button" {...rest} class={`dl-button ${rest.class ?? ""}`} aria-disabled={busy} onClick={() => send(message())}>
      {children}
    </button>
  );
}

const Team = ({ team, name, note, plans }) => (
  <div class="dl-card dl-team">
    <div class="dl-row">
      <Button message={() => ({ say: "Open", team })}>{name}</Button>
      <span class="dl-quiet">{note}</span>
    </div>
    {plans.length > 0 && <Entries plans={plans} />}
  </div>
);

const Entries = ({ plans }) => (
  <ul class="dl-entries">
    {plans.map(({ plan, name, note }) => (
      <li key={plan} class="dl-row">
        <Button message={() => ({ say: "Open", plan })}>{name}</Button> <span class="dl-quiet">{note}</span>
      </li>
    ))}
  </ul>
);

function One({ heading, note, about_file, back, to_team, running, plan, said, result, rename, drop, plans_title, plans, plans_empty, next, fetch }) {
  const others = plans.filter((other) => other.plan !== plan);
  return (
    <div class="dl-plan">
      <div class="dl-row dl-no-print">
        <Button message={() => ({ say: "Open" })}>{back}</Button>
        {to_team && <Button message={() => ({ say: "Open", team: to_team.team })}>{to_team.name}</Button>}
      </div>
      <Heading goal>{heading}</Heading>
      <p class="dl-quiet" dir="auto">{note}</p>
      <AboutFiles about={about_file} />
      {running && <Running {...running} plan={plan} />}
      {said && <p class="dl-told dl-told-other" dir="auto">{said}</p>}
      {result && <Result {...result} plan={plan} fetch={fetch} />}
      <div class="dl-no-print">
        <NextPlan {...next} />
        <section>
          <Heading depth={1}>{plans_title}</Heading>
          {others.length > 0 ? <Entries plans={others} /> : <p class="dl-quiet" dir="auto">{plans_empty}</p>}
        </section>
        <section>
          {rename && <Rename key={`${plan} ${rename.value}`} {...rename} plan={plan} />}
          <Remove {...drop} />
        </section>
      </div>
    </div>
  );
}

function Running({ plan, stop, note, ...measure }) {
  return (
    <section class="dl-card" aria-label={measure.label}>
      <Measure {...measure} />
      <p class="dl-quiet" role="status" dir="auto">{note}</p>
      <Button message={() => ({ say: "StopPlan", plan })}>{stop}</Button>
    </section>
  );
}

function Rename({ label, submit, value, plan }) {
  const { send } = usePage();
  const [name, setName] = useState(value);
  const rename = (event) => {
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

const Remove = ({ title, sure, submit, message }) => (
  <details class="dl-more">
    <summary>{title}</summary>
    <p dir="auto">{sure}</p>
    <Button message={() => message}>{submit}</Button>
  </details>
);
