// For those who lead a cohort: its people, codes and calendar, and what ends it.

import { useEffect, useRef } from "preact/hooks";
import { useId, usePage } from "../wire/page.js";
import { Form } from "../parts/form.jsx";
import { Button, Heading } from "../parts/parts.jsx";
import { Link, Part } from "./member.jsx";
import { Secrets } from "./once.jsx";

/** @param {Course.LeadProps} props */
export function Lead({ title, told, secrets, contents, opened }) {
  if (!contents) return null;
  const { status, live, report, people_title, people, people_empty, shared, change, codes, calendar, versions, end_title, ends } = contents;
  return (
    <div class="dl-cohort">
      <Heading goal>{title}</Heading>
      <p class="dl-lead-in">{status}</p>
      <p role="status" class="dl-saved">{told}</p>
      <Secrets secrets={secrets} />
      {[live, report].map((link) => <p key={link.to}><Link {...link} /> <span class="dl-quiet">{link.note}</span></p>)}
      <Part title={people_title}>
        {people.length === 0 && <p class="dl-empty">{people_empty}</p>}
        <ul class="dl-cohort-people">
          {people.map((person) => (
            <Person key={person.person} {...person} look={shared} label={change} opened={opened?.person === person.person ? opened : null} />
          ))}
        </ul>
      </Part>
      {codes && (
        <Part title={codes.title}>
          <p class="dl-quiet">{codes.note}</p>
          <div class="dl-row">{codes.acts.map((act) => <Act key={act.label} {...act} />)}</div>
        </Part>
      )}
      <Part title={calendar.title}>
        <p class="dl-quiet">{calendar.note}</p>
        <ul class="dl-cohort-days">
          {calendar.days.map(([name, day], place) => (
            <li key={name}><b>{day}</b> <span dir="auto">{name}</span> <Act {...calendar.clear[place]} about={name} /></li>
          ))}
        </ul>
        <Form form={calendar.form} />
      </Part>
      {versions && (
        <Part title={versions.title}>
          <p class="dl-quiet">{versions.note}</p>
          <ul class="dl-cohort-days">
            {versions.list.map(({ title: name, says, act }) => (
              <li key={name}><b dir="auto">{name}</b> <span>{says}</span> <Act {...act} about={name} /></li>
            ))}
          </ul>
        </Part>
      )}
      {ends.length > 0 && (
        <Part title={end_title}>
          {ends.map((act) => <div class="dl-act" key={act.say}><Act {...act} /> <span class="dl-quiet">{act.note}</span></div>)}
        </Part>
      )}
    </div>
  );
}

/** @param {Course.PersonRow & { look: string, label: string, opened: Course.OpenedPerson | null }} props */
function Person({ person, shared, name, role, joined, note, look, label, opened }) {
  const { send, base } = usePage("lead-cohort");
  return (
    <li>
      <div class="dl-row">
        <b dir="auto">{name}</b> <span class="dl-quiet">{[role, joined, note].filter(Boolean).join(" · ")}</span>
        {shared && <a href={base + shared} aria-label={`${look}: ${name}`}>{look}</a>}
        {!opened && (
          <Button aria-label={`${label} ${name}`} onClick={() => send({ say: "OpenPerson", person })}>{label}</Button>
        )}
      </div>
      {opened && <Opened {...opened} />}
    </li>
  );
}

/** @param {Course.OpenedPerson} props */
function Opened({ title, close, name, role, acts }) {
  const { send } = usePage("lead-cohort");
  const id = useId();
  const box = useRef(/** @type {HTMLElement | null} */ (null));
  useEffect(() => box.current?.focus(), []);
  return (
    <section aria-labelledby={id} tabIndex={-1} ref={box}>
      <Heading depth={2} id={id}>{title}</Heading>
      <Form form={name} />
      {role && <Form form={role} />}
      {acts.map((act) => <div class="dl-act" key={act.say}><Act {...act} /> <span class="dl-quiet">{act.note}</span></div>)}
      <Button onClick={() => send({ say: "OpenPerson", person: "" })}>{close}</Button>
    </section>
  );
}

/** @param {Course.CohortAct & { about?: string }} props */
const Act = ({ say, fixed, label, about = "" }) => (
  <Button
    aria-label={about ? `${label}: ${about}` : undefined}
    message={() => /** @type {Page.Message} */ ({ say, ...fixed })}
  >
    {label}
  </Button>
);
