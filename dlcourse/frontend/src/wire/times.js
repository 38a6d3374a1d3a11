// Formats times and days in the locale of the browser, and keeps steps from being taken too often.

let loaded = false; // what formats times

/** @type {(options: Intl.DateTimeFormatOptions, date: Date) => string} */
function format(options, date) {
  loaded = true;
  return new Intl.DateTimeFormat(undefined, options).format(date);
}

const CALM = 2000; // ms after which a page has been drawn, and its first button may have been used
/** @type {Promise<void> | undefined} */
let loading;

/**
 * Loads what formats times, later and while nothing else is to do: it takes a while, and would delay an answer. Resolves
 * when that is done.
 */
export function prepareTimes() {
  loading ??= new Promise((done) => {
    const load = () => done(void format({ timeStyle: "short" }, new Date()));
    setTimeout(() => (globalThis.requestIdleCallback ?? setTimeout)(load), CALM);
  });
  return loading;
}

/** Whether times can be formatted without a delay. */
export const timesAreReady = () => loaded;

/**
 * The time of a moment (ISO 8601), and its day where that is not today.
 * @param {string} iso
 */
export function at(iso) {
  const time = new Date(iso);
  const today = time.toDateString() === new Date().toDateString();
  return format({ dateStyle: today ? undefined : "medium", timeStyle: "short" }, time);
}

/** The day and time of a moment (ISO 8601). */
export const when = (/** @type {string} */ iso) => format({ dateStyle: "medium", timeStyle: "short" }, new Date(iso));

/** A day that was given as such, in no time zone. */
export const day = (/** @type {string} */ iso) => format({ dateStyle: "medium" }, new Date(`${iso}T12:00`));

/** Minutes and seconds, such as 4:07. A second that has begun counts in full. */
export function minutes(/** @type {number} */ left) {
  const seconds = Math.ceil(left / 1000);
  return `${Math.floor(seconds / 60)}:${String(seconds % 60).padStart(2, "0")}`;
}

/** The day that it is here (ISO 8601). */
export function today() {
  const now = new Date();
  return [now.getFullYear(), now.getMonth() + 1, now.getDate()].map((part) => String(part).padStart(2, "0")).join("-");
}

/**
 * The same step, left out within `pause` ms of the last time it was taken.
 * @param {number} pause
 * @param {() => void} step
 */
export function seldom(pause, step) {
  let last = -Infinity;
  return () => {
    if (Date.now() - last < pause) return;
    last = Date.now();
    step();
  };
}
