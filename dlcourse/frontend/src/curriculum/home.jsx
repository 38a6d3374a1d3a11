// The home page: where to go on, the sessions, the role-plays, one's own scenarios and what is wrong with a file.

import { useId, usePage } from "../wire/page.js";
import { Button, Heading } from "../parts/parts.jsx";

/** @param {Course.HomeProps} props */
export function Home({ title, trouble, contents }) {
  return (
    <div class="dl-home">
      {title && <Heading goal>{title}</Heading>}
      {contents && <p class="dl-lead-in" dir="auto">{contents.summary}</p>}
      {trouble && <p class="dl-trouble" dir="auto">{trouble}</p>}
      {contents && <Contents {...contents} />}
    </div>
  );
}

/** @param {Course.HomeContents} props */
function Contents({ resume, next, sessions, scenarios, own, faults, mine, words }) {
  const onward = resume ?? next;
  return (
    <>
      {onward && <Resume {...onward} />}
      <div class="dl-contents">
        {sessions.length > 0 && (
          <Section title={words.sessions_title}>
            <ol class="dl-entries">{sessions.map((session) => <Entry key={session.id} {...session} />)}</ol>
          </Section>
        )}
        <div>
          <Section title={words.mine_title}>
            <ul class="dl-mine">{mine.map((link) => <Mine key={link.to} {...link} />)}</ul>
          </Section>
          {scenarios.length > 0 && (
            <Section title={words.scenarios_title} note={words.scenarios_note}>
              <ul class="dl-entries">{scenarios.map((scenario) => <Entry key={scenario.to} {...scenario} />)}</ul>
            </Section>
          )}
          <Own own={own} faults={faults} words={words} />
        </div>
      </div>
    </>
  );
}

/** @param {Course.LinkProps} props */
const Mine = ({ to, text, note }) => (
  <li><a href={usePage().base + to}>{text}</a> <span class="dl-quiet">{note}</span></li>
);

/** @param {Pick<Course.HomeContents, "own" | "faults" | "words">} props */
function Own({ own, faults, words }) {
  const { send } = usePage("home");
  return (
    <Section title={words.own_title}>
      {own.length > 0 && <ul class="dl-entries">{own.map((scenario) => <Entry key={scenario.to} {...scenario} />)}</ul>}
      {own.length === 0 && <p class="dl-empty">{words.own_empty}</p>}
      {faults.length > 0 && <Faults title={words.faults_title} faults={faults} />}
      <Button onClick={() => send({ say: "LookAgain" })}>{words.refresh}</Button>
    </Section>
  );
}

/** @param {{ title: string, note?: string, children: Page.Children }} props */
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

/** @param {Course.ResumeProps} props */
const Resume = ({ to, label, note }) => (
  <p class="dl-resume">
    <a class="dl-button dl-primary" href={usePage().base + to} dir="auto">{label}</a>
    <span class="dl-quiet" dir="auto">{note}</span>
  </p>
);

/**
 * A session or a scenario; without an address it is shown, and leads nowhere yet.
 * @param {Course.EntryProps & Partial<Course.SessionLink>} props
 */
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

/** @param {{ title: string, faults: Course.FaultProps[] }} props */
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
