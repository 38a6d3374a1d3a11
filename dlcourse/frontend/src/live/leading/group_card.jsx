// A group on the console: how far it is, who is there, how much was said, and what can be done for it.

import { Heading, Measure } from "../../parts/parts.jsx";
import { useId, usePage } from "../../wire/page.js";
import { Act, Acts } from "./act.jsx";
import { Clock } from "../clock.jsx";
import { Mover } from "./mover.jsx";

/** @param {Course.GroupCard & { mover: Course.Mover | null }} props */
export function GroupCard({ title, arm, phase, clock, here, seats, measure, lines, read, back, acts, arm_label, arm_acts, mover }) {
  const { base } = usePage("lead-live");
  const id = useId();
  return (
    <section class="dl-live-group" aria-labelledby={id}>
      <div class="dl-live-group-head">
        <Heading depth={2} id={id}>{title}</Heading>
        <b>{phase}</b>
        {clock && <Clock clock={clock} />}
      </div>
      {(here || arm) && <p class="dl-quiet">{[here, arm].filter(Boolean).join(" · ")}</p>}
      {measure && <Measure {...measure} shown />}
      <ul class="dl-live-seats">
        {seats.map((seat) => <Seat key={seat.role + seat.move} {...seat} mover={mover && mover.person === seat.move ? mover : null} />)}
      </ul>
      {lines.map((line) => <p key={line} class="dl-live-line">{line}</p>)}
      {read && <Read {...read} />}
      {back && <p><a href={base + back.to} aria-label={back.note}>{back.text}</a></p>}
      {acts.length > 0 && <Acts acts={acts} />}
      {arm_acts.length > 0 && (
        <details class="dl-fold">
          <summary>{arm_label}</summary>
          <div class="dl-row">{arm_acts.map((act) => <Act key={act.label} {...act} />)}</div>
        </details>
      )}
    </section>
  );
}

/** @param {Course.SeatRow & { mover: Course.Mover | null }} props */
const Seat = ({ role, person, notes, holder, move, move_label, mover }) => (
  <li class={`dl-live-seat dl-live-${holder}`}>
    <span class="dl-live-role" dir="auto">{role}</span>{" "}
    {move ? <Pick person={move} name={person} label={move_label} opened={Boolean(mover)} /> : person && <b dir="auto">{person}</b>}{" "}
    {notes.map(({ text, warm }) => <span key={text} class={warm ? "dl-mark dl-live-warm" : "dl-mark"}>{text}</span>)}
    {mover && <Mover {...mover} />}
  </li>
);

/**
 * A person who can be moved.
 * @param {{ person: string, name: string, label: string, opened: boolean }} props
 */
export function Pick({ person, name, label, opened }) {
  const { send } = usePage("lead-live");
  return (
    <button
      type="button" class="dl-live-pick" data-person={person} aria-expanded={opened} aria-label={label}
      onClick={() => send({ say: "PickPerson", person: opened ? "" : person })}
    >
      {name}
    </button>
  );
}

/** @param {Course.ReadFacts} props */
const Read = ({ note, facts, empty }) => (
  <div class="dl-live-read">
    <p class="dl-quiet">{note}</p>
    {facts.length === 0 && <p>{empty}</p>}
    <ul class="dl-known">{facts.map(({ by, text }) => <li key={text}><b dir="auto">{by}</b> <span dir="auto">{text}</span></li>)}</ul>
  </div>
);
