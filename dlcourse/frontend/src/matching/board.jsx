// The board: people as cards, tasks with three places each. A person is put there by dragging, by the number of the
// task, by a button of the person's card or name, or by the menu of the task.

import { useState } from "preact/hooks";
import { useId, usePage } from "../wire/page.js";
import { Heading, Measure } from "../parts/parts.jsx";

/** @typedef {Course.PutPerson["part"]} Part */
/** @typedef {(task: string, person: string, part: Part) => void} Put gives a person a part in a task */
/** @typedef {(task: string, person: string) => void} Follow says that a person is moved in a task */
/** @typedef {import("./drag.js").Drag} Drag */

/**
 * @param {string} team
 * @returns {Put}
 */
export function usePut(team) {
  const { queue } = usePage("matchboard");
  return (task, person, part) => queue({ say: "PutPerson", team, task, person, part });
}

/**
 * The people. A name that is dragged here from a task loses its part in that task.
 * @param {Pick<Course.BoardContents, "team" | "people_title" | "people"> & { drag: Drag }} props
 */
export function People({ team, people_title, people, drag }) {
  const id = useId();
  const put = usePut(team);
  const { queue } = usePage("matchboard");
  const passOn = (/** @type {string} */ task, /** @type {string} */ person) => queue({ say: "PassOn", team, task, person });
  return (
    <section class={drag.aim?.part === "none" ? "dl-board-people dl-zone-over" : "dl-board-people"} aria-labelledby={id} data-people>
      <Heading depth={1} id={id}>{people_title}</Heading>
      {people.map((person) => <Member key={person.name} {...person} put={put} passOn={passOn} drag={drag} />)}
    </section>
  );
}

/**
 * One person; opens into the parts in every task.
 * @param {Course.MemberProps & { put: Put, passOn: (task: string, person: string) => void, drag: Drag }} props
 */
function Member({ name, role, load, mark, good, all, wants, parts, put, passOn, drag }) {
  const press = (/** @type {KeyboardEvent} */ event) => {
    if (event.ctrlKey || event.altKey || event.metaKey) return;
    const at = parts[Number(event.key) - 1];
    if (at) passOn(at.task, name);
  };
  return (
    <details class="dl-member" onKeyDown={press}>
      <summary draggable onDragStart={(event) => drag.take(event, { person: name, from: "" })} onDragEnd={drag.end} aria-keyshortcuts={keysOf(parts)}>
        <b dir="auto">{name}</b> <span class="dl-quiet" dir="auto">{role}</span>
        {mark && <> <span class="dl-mark">{mark}</span></>}
        <span class="dl-good" dir="auto">{good}</span>
        <Measure {...load} />
      </summary>
      <p class="dl-quiet" dir="auto">{all}. {wants}</p>
      {parts.map((part, place) => <Parts key={part.task} {...part} name={`${place + 1} ${part.task}`} put={put} />)}
    </details>
  );
}

/** @param {unknown[]} parts */
const keysOf = (parts) => parts.slice(0, 9).map((_, place) => place + 1).join(" ");

/**
 * The parts that somebody can have in a task, the present one pressed.
 * @param {Course.PartProps & { name?: string, put: Put }} props
 */
function Parts({ task, person, legend, name, part, choices, put }) {
  return (
    <div class="dl-parts" role="group" aria-label={legend}>
      {name && <span class="dl-parts-name" dir="auto" aria-hidden="true">{name}</span>}
      {choices.map(({ value, text }) => (
        <button key={value} type="button" class="dl-part" aria-pressed={value === part} onClick={() => value !== part && put(task, person, value)}>
          {text}
        </button>
      ))}
    </div>
  );
}

/** @param {Pick<Course.BoardContents, "team" | "work_title" | "work"> & { onMove: Follow, drag: Drag }} props */
export function Work({ team, work_title, work, onMove, drag }) {
  const id = useId();
  const put = usePut(team);
  return (
    <section class="dl-jobs" aria-labelledby={id}>
      <Heading depth={1} id={id}>{work_title}</Heading>
      {work.map((task) => <Task key={task.name} {...task} put={put} onMove={onMove} drag={drag} />)}
    </section>
  );
}

