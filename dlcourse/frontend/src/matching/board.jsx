// The board: people as cards, tasks with three places each. A person is put there by dragging, by the number of the
// task, or by a button of the person's card or name.

import { useState } from "preact/hooks";
import { useId, usePage } from "../wire/page.js";
import { Heading, Measure } from "../parts/parts.jsx";

const TYPE = "text/plain";

/** @typedef {Course.PutPerson["part"]} Part */
/** @typedef {(task: string, person: string, part: Part) => void} Put gives a person a part in a task */
/** @typedef {(task: string, person: string) => void} Follow says that a person is moved in a task */

/**
 * @param {string} team
 * @returns {Put}
 */
function usePut(team) {
  const { queue } = usePage("matchboard");
  return (task, person, part) => queue({ say: "PutPerson", team, task, person, part });
}

/** @param {Pick<Course.BoardContents, "team" | "people_title" | "people">} props */
export function People({ team, people_title, people }) {
  const id = useId();
  const put = usePut(team);
  const { queue } = usePage("matchboard");
  const passOn = (/** @type {string} */ task, /** @type {string} */ person) => queue({ say: "PassOn", team, task, person });
  return (
    <section class="dl-board-people" aria-labelledby={id}>
      <Heading depth={1} id={id}>{people_title}</Heading>
      {people.map((person) => <Member key={person.name} {...person} put={put} passOn={passOn} />)}
    </section>
  );
}

/**
 * One person; opens into the parts in every task.
 * @param {Course.MemberProps & { put: Put, passOn: (task: string, person: string) => void }} props
 */
function Member({ name, role, load, mark, good, all, wants, parts, put, passOn }) {
  const press = (/** @type {KeyboardEvent} */ event) => {
    if (event.ctrlKey || event.altKey || event.metaKey) return;
    const at = parts[Number(event.key) - 1];
    if (at) passOn(at.task, name);
  };
  return (
    <details class="dl-member" onKeyDown={press}>
      <summary draggable onDragStart={(event) => event.dataTransfer?.setData(TYPE, name)} aria-keyshortcuts={keysOf(parts)}>
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

/** @param {Pick<Course.BoardContents, "team" | "work_title" | "work"> & { onMove: Follow }} props */
export function Work({ team, work_title, work, onMove }) {
  const id = useId();
  const put = usePut(team);
  return (
    <section class="dl-jobs" aria-labelledby={id}>
      <Heading depth={1} id={id}>{work_title}</Heading>
      {work.map((task) => <Task key={task.name} {...task} put={put} onMove={onMove} />)}
    </section>
  );
}

/** @param {Course.TaskProps & { put: Put, onMove: Follow }} props */
function Task({ name, number, about, needs, answers, trouble, places, put, onMove }) {
  const id = useId();
  return (
    <section class="dl-job" aria-labelledby={id}>
      <Heading depth={2} id={id} tabIndex={-1} data-at={name}>
        <kbd aria-hidden="true">{number}</kbd> {name}
      </Heading>
      <p class="dl-quiet" dir="auto">{about}</p>
      <ul class="dl-needs">{needs.map((need) => <Need key={need.name} {...need} />)}</ul>
      <div class="dl-zones">
        {places.map((place) => <Zone key={place.part} {...place} task={name} put={put} onMove={onMove} />)}
      </div>
      {answers && <p class={trouble ? "dl-answers dl-answers-alone" : "dl-answers"} dir="auto">{answers}</p>}
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
 * One of the three places of a task: somebody who is dropped here gets its part.
 * @param {Course.PlaceProps & { task: string, put: Put, onMove: Follow }} props
 */
function Zone({ task, part, name, empty, people, put, onMove }) {
  const [over, hover] = useState(false);
  const drop = (/** @type {DragEvent} */ event) => {
    event.preventDefault();
    hover(false);
    put(task, event.dataTransfer?.getData(TYPE) ?? "", part);
  };
  const drag = (/** @type {DragEvent} */ event) => {
    event.preventDefault();
    hover(true);
  };
  /** @type {Put} */
  const moved = (from, person, to) => {
    onMove(from, person);
    put(from, person, to);
  };
  return (
    <div class={over ? "dl-zone dl-zone-over" : "dl-zone"} role="group" aria-label={name} onDragOver={drag} onDragLeave={() => hover(false)} onDrop={drop}>
      <span class="dl-zone-name" aria-hidden="true">{name}</span>
      {people.length === 0 && <span class="dl-quiet">{empty}</span>}
      {people.map((each) => <Chip key={each.person} {...each} put={moved} />)}
    </div>
  );
}

/**
 * A name at its place; opens into what else that person could be here.
 * @param {Course.PartProps & { put: Put }} props
 */
const Chip = ({ put, ...at }) => (
  <details class="dl-chip">
    <summary draggable data-at={`${at.task}|${at.person}`} onDragStart={(event) => event.dataTransfer?.setData(TYPE, at.person)}>
      <span dir="auto">{at.person}</span>
    </summary>
    <Parts {...at} put={put} />
  </details>
);
