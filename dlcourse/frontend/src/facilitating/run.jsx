// The run-of-show of a session: each step with its notes, and beside them what the room sees.

import { Button, Heading, Html } from "../parts/parts.jsx";
import { usePage } from "../wire/page.js";
import { Ask } from "./ask.jsx";
import { StepNotes } from "./notes.jsx";

/** @param {Course.RunProps} props */
export function RunOfShow({ title, ask, home, contents }) {
  return (
    <div class="dl-run">
      <Heading>{title}</Heading>
      {ask && <Ask {...ask} />}
      {contents ? <Run {...contents} /> : !ask && <p><a href={usePage().base + home.to}>{home.text}</a></p>}
    </div>
  );
}

/** @param {Course.RunContents} props */
function Run({ note, present, speaker, print, before_title, before, room_title, steps, more }) {
  const { base } = usePage("run-of-show");
  return (
    <>
      <p class="dl-lead-in">{note}</p>
      <div class="dl-row">
        <a class="dl-button dl-primary" href={base + present.to}>{present.text}</a>
        <a class="dl-button" href={base + speaker.to} target="_blank">{speaker.text}<span class="dl-unseen"> {speaker.note}</span></a>
        <Button onClick={() => window.print()}>{print}</Button>
      </div>
      {before && (
        <section>
          <Heading depth={1}>{before_title}</Heading>
          <Html class="dl-reading" html={before} />
        </section>
      )}
      <ol class="dl-run-steps">
        {steps.map(({ notes, room }, step) => (
          <li key={step}>
            <div><StepNotes {...notes} depth={1} /></div>
            <div class="dl-run-seen">
              <Heading depth={2}>{room_title}</Heading>
              {room.map((html, place) => <Html key={place} class="dl-run-room" html={html} />)}
            </div>
          </li>
        ))}
      </ol>
      <ul class="dl-mine">
        {more.map(({ to, text }) => <li key={to}><a href={base + to}>{text}</a></li>)}
      </ul>
    </>
  );
}
