// Speaker notes: what the room sees, what to say and to ask, and the time; large buttons for a phone in the hand.

import { Button, Heading, Html } from "../parts/parts.jsx";
import { usePage } from "../wire/page.js";
import { Ask } from "./ask.jsx";
import { RunTimer } from "./timer.jsx";
import { useKeys, useTurn } from "./turning.js";

/** @param {Course.SpeakerProps} props */
export function Speaker({ title, ask, home, contents }) {
  return (
    <div class="dl-speaker">
      <Heading>{title}</Heading>
      {ask && <Ask {...ask} />}
      {contents ? <Notes {...contents} /> : !ask && <p><a href={usePage().base + home.to}>{home.text}</a></p>}
    </div>
  );
}

/** @param {Course.SpeakerContents} props */
function Notes({ at, now_title, now, next_title, next, step, before_title, before, timer, begin, session, back, forth, first, last, keys, screen, run }) {
  const { base, send } = usePage("speaker-notes");
  const turn = useTurn();
  useKeys();
  return (
    <>
      <div class="dl-speaker-top">
        <RunTimer {...timer} />
        <div class="dl-speaker-turn">
          <button type="button" class="dl-button" aria-disabled={first} onClick={() => !first && turn(-1)}>{back}</button>
          <button type="button" class="dl-button dl-primary" aria-disabled={last} onClick={() => !last && turn(1)}>{forth}</button>
        </div>
      </div>
      <div class="dl-speaker-parts">
        <div class="dl-speaker-room">
          <p class="dl-quiet" role="status">{at}</p>
          <Heading depth={1}>{now_title}</Heading>
          <Html class="dl-run-room" html={now} />
          <Heading depth={1}>{next_title}</Heading>
          <Html class="dl-run-room dl-run-next" html={next} />
        </div>
        <div>
          {step ? <StepNotes {...step} depth={1} /> : <><Heading depth={1}>{before_title}</Heading><Html class="dl-reading" html={before} /></>}
        </div>
      </div>
      <div class="dl-row dl-speaker-end">
        <Button onClick={() => send({ say: "BeginRun", session })}>{begin}</Button>
        <a class="dl-button" href={base + screen.to} target="_blank">{screen.text}<span class="dl-unseen"> {screen.note}</span></a>
        <a class="dl-button" href={base + run.to}>{run.text}</a>
      </div>
      <p class="dl-quiet">{keys}</p>
    </>
  );
}

/**
 * The notes of a step, with its time and the way to the session's page.
 * @param {Course.StepNotes & { depth: number }} props
 */
export function StepNotes({ title, when, minutes, uses_title, uses, notes, depth }) {
  const { base } = usePage();
  return (
    <>
      <Heading depth={depth}>{title}</Heading>
      <p class="dl-quiet">
        {when}, {minutes}. {uses_title}
        {uses.map(({ to, text }, place) => <span key={to}>{place > 0 && ", "}<a href={base + to}>{text}</a></span>)}
      </p>
      {notes.map((part) => (
        <div key={part.title} class="dl-run-part">
          <Heading depth={depth + 1}>{part.title}</Heading>
          <Html html={part.html} />
        </div>
      ))}
    </>
  );
}
