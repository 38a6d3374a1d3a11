// The geometry of a drawing of who turns to whom, in the units of its layout: marks, arrows, names. No DOM here.

export const UNIT = 30; // of the drawing's own lengths to a unit of the layout: about pixels, so that an outline is thin
export const WIDE = 2.96; // the box that a person has alone, a little less than the layout's
export const HIGH = 1.46;
export const UP = -0.26; // where the mark is in a person's box; the name stands below it
export const FOOT = 0.7; // the room below the last row, for short names, which are larger than its box at some sizes
export const LETTERS = 0.36; // the height of a name's letters
/** @typedef {[number, number]} Point */

const FIRST = 0.36;
const LINE = 0.38; // where a name's first line stands, and how far below it the second
const WIDEST = 2.75; // how wide a name may be, in a box of 3
const SPARE = 1.25; // how much wider short names may turn out than most words: one letter more or less matters in them

/** How large a person's mark is: its area tells how many turn to them. */
export const radius = (/** @type {number} */ asked, /** @type {number} */ most) => 0.15 + 0.24 * Math.sqrt(most ? asked / most : 0);

/**
 * An arrow from one mark to another as two paths; it bends to its right, so that the way back is another arrow.
 * @param {Point} from
 * @param {number} r1
 * @param {Point} to
 * @param {number} r2
 */
export function arrow([x1, y1], r1, [x2, y2], r2) {
  const far = Math.hypot(x2 - x1, y2 - y1) || 1;
  const bend = Math.min(0.12 * far, 0.9);
  /** @type {Point} */
  const middle = [(x1 + x2) / 2 - ((y2 - y1) / far) * bend, (y1 + y2) / 2 + ((x2 - x1) / far) * bend];
  const from = toward([x1, y1], middle, r1);
  const tip = toward([x2, y2], middle, r2 + 0.04);
  const neck = toward([x2, y2], middle, r2 + 0.26);
  return { line: `M${point(from)}Q${point(middle)} ${point(neck)}`, head: head(neck, tip) };
}

/** @type {(from: Point, to: Point, length: number) => Point} */
const toward = ([x, y], [toX, toY], length) => {
  const far = Math.hypot(toX - x, toY - y) || 1;
  return [x + ((toX - x) / far) * length, y + ((toY - y) / far) * length];
};

/** @type {(neck: Point, tip: Point) => string} */
const head = ([x, y], tip) => {
  const [across, down] = [(tip[0] - x) * 0.45, (tip[1] - y) * 0.45];
  return `M${point(tip)}L${point([x - down, y + across])} ${point([x + down, y - across])}Z`;
};

const point = (/** @type {Point} */ place) => place.map((at) => at.toFixed(2)).join(" ");

/**
 * A name in at most two lines that fit into the person's box, each with its height in it.
 * @param {string} name
 */
export function lines(name) {
  const words = name.split(" ");
  const ways = words.map((_, at) => [words.slice(0, at).join(" "), words.slice(at).join(" ")].filter(Boolean));
  const best = ways.reduce((one, other) => (widest(other) < widest(one) ? other : one));
  const shown = width(name) <= WIDEST ? [name] : best;
  return shown.map((line, at) => ({ text: shortened(line), y: FIRST + at * LINE }));
}

const widest = (/** @type {string[]} */ shown) => Math.max(...shown.map(width));

/** About how wide words are: letters of most scripts are half as wide as high, those of some as wide as high. */
const width = (/** @type {string} */ words) => Array.from(words).reduce((sum, letter) => sum + (/[\u1100-\uffef]|[^\u0000-\uffff]/u.test(letter) ? 1 : 0.54) * LETTERS, 0);

/** @param {string} line */
function shortened(line) {
  const letters = Array.from(line);
  if (width(line) <= WIDEST) return line;
  while (letters.length > 1 && width(`${letters.join("")}…`) > WIDEST) letters.pop();
  return `${letters.join("")}…`;
}

/**
 * What stands below each mark where there is no room for full names: the first name if nobody else has it, else initials.
 * `letters` is the height of the letters. No two people have the same box, so whatever fits into one can be read.
 * @param {string[]} names
 * @param {number} letters
 */
export function shortNames(names, letters) {
  const firsts = names.map(first);
  const alone = (/** @type {string} */ word) => firsts.filter((other) => other === word).length === 1;
  const fits = (/** @type {string} */ words) => (SPARE * width(words) * letters) / LETTERS <= WIDEST;
  return names.map((name, at) => {
    const ways = [name, ...(alone(firsts[at]) ? [firsts[at]] : []), initials(name, 3), initials(name, 2)];
    return ways.find(fits) ?? initials(name, 1);
  });
}

const first = (/** @type {string} */ name) => name.split(" ")[0];

const initials = (/** @type {string} */ name, /** @type {number} */ most) => {
  const begins = name.split(" ").map((word) => Array.from(word.replace(/^[^\p{L}\p{N}]+/u, ""))[0] ?? "");
  return begins.join("").length > 1 ? Array.from(begins.join("")).slice(0, most).join("") : Array.from(name).slice(0, most).join("");
};