/**
 * One task. All of it takes a drop: its three places give their part, the rest of it the part of a contributor.
 * @param {Course.TaskProps & { put: Put, onMove: Follow, drag: Drag }} props
 */
function Task({ name, number, about, needs, answers, trouble, places, add, put, onMove, drag }) {
  const id = useId();
  const over = drag.aim?.task === name ? drag.aim.part : "none";
  return (
    <section class={over === "none" ? "dl-job" : "dl-job dl-job-over"} aria-labelledby={id} data-task={name}>
      <Heading depth={2} id={id} tabIndex={-1} data-at={name}>
        <kbd aria-hidden="true">{number}</kbd> {name}
      </Heading>
      <p class="dl-quiet" dir="auto">{about}</p>
      <ul class="dl-needs">{needs.map((need) => <Need key={need.name} {...need} />)}</ul>
      <div class="dl-zones">
        {places.map((place) => <Zone key={place.part} {...place} task={name} over={over === place.part} put={put} onMove={onMove} drag={drag} />)}
      </div>
      <p class={trouble ? "dl-answers dl-answers-alone" : answers ? "dl-answers" : "dl-answers dl-answers-none"} dir="auto">{answers}</p>
      {add && <Add {...add} task={name} put={put} onMove={onMove} />}
    </section>
  );
}

/** @param {Course.NeedProps} props */
const Need = ({ met, name, text }) => (
  <li class={met ? "dl-need dl-need-met" : "dl-need"} dir="auto">
    <span aria-hidden="true">{met ? "✓" : "○"}</span> <b>{name}:</b> {text}
  </li>
);

/**
 * One of the three places of a task.
 * @param {Course.PlaceProps & { task: string, over: boolean, put: Put, onMove: Follow, drag: Drag }} props
 */
function Zone({ part, name, empty, people, task, over, put, onMove, drag }) {
  /** @type {Put} */
  const moved = (from, person, to) => {
    onMove(from, person);
    put(from, person, to);
  };
  return (
    <div class={over ? "dl-zone dl-zone-over" : "dl-zone"} role="group" aria-label={name} data-part={part}>
      <span class="dl-zone-name" aria-hidden="true">{name}</span>
      {people.length === 0 && <span class="dl-quiet">{empty}</span>}
      {people.map((each) => <Chip key={each.person} {...each} task={task} put={moved} drag={drag} />)}
    </div>
  );
}

/**
 * A name at its place; opens into what else that person could be here.
 * @param {Course.PartProps & { put: Put, drag: Drag }} props
 */
const Chip = ({ put, drag, ...at }) => (
  <details class="dl-chip">
    <summary draggable data-at={`${at.task}|${at.person}`} onDragStart={(event) => drag.take(event, { person: at.person, from: at.task })} onDragEnd={drag.end}>
      <span dir="auto">{at.person}</span>
    </summary>
    <Parts {...at} put={put} />
  </details>
);

/**
 * The menu of a task: a person, then a button for each part. The focus follows the person who was added.
 * @param {Course.AddProps & { task: string, put: Put, onMove: Follow }} props
 */
function Add({ summary, label, who, empty, people, parts, task, put, onMove }) {
  const [person, choose] = useState("");
  const there = people.some(({ value }) => value === person);
  const add = (/** @type {Part} */ part) => {
    onMove(task, person);
    put(task, person, part);
    choose("");
  };
  return (
    <details class="dl-add-person">
      <summary aria-label={label}>{summary}</summary>
      <div class="dl-parts" role="group" aria-label={label}>
        <label class="dl-field">
          <span>{who}</span>
          <select value={there ? person : ""} onChange={(event) => choose(event.currentTarget.value)}>
            <option value="">{empty}</option>
            {people.map(({ value, text }) => <option key={value} value={value}>{text}</option>)}
          </select>
        </label>
        {parts.map(({ value, text }) => (
          <button key={value} type="button" class="dl-part" aria-disabled={!there} onClick={() => there && add(value)}>{text}</button>
        ))}
      </div>
    </details>
  );
}
