// One's cohort: who leads it, what can be seen of oneself, its calendar, one's name and reviewers, and leaving it.

import { useId, usePage } from "../wire/page.js";
import { Form } from "../parts/form.jsx";
import { Button, Heading } from "../parts/parts.jsx";
import { Secrets } from "./once.jsx";

/** @param {Course.CohortProps} props */
export function Member({ title, told, left, secrets, cohorts, mine }) {
  if (left) return <Left {...left} />;
  return (
    <div class="dl-cohort">
      {(mine || cohorts) && <Heading goal>{mine ? title : cohorts?.title}</Heading>}
      <p role="status" class="dl-saved">{told}</p>
      <Secrets secrets={secrets} />
      {mine && <Mine {...mine} />}
      {cohorts && <Cohorts {...cohorts} second={Boolean(mine)} />}
    </div>
  );
}

/** @param {Course.LeftProps} props */
const Left = ({ title, note, join }) => (
  <div class="dl-cohort">
    <Heading goal>{title}</Heading>
    <p>{note}</p>
    <p><Link {...join} /></p>
  </div>
);

/** @param {Course.MyCohortProps} props */
function Mine(props) {
  const { leaders_title, leaders, others_title, others, calendar, name_title, name, phrase, leave } = props;
  return (
    <>
      <p class="dl-lead-in">{[props.role, props.status].filter(Boolean).join(". ")}</p>
      <Part title={leaders_title}>
        {props.nobody_leads && <p class="dl-empty">{props.nobody_leads}</p>}
        <Names list={leaders} />
      </Part>
      <Part title={calendar.title}>
        {calendar.note && <p class="dl-quiet">{calendar.note}</p>}
        {calendar.empty && <p class="dl-empty">{calendar.empty}</p>}
        <Days list={calendar.list} />
        <p><Link {...calendar.file} file /></p>
      </Part>
      <Part title={props.seen_title}>
        <ul>{props.seen.map((line) => <li key={line}>{line}</li>)}</ul>
        <p>{props.figures}</p>
        <Heading depth={2}>{props.unseen_title}</Heading>
        <ul>{props.unseen.map((line) => <li key={line}>{line}</li>)}</ul>
        <p><Link {...props.privacy} /></p>
      </Part>
      {others.length > 0 && (
        <Part title={others_title}>
          <p class="dl-quiet">{props.others_note}</p>
          <Names list={others} />
        </Part>
      )}
      {props.reviewers && (
        <Part title={props.reviewers_title}>
          <p class="dl-quiet">{props.reviewers_note}</p>
          <Form form={props.reviewers} />
        </Part>
      )}
      {props.witness && (
        <Part title={props.witness.text}>
          <p>{props.witness.note}</p>
          <p><Link {...props.witness} /></p>
        </Part>
      )}
      <Part title={name_title}><Form form={name} /></Part>
      <Part title={phrase.title}>
        <p>{phrase.note}</p>
        <Button message={() => ({ say: "MakeMyPhrase", cohort: props.cohort })}>{phrase.button}</Button>
      </Part>
      <details class="dl-fold">
        <summary>{leave.title}</summary>
        <p>{leave.note}</p>
        <p><Link {...leave.work} /></p>
        <Button message={() => ({ say: "LeaveCohort", cohort: props.cohort })}>{leave.button}</Button>
      </details>
    </>
  );
}

/** @param {{ list: Course.LinkProps[] }} props */
const Names = ({ list }) => (
  <ul class="dl-cohort-names">{list.map((one) => <li key={one.to} dir="auto"><Link {...one} /></li>)}</ul>
);

/** @param {{ list: Course.DatedSession[] }} props */
const Days = ({ list }) => (
  <ul class="dl-cohort-days">
    {list.map(({ title, to, day }) => (
      <li key={to}><b>{day}</b> <a href={usePage().base + to} dir="auto">{title}</a></li>
    ))}
  </ul>
);

/** @param {Course.CohortListProps & { second: boolean }} props `second`: below one's own cohort */
function Cohorts({ title, note, list, lead, create_title, create, second }) {
  return (
    <>
      {second && <Heading depth={1}>{title}</Heading>}
      {note && <p>{note}</p>}
      <ul class="dl-cohort-list">{list.map((entry) => <Entry key={entry.cohort} {...entry} label={lead} />)}</ul>
      {create && <Part title={create_title}><Form form={create} /></Part>}
    </>
  );
}

/** @param {Course.CohortEntry & { label: string }} props */
function Entry({ cohort, name, note, lead, label, switch: switches }) {
  const { base } = usePage();
  return (
    <li>
      <b dir="auto">{name}</b> <span class="dl-quiet">{note}</span>
      <div class="dl-row">
        {lead && <a class="dl-button" href={base + lead} aria-label={`${label}: ${name}`}>{label}</a>}
        {switches && (
          <form method="post" action={`${base}switch`}>
            <input type="hidden" name="cohort" value={cohort} />
            <button class="dl-button" aria-label={`${switches}: ${name}`}>{switches}</button>
          </form>
        )}
      </div>
    </li>
  );
}

/** @param {Course.LinkProps & { file?: boolean }} props */
export const Link = ({ to, text, file = false }) => <a href={usePage().base + to} download={file}>{text}</a>;

/** @param {{ title: string, children: Page.Children }} props */
export function Part({ title, children }) {
  const id = useId();
  return (
    <section class="dl-cohort-part" aria-labelledby={id}>
      <Heading depth={1} id={id}>{title}</Heading>
      {children}
    </section>
  );
}
