// The film of one run: a square for each question and each person, and above them what all take as given.

import "../../generated/shared.js"; // loaded later than the page, so that it does not load its parts in other files
import { DataTable } from "../parts/data_table.jsx";
import { FilmControls, useRun } from "../parts/film/controls.jsx";

const PAUSE = 1200; // ms that a week stands while the film plays
const CELL = 10; // the side of a square, and below the height of a row, in units of the drawing
const ROW = 11;
const LEFT = 16;
const KINDS = /** @type {Record<string, string>} */ ({ "+": "right", "-": "wrong", "0": "open" });

/**
 * The film below its title, which stands around it.
 * @param {Omit<Course.SchoolFilmProps, "title">} props
 */
export function SchoolFilm({ note, label, given, people, common, aims, marks, frames, words, table }) {
  const run = useRun(frames.length - 1, 0, PAUSE);
  const frame = frames[run.at];
  const says = `${frame.name}. ${frame.says}`;
  return (
    <>
      <p class="dl-quiet" dir="auto">{note}</p>
      <FilmControls run={run} most={frames.length - 1} says={says} words={words} />
      <p class="dl-unseen" role="status">{run.moved && <span key={says}>{says}</span>}</p>
      <p class="dl-run-says" dir="auto"><b>{frame.name}.</b> {frame.says}</p>
      <Picture label={`${label}. ${says}`} given={given} people={people} common={common} frame={frame} />
      <p class="dl-quiet" dir="auto">{aims}</p>
      <ul class="dl-run-key">
        {marks.map(({ name, text }) => <li key={name}><Sign name={name} /> <span dir="auto">{text}</span></li>)}
      </ul>
      <DataTable {...table} />
    </>
  );
}

/** @param {{ label: string, given: string, people: Course.FilmedPerson[], common: number, frame: Course.RunFrameProps }} props */
function Picture({ label, given, people, common, frame }) {
  const questions = frame.rows[0].length;
  const top = ROW * 2;
  const place = rowsOf(people);
  const height = top + place.height;
  return (
    <svg class="dl-run-picture" role="img" aria-label={label} viewBox={`0 0 ${LEFT + questions * ROW + 2} ${height}`}>
      <text x={LEFT} y={7} class="dl-run-text">{given}</text>
      <Beliefs signs={frame.rows[0]} y={ROW - 1} />
      {people.map((person, number) => (
        <g key={person.name}>
          {person.leads && <Mark name="leads" x={3} y={top + place.at[number] + CELL / 2} />}
          {frame.better.includes(number + 1) && <Mark name="better" x={11} y={top + place.at[number] + CELL / 2} />}
          <Beliefs signs={frame.rows[number + 1]} y={top + place.at[number]} />
        </g>
      ))}
      {people.map(({ department }, number) => place.first[number] && (
        <text key={department} x={LEFT} y={top + place.at[number] - 2} class="dl-run-text">{department}</text>
      ))}
      {common < questions && <path class="dl-run-line" d={`M${LEFT + common * ROW - 0.5} ${ROW - 2}V${height}`} />}
    </svg>
  );
}

/**
 * Where the row of each person is: the departments one below the other, each under its name.
 * @param {Course.FilmedPerson[]} people
 */
function rowsOf(people) {
  const at = Array(people.length).fill(0);
  const first = Array(people.length).fill(false);
  let y = 0;
  for (const name of new Set(people.map(({ department }) => department))) {
    y += ROW;
    let begun = false;
    people.forEach(({ department }, number) => {
      if (department !== name) return;
      at[number] = y;
      first[number] = !begun;
      begun = true;
      y += ROW;
    });
  }
  return { at, first, height: y };
}

/** @param {{ signs: string, y: number }} props */
const Beliefs = ({ signs, y }) => (
  <>
    {Array.from(signs, (sign, question) => <Belief key={question} kind={KINDS[sign]} x={LEFT + question * ROW} y={y} />)}
  </>
);

/**
 * A belief: full if it works, crossed if it does harm, a dot without any.
 * @param {{ kind: string, x: number, y: number }} props
 */
const Belief = ({ kind, x, y }) => (
  <g class={`dl-belief dl-belief-${kind}`}>
    <rect x={x} y={y} width={CELL} height={CELL} rx="1.5" />
    <path d={`M${x + 2.5} ${y + 2.5}L${x + CELL - 2.5} ${y + CELL - 2.5}M${x + CELL - 2.5} ${y + 2.5}L${x + 2.5} ${y + CELL - 2.5}`} />
    <circle cx={x + CELL / 2} cy={y + CELL / 2} r="1.2" />
  </g>
);

/** @param {{ name: string, x: number, y: number }} props */
const Mark = ({ name, x, y }) =>
  name === "leads" ? <path class="dl-run-leads" d={`M${x - 3} ${y + 3}L${x} ${y - 3}L${x + 3} ${y + 3}Z`} /> : <circle class="dl-run-better" cx={x} cy={y} r="3" />;

/** @param {{ name: string }} props */
const Sign = ({ name }) => (
  <svg class="dl-run-sign" viewBox="-1 -1 12 12" aria-hidden="true">
    {name === "leads" || name === "better" ? <Mark name={name} x={5} y={5} /> : <Belief kind={name} x={0} y={0} />}
  </svg>
);
