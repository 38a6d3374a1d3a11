// The home page: where to go on, the sessions, the role-plays, one's own scenarios and what is wrong with a file.

import { useId, usePage } from "../wire/page.js";
import { Button, Heading } from "../parts/parts.jsx";

export function Home({ title, summary, trouble, resume, next, mine = [], sessions = [], scenarios = [], own = [], faults = [], ...words }) {
  return (
    <div class="dl-home">
      {title && <Heading goal>{title}</Heading>}
      {summary && <p class="dl-lead-in" dir="auto">{summary}</p>}
      {trouble && <p class="dl-trouble" dir="auto">{trouble}</p>}
      {(resume || next) && <Resume {...(resume || next)} />}
      <div class="dl-contents">
        {sessions.length > 0 && (
          <Section title={words.sessions_title}>
            <ol class="dl-entries">{sessions.map((session) => <Entry key={session.id} {...session} />)}</ol>
          </Section>
        )}
        {words.own_title && (
          <div>
            <Section title={words.mine_title}>
              <ul class="dl-mine">{mine.map((link) => <Mine key={link.to} {...link} />)}</ul>
            </Section>
            {scenarios.length > 0 && (
              <Section title={words.scenarios_title} note={words.scenarios_note}>
                <ul class="dl-entries">{scenarios.map((scenario) => <Entry key={scenario.to} {...scenario} />)}</ul>
              </Section>
            )}
            <Own own={own} faults={faults} {...words} />
          </div>
        )}
      </div>
    </div>
  );
}

const Mine = ({ to, text, note }) => (
  <li><a href={usePage().base + to}>{text}</a> <span class="dl-quiet">{note}</span></li>
);

const Own = ({ own, faults, own_title, own_empty, faults_title, refresh }) => (
  <Section title={own_title}>
    {own.length > 0 && <ul class="dl-entries">{own.map((scenario) => <Entry key={scenario.to} {...scenario} />)}</ul>}
    {own.length === 0 && <p class="dl-empty">{own_empty}</p>}
    {faults.length > 0 && <Faults title={faults_title} faults={faults} />}
    <Button message={() => ({ say: "look" })}>{refresh}</Button>
  </Section>
);

function Section({ title, note, children }) {
  const id = useId();
  return (
    <section aria-labelledby={id}>
      <Heading depth={1} id={id}>{title}</Heading>
      {note && <p class="dl-quiet">{note}</p>}
      {children}
    </section>
  );
}

const Resume = ({ to, label, note }) => (
  <p class="dl-resume">
    <a class="dl-button dl-primary" href={usePage().base + to} dir="auto">{label}</a>
    <span class="dl-quiet" dir="auto">{note}</span>
  </p>
);

/** A session or a scenario; without an address it is shown, and leads nowhere yet. */
const Entry = ({ to, number, done, title, summary, minutes, mark }) => (
  <li class={to ? "dl-entry" : "dl-entry dl-closed"}>
    {number !== undefined && <span class={done ? "dl-number dl-number-done" : "dl-number"} aria-hidden="true">{done ? "✓" : number}</span>}
    <div>
      <p class="dl-entry-title" dir="auto">{to ? <a href={usePage().base + to}>{title}</a> : title}</p>
      {summary && <p dir="auto">{summary}</p>}
      <p class="dl-entry-facts dl-quiet">
        {minutes}
        {mark && <span class={done ? "dl-mark dl-mark-done" : "dl-mark"}>{mark}</span>}
      </p>
    </div>
  </li>
);

const Faults = ({ title, faults }) => (
  <div class="dl-faults">
    <Heading depth={2}>{title}</Heading>
    {faults.map(({ file, findings }) => (
      <div key={file}>
        <p class="dl-file">{file}</p>
        <ul>{findings.map((finding, place) => <li key={place} dir="auto">{finding}</li>)}</ul>
      </div>
    ))}
  </div>
);
