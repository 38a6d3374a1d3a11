// A facilitator's home: the next session first, then the cohorts, what to show and to print, and all sessions.

import { Heading, Part } from "../parts/parts.jsx";
import { useId, usePage } from "../wire/page.js";
import { Ask } from "./ask.jsx";

/** @param {Course.FacilitatorHomeProps} props */
export function FacilitatorHome({ title, contents }) {
  return (
    <div class="dl-lead">
      <Heading goal>{title}</Heading>
      {contents && <Contents {...contents} />}
    </div>
  );
}

/** @param {Course.FacilitatorContents} props */
function Contents({ summary, ask, next, cohorts_title, cohorts, no_cohort, new_cohort, tools_title, tools, sessions_title, sessions }) {
  return (
    <>
      <p class="dl-lead-in">{summary}</p>
      {ask ? <Ask {...ask} /> : (
        <>
          {next && <Next {...next} />}
          <div class="dl-lead-parts">
            <Part title={cohorts_title}>
              {cohorts.map((cohort, place) => <Cohort key={place} {...cohort} />)}
              {no_cohort && <p class="dl-empty">{no_cohort}</p>}
              {new_cohort && <p><Go {...new_cohort} /></p>}
            </Part>
            <Part title={tools_title}>
              <ul class="dl-mine">{tools.map((tool) => <Noted key={tool.to} {...tool} />)}</ul>
            </Part>
          </div>
          <Part title={sessions_title}>
            <ul class="dl-lead-sessions">{sessions.map((session) => <Session key={session.title} {...session} />)}</ul>
          </Part>
        </>
      )}
    </>
  );
}

/** @param {Course.NextSession} props */
function Next({ title, session, note, links }) {
  const id = useId();
  return (
    <section class="dl-lead-next" aria-labelledby={id}>
      <Heading depth={1} id={id}>{title}</Heading>
      <p class="dl-headline" dir="auto">{session}</p>
      <p class="dl-quiet">{note}</p>
      <div class="dl-row">{links.map((link, place) => <Go key={link.to} {...link} primary={place === 0} />)}</div>
    </section>
  );
}

/** @param {Course.LedCohortProps} props */
const Cohort = ({ name, note, links, live }) => (
  <div class="dl-lead-cohort">
    <Heading depth={2}>{name}</Heading>
    <p class="dl-quiet">{note}</p>
    {live.map((room, place) => (
      <p key={place} class="dl-lead-live"><b dir="auto">{room.text}</b> {room.links.map((link) => <Go key={link.to} {...link} />)}</p>
    ))}
    <ul class="dl-mine">{links.map((link) => <Noted key={link.to} {...link} />)}</ul>
  </div>
);

/** @param {Course.RunEntry} props */
const Session = ({ title, minutes, links }) => {
  const { base } = usePage();
  const id = useId();
  return (
    <li>
      <span><b id={id} dir="auto">{title}</b> <span class="dl-quiet">{minutes}</span></span>
      <span class="dl-row">
        {links.map(({ to, text }) => <a key={to} id={id + to} aria-labelledby={`${id}${to} ${id}`} href={base + to}>{text}</a>)}
      </span>
    </li>
  );
};

/** @param {Course.LinkProps} props */
const Noted = ({ to, text, note }) => (
  <li><a href={usePage().base + to}>{text}</a> <span class="dl-quiet">{note}</span></li>
);

/** @param {Course.LinkProps & { primary?: boolean }} props */
const Go = ({ to, text, primary }) => (
  <a class={primary ? "dl-button dl-primary" : "dl-button"} href={usePage().base + to}>{text}</a>
);
