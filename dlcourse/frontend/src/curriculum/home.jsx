// The home page: what is next and what is due, the sessions as a path, and everything else small.

import { useId, usePage } from "../wire/page.js";
import { FoldedChart } from "../parts/chart.jsx";
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
function Contents({ next, due, sessions, chart, scenarios, own, faults, mine, cohort, live, days, facilitating, words }) {
  return (
    <>
      <div role="status">{live && <LiveNow {...live} />}</div>
      <div class="dl-desk">
        <Next {...next} />
        {due && <Due {...due} />}
      </div>
      <div class="dl-contents">
        <div>
          <Section title={words.sessions_title} note={words.sessions_done}>
            <ol class="dl-path">{sessions.map((session) => <Stop key={session.id} {...session} />)}</ol>
            {chart && <FoldedChart {...chart} depth={2} />}
          </Section>
          {facilitating && <Facilitating {...facilitating} />}
          {scenarios.length > 0 && (
            <Section title={words.scenarios_title} note={words.scenarios_note}>
              <ul class="dl-mine">{scenarios.map((scenario) => <Play key={scenario.to} {...scenario} />)}</ul>
            </Section>
          )}
          {words.own_title && <Own own={own} faults={faults} words={words} />}
        </div>
        <div>
          {days && (
            <Section title={days.title}>
              <ul class="dl-mine">{days.days.map((one) => <Day key={one.title} {...one} />)}</ul>
            </Section>
          )}
          <Section title={words.mine_title}>
            <ul class="dl-mine">
              {mine.map((link) => <Mine key={link.to} {...link} />)}
              {cohort && <Mine {...cohort} />}
            </ul>
          </Section>
        </div>
      </div>
    </>
  );
}

/**
 * The live role-play that the cohort is in right now; it comes before all else.
 * @param {Course.LiveNowProps} props
 */
function LiveNow({ title, sessions }) {
  const { base } = usePage();
  return (
    <section class="dl-card">
      <Heading depth={1}>{title}</Heading>
      {sessions.map(({ to, text, note }) => (
        <p key={to}>
          <a class="dl-button dl-primary" href={base + to} dir="auto">{text}</a> <span class="dl-quiet">{note}</span>
        </p>
      ))}
    </section>
  );
}

/** @param {Course.NextProps} props */
function Next({ title, to, label, note }) {
  const id = useId();
  return (
    <section class="dl-next" aria-labelledby={id}>
      <Heading depth={1} id={id}>{title}</Heading>
      <p><a class="dl-button dl-primary" href={usePage().base + to} dir="auto">{label}</a></p>
      <p class="dl-quiet" dir="auto">{note}</p>
    </section>
  );
}

/** @param {Course.DueProps} props */
function Due({ title, promises, more, to, label }) {
  const id = useId();
  return (
    <section class="dl-due" aria-labelledby={id}>
      <Heading depth={1} id={id}>{title}</Heading>
      <ul>
        {promises.map(({ what, note }, place) => (
          <li key={place}><span class="dl-due-what" dir="auto">{what}</span> <span class="dl-quiet" dir="auto">{note}</span></li>
        ))}
      </ul>
      {more && <p class="dl-quiet">{more}</p>}
      <p><a href={usePage().base + to}>{label}</a></p>
    </section>
  );
}

/**
 * A session on the path. One that is not open is shown, but is no link.
 * @param {Course.PathSession} props
 */
const Stop = ({ to, number, stands, title, summary, minutes, mark }) => (
  <li class={`dl-stop dl-stop-${stands}`} aria-current={stands === "here" ? "step" : undefined}>
    <span class="dl-number" aria-hidden="true">{stands === "done" ? "✓" : number}</span>
    <div>
      <p class="dl-entry-title" dir="auto">{to ? <a href={usePage().base + to}>{title}</a> : title}</p>
      {stands === "here" && <p dir="auto">{summary}</p>}
      <p class="dl-entry-facts dl-quiet">
        {minutes}
        {mark && <span class={stands === "done" ? "dl-mark dl-mark-done" : "dl-mark"}>{mark}</span>}
      </p>
    </div>
  </li>
);

/**
 * A role-play, small.
 * @param {Course.EntryProps} props
 */
const Play = ({ to, title, summary, minutes, mark }) => (
  <li>
    <a href={usePage().base + to}>{title}</a> <span class="dl-quiet">{[minutes, mark].filter(Boolean).join(" · ")}</span>
    <span class="dl-quiet" dir="auto">{summary}</span>
  </li>
);

/** @param {Course.LinkProps} props */
const Mine = ({ to, text, note }) => (
  <li><a href={usePage().base + to}>{text}</a> <span class="dl-quiet">{note}</span></li>
);

/** @param {Course.CohortDay} props */
const Day = ({ title, to, day, mark }) => (
  <li>
    <b>{day}</b> {to ? <a href={usePage().base + to} dir="auto">{title}</a> : <span dir="auto">{title}</span>}{" "}
    <span class="dl-quiet">{mark}</span>
  </li>
);

/** @param {Pick<Course.HomeContents, "own" | "faults" | "words">} props */
function Own({ own, faults, words }) {
  const { send } = usePage("home");
  return (
    <Section title={words.own_title}>
      {own.length > 0 && <ul class="dl-mine">{own.map((scenario) => <Play key={scenario.to} {...scenario} />)}</ul>}
      {own.length === 0 && words.own_empty && <p class="dl-empty">{words.own_empty}</p>}
      {faults.length > 0 && <Faults title={words.faults_title} faults={faults} />}
      <Button onClick={() => send({ say: "LookAgain" })}>{words.refresh}</Button>
    </Section>
  );
}

/** @param {Course.FacilitatingProps} props */
function Facilitating({ title, note, links, chosen, change }) {
  const { send } = usePage("home");
  const choose = change && <Button onClick={() => send({ say: "ChooseFacilitating", chosen: !chosen })}>{change}</Button>;
  return (
    <Section title={title} note={note}>
      {!chosen && choose && <p>{choose}</p>}
      {links.length > 0 && <ul class="dl-mine">{links.map((link) => <Mine key={link.to} {...link} />)}</ul>}
      {chosen && choose}
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
