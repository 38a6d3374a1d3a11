// The page of one person in a live session: who they are, what they know, what they can do now, and what was said.

import { Form } from "../parts/form.jsx";
import { Table } from "../parts/data_table.jsx";
import { Button, Face, Heading, Html } from "../parts/parts.jsx";
import { Conversation } from "../roleplay/conversation.jsx";
import { useId, usePage } from "../wire/page.js";
import { Clock } from "./clock.jsx";

/** @param {Course.LiveSeatProps} props */
export function LiveSeat({ contents, place }) {
  if (!contents) return null;
  const { title, phase, heading, who, about, clock, told, door, table, polls, debrief, waiting_title: with_whom, waiting } = contents;
  const session = String(place.session);
  return (
    <div class="dl-live-place">
      <header>
        <Heading>{title}</Heading>
        <p class="dl-live-now">
          <b role="status">{heading}</b> {clock && <Clock clock={clock} />}
        </p>
        {who && <p dir="auto">{who}</p>}
        <Html html={about} class="dl-quiet" />
        <div role="status">{told.map((line) => <p key={line} class="dl-live-said" dir="auto">{line}</p>)}</div>
      </header>
      {door && <Door {...door} />}
      {polls.map((poll) => <Poll key={poll.number} {...poll} />)}
      {waiting.length > 0 && !table && <Names title={with_whom} names={waiting} />}
      {debrief && <Debrief {...debrief} />}
      {table && <LiveTable {...table} phase={phase} session={session} />}
    </div>
  );
}

/** @param {Course.DoorProps} props */
function Door({ note, label, cohort, session }) {
  const { send } = usePage("live");
  return (
    <>
      <p dir="auto">{note}</p>
      <div class="dl-row"><Button primary onClick={() => send({ say: "EnterLive", cohort, session })}>{label}</Button></div>
    </>
  );
}

/** @param {{ title: string, names: string[] }} props */
const Names = ({ title, names }) => (
  <section>
    {title && <Heading depth={1}>{title}</Heading>}
    <ul>{names.map((name) => <li key={name} dir="auto">{name}</li>)}</ul>
  </section>
);

/** @param {Course.LivePollProps} props */
const Poll = ({ title, about, ask, form, lines }) => (
  <section class="dl-card">
    <Heading depth={1}>{title}</Heading>
    <Html html={about} />
    {form ? <Form form={form} /> : <p dir="auto"><b>{ask}</b></p>}
    <div role="status">{lines.map((line) => <p key={line} dir="auto">{line}</p>)}</div>
  </section>
);

/**
 * What there is to do comes first, then what I know, then what was said.
 * @param {Course.TableProps & { phase: string, session: string }} props
 */
function LiveTable({ session, phase, number, task, waits, would, packet, packet_title: known, packet_note: note, ...table }) {
  const { send } = usePage("live");
  const { passages, turns, talk_label: label, people, people_title: who, outcome, go_on: on, call, called } = table;
  const move = { session, group: number };
  const after = (/** @type {Course.LineProps} */ { key }) => {
    const turn = turns[Number(key)];
    return turn && (
      <>
        {turn.note && <p class="dl-quiet" dir="auto">{turn.note}</p>}
        {turn.support && <button type="button" class="dl-button dl-small" onClick={() => send({ say: "LiveSupport", ...move, turn: turn.turn })}>{turn.support}</button>}
      </>
    );
  };
  return (
    <>
      {outcome.map((line) => <p key={line} class="dl-reading" dir="auto">{line}</p>)}
      <div role="status">{waits && <p dir="auto">{waits}</p>}{would.map((line) => <p key={line} dir="auto">{line}</p>)}</div>
      {task && <section class="dl-card"><Form form={task} key={phase} /></section>}
      {on && <div class="dl-row"><Button onClick={() => send({ say: "LiveGoOn", ...move, phase: /** @type {"talk"} */ (phase) })}>{on}</Button></div>}
      <Packet title={known} note={note} parts={packet} onNew={(fact) => send({ say: "LiveMarkNew", ...move, fact })} />
      <Conversation passages={passages} label={label} after={after} />
      <Knowledge title={table.map_title} lines={table.map} />
      <People title={who} list={people} />
      <details class="dl-more"><summary>{table.case}</summary><Html html={table.case_html} class="dl-reading" /></details>
      {called && <p role="status" class="dl-quiet">{called}</p>}
      {call && <div class="dl-row"><Button onClick={() => send({ say: "LiveCall", ...move })}>{call}</Button></div>}
    </>
  );
}

/** @param {{ title: string, note: string, parts: Course.PacketPart[], onNew: (fact: string) => void }} props */
const Packet = ({ title, note, parts, onNew }) => parts.length > 0 && (
  <details class="dl-more dl-live-packet" open>
    <summary>{title}</summary>
    {note && <p class="dl-quiet" dir="auto">{note}</p>}
    {parts.map((part) => (
      <section key={part.title}>
        {part.title !== title && <Heading depth={2}>{part.title}</Heading>}
        <ul class="dl-known">
          {part.facts.map(({ id, html, note: told, mark }) => (
            <li key={id}>
              <Html html={html} />
              {told && <p class="dl-quiet" dir="auto">{told}</p>}
              {mark && <button type="button" class="dl-button dl-small" onClick={() => onNew(id)}>{mark}</button>}
            </li>
          ))}
        </ul>
      </section>
    ))}
  </details>
);

/** @param {{ title: string, lines: string[] }} props */
const Knowledge = ({ title, lines }) => lines.length > 0 && <Names title={title} names={lines} />;

/** @param {{ title: string, list: Course.MateProps[] }} props */
const People = ({ title, list }) => (
  <section>
    <Heading depth={1}>{title}</Heading>
    <ul class="dl-live-mates">
      {list.map(({ name, face, you, note }) => (
        <li key={name}><Face {...face} mine={you} /> <span dir="auto">{name} <span class="dl-quiet">{note}</span></span></li>
      ))}
    </ul>
  </section>
);

/** @param {Course.LiveDebriefProps} props */
const Debrief = ({ lines, tables, questions_title: asks, questions, room_title: all, room }) => (
  <section>
    {lines.map((line) => <p key={line} class="dl-reading" dir="auto">{line}</p>)}
    {tables.map((table) => <DebriefTable key={table.title} {...table} />)}
    {room.length > 0 && <Names title={all} names={room} />}
    {questions.length > 0 && <Names title={asks} names={questions} />}
  </section>
);

/** @param {Course.TextTable} props */
function DebriefTable({ title, columns, rows }) {
  const id = useId();
  return (
    <>
      <Heading depth={1} id={id}>{title}</Heading>
      <Table labelledBy={id} columns={columns} rows={rows} />
    </>
  );
}
