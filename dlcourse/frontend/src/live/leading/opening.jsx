// Where those who lead a cohort open live sessions, and find the ones that were opened.

import { useEffect, useRef } from "preact/hooks";
import { Form } from "../../parts/form.jsx";
import { Heading } from "../../parts/parts.jsx";
import { usePage } from "../../wire/page.js";

/** @param {Course.OpenLiveProps} props */
export function OpenLive({ contents }) {
  if (!contents) return null;
  const { title, lead, back, opened, sessions_title, sessions, empty, ended_title, ended, form_title, form } = contents;
  return (
    <div class="dl-live-opening">
      <p><Link {...back} /></p>
      <Heading goal>{title}</Heading>
      <p class="dl-lead-in">{lead}</p>
      <Opened opened={opened} />
      <Heading depth={1}>{sessions_title}</Heading>
      {sessions.length === 0 && <p class="dl-empty">{empty}</p>}
      <Sessions list={sessions} />
      <section class="dl-live-part">
        <Heading depth={1}>{form_title}</Heading>
        <Form form={form} />
      </section>
      {ended.length > 0 && (
        <details class="dl-fold">
          <summary>{ended_title}</summary>
          <Sessions list={ended} />
        </details>
      )}
    </div>
  );
}

/**
 * The session that was just opened; the focus goes to the link to its console.
 * @param {{ opened: Course.LinkProps | null }} props
 */
function Opened({ opened }) {
  const { base } = usePage("open-live");
  const link = useRef(/** @type {HTMLAnchorElement | null} */ (null));
  useEffect(() => link.current?.focus(), [opened?.to]);
  return (
    <div role="status">
      {opened && (
        <p class="dl-live-opened">
          {opened.note} <a class="dl-button dl-primary" ref={link} href={base + opened.to}>{opened.text}</a>
        </p>
      )}
    </div>
  );
}

/** @param {{ list: Course.SessionRow[] }} props */
const Sessions = ({ list }) => (
  <ul class="dl-live-sessions">
    {list.map(({ title, to, note }) => (
      <li key={to}><Link to={to} text={title} /> <span class="dl-quiet">{note}</span></li>
    ))}
  </ul>
);

/** @param {{ to: string, text: string }} props */
const Link = ({ to, text }) => <a href={usePage().base + to} dir="auto">{text}</a>;
