// The page of one person in a live session: the way in, the wait, the table while the group plays, and what came of it.

import { useRef } from "preact/hooks";
import { TitledTable } from "../parts/data_table.jsx";
import { Form } from "../parts/form.jsx";
import { Button, Heading, Html } from "../parts/parts.jsx";
import { People } from "../at_table/asides.jsx";
import { useScreenStart } from "../at_table/view.js";
import { useId } from "../wire/page.js";
import { Acts } from "./acts.jsx";
import { Clock } from "./clock.jsx";
import { LiveHindsight } from "./hindsight.jsx";
import { LiveTable } from "./table.jsx";

/** @param {Course.LiveSeatProps} props */
export function LiveSeat({ contents, screen }) {
  const box = useRef(/** @type {HTMLDivElement | null} */ (null));
  useScreenStart(box, screen);
  return <div class="dl-screen dl-live-seat-page" ref={box}>{contents && <Contents {...contents} />}</div>;
}

/** @param {Course.SeatContents} contents */
function Contents(contents) {
  const { title, heading, who, told, sentences, door, acts, said, plays, passages, answered } = contents;
  return (
    <>
      <Heading>{title}</Heading>
      <div class="dl-live-now">
        <Heading depth={1} goal="still">{heading}</Heading>
        {contents.clock && !contents.talks && <Clock clock={contents.clock} />}
      </div>
      {who && <div class="dl-live-who"><p dir="auto">{who}</p><Acts acts={acts} /></div>}
      <p role="status" class="dl-live-news" dir="auto">{told}</p>
      <p aria-live="polite" class="dl-unseen" dir="auto"><span key={said}>{said}</span></p>
      {door && <Door {...door} />}
      {sentences.map((sentence) => <p key={sentence} dir="auto">{sentence}</p>)}
      <div role="status">{answered.map((each) => (each.open || !plays) && <OwnAnswer key={each.number} {...each} note={plays ? "" : each.note} />)}</div>
      {plays && <LiveTable {...contents} />}
      {!plays && passages.length > 0 && <LiveHindsight {...contents} />}
      {passages.length === 0 && <Waiting {...contents} />}
    </>
  );
}

/**
 * What one has answered to a question to the room. While the group plays, there is room for that alone.
 * @param {Course.OwnAnswer} props
 */
const OwnAnswer = ({ title, ask, answer, note }) => (
  <div class="dl-live-answered">
    <p class="dl-quiet" dir="auto">{ask}</p>
    <p dir="auto"><b>{title}:</b> {answer}</p>
    {note && <p class="dl-quiet" dir="auto">{note}</p>}
  </div>
);

/** @param {Course.DoorProps} props */
const Door = ({ note, label, cohort, session }) => (
  <>
    <p>{note}</p>
    <Button primary message={() => ({ say: "EnterLive", cohort, session })}>{label}</Button>
  </>
);

/**
 * Before the start: who one will be, with whom, and perhaps a question for the whole room, or what came of one.
 * @param {Course.SeatContents} props
 */
function Waiting({ about, people, forms, tables, words }) {
  const id = useId();
  return (
    <>
      <Html html={about} class="dl-reading" />
      {forms.map((form) => <section key={form.slot} class="dl-task"><Form form={form} /></section>)}
      {tables.map((table, place) => <section key={place}><TitledTable {...table} depth={2} /></section>)}
      {people.length > 0 && <People title={words.people} list={people} id={id} />}
    </>
  );
}
