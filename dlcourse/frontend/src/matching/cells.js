// A team as two tables of text cells: how cells are pasted, and how rows and skills come and go. The first row has the
// headings. Nothing here says what is right: the course does. No DOM here.

/** @typedef {string[][]} Rows */
/** @typedef {{ people: Rows, work: Rows }} Tables */
/** @typedef {{ people: number, work: number }} Fixed how many columns of each table are not skills */

/** @type {(text: string) => Rows} */
export const toRows = (text) => text.split("\n").map((line) => line.split("\t"));

/** @type {(rows: Rows) => string} */
export const toText = (rows) => rows.map((row) => row.join("\t")).join("\n");

/** @type {(row: string[]) => boolean} */
const isBlank = (row) => row.every((cell) => cell === "");

/** The rows with an empty one at the end, to go on in. */
export const withRoom = (/** @type {Rows} */ rows) => (rows.length > 1 && isBlank(rows[rows.length - 1]) ? rows : [...rows, rows[0].map(() => "")]);

/** The cells of a spreadsheet's clipboard. A cell with line breaks comes in quotation marks, and is made one line. */
export function pasted(/** @type {string} */ text) {
  const plain = text.replace(/(^|\t|\n)"((?:[^"]|"")*)"(?=\t|\r?\n|$)/g, (_, before, cell) => before + cell.replaceAll('""', '"').replace(/\s+/g, " "));
  return toRows(plain.replace(/\r\n?/g, "\n").replace(/\n$/, ""));
}

/** @type {(rows: Rows, width: number) => Rows} */
const widened = (rows, width) => rows.map((row) => [...row, ...Array(Math.max(0, width - row.length)).fill("")]);

/** The rows with a block of cells laid over them from this place on. There are more rows and columns where it needs them. */
export function put(/** @type {Rows} */ rows, /** @type {number} */ row, /** @type {number} */ column, /** @type {Rows} */ block) {
  const width = Math.max(rows[0].length, column + Math.max(...block.map((line) => line.length)));
  const next = widened([...rows, ...Array(Math.max(0, row + block.length - rows.length)).fill([])], width);
  block.forEach((line, down) => line.forEach((cell, right) => (next[row + down][column + right] = cell)));
  return next;
}

/**
 * Both tables after cells of one were changed. What was a heading of a skill in both is changed in both, and a new skill
 * comes in both.
 * @param {Tables} before
 * @param {keyof Tables} name
 * @param {Rows} rows
 * @param {Fixed} fixed
 * @returns {Tables}
 */
export function changed(before, name, rows, fixed) {
  if (name === "work") return { ...before, work: rows };
  const old = before.people[0];
  let work = before.work;
  for (let at = fixed.people; at < rows[0].length; at++) {
    const there = at - fixed.people + fixed.work;
    if (at >= old.length) work = work.map((row, line) => row.toSpliced(there, 0, line ? "" : rows[0][at]));
    else if (work[0][there] === old[at] && rows[0][at] !== old[at]) work = put(work, 0, there, [[rows[0][at]]]);
  }
  return { people: rows, work };
}

/**
 * Both tables without a skill, which is counted from 0 among the skills of people.
 * @param {Tables} tables
 * @param {number} skill
 * @param {Fixed} fixed
 * @returns {Tables}
 */
export function withoutSkill({ people, work }, skill, fixed) {
  const [here, there] = [skill + fixed.people, skill + fixed.work];
  const both = work[0][there] === people[0][here];
  return { people: people.map((row) => row.toSpliced(here, 1)), work: both ? work.map((row) => row.toSpliced(there, 1)) : work };
}

/** How many cells both tables have. */
export const size = (/** @type {Tables} */ { people, work }) => people.length * people[0].length + work.length * work[0].length;
