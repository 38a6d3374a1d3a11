// Where somebody was reading a page, over a reload and Back. The browser knows the place, but goes there only once, when
// the document is loaded. What the page shows comes later, so the document would be too short, and what is in view would
// be pushed away. So the document is as tall as it was until everything is there, and only the browser scrolls.

const HEIGHT = `dlcourse:height:${location.pathname}${location.search}`;
const INPUT = ["wheel", "touchstart", "pointerdown", "keydown"]; // by any of these the person takes over
const QUIET = 1500; // ms without a change of height, after which nothing more is coming
const COMING = ".waiting, #page > h1"; // what is shown until an exercise, or a page, is drawn

export const inTab = () => sessionStorage;

export function read(storage, name) {
  try {
    return JSON.parse(storage().getItem(name));
  } catch {
    return null; // the browser keeps nothing
  }
}

export function write(storage, name, value) {
  try {
    storage().setItem(name, JSON.stringify(value));
  } catch {
    // The browser keeps nothing.
  }
}

// Calls `grown` now, and whenever the height of this element changes, until everything is there or the person moves the
// page. Then it calls `ended`. Returns what does this once `again`, and what makes it `end` sooner.
export function whileComing(element, isComing, grown, ended) {
  let quiet = null;
  const again = () => {
    grown();
    clearTimeout(quiet);
    quiet = setTimeout(() => (isComing() ? again() : end()), QUIET);
  };
  const growth = new ResizeObserver(again);
  const end = () => {
    clearTimeout(quiet);
    growth.disconnect();
    INPUT.forEach((kind) => removeEventListener(kind, end, true));
    ended();
  };
  INPUT.forEach((kind) => addEventListener(kind, end, { capture: true, passive: true }));
  growth.observe(element);
  again();
  return { again, end };
}

// Makes the document at least this tall until everything is there.
function reserve(height) {
  const { style } = document.documentElement;
  const keep = () => Object.assign(style, { minHeight: `${height}px`, overflowAnchor: "none" });
  const release = () => Object.assign(style, { minHeight: "", overflowAnchor: "" });
  whileComing(document.body, () => document.querySelector(COMING), keep, release);
}

const height = read(inTab, HEIGHT);
if (height && performance.getEntriesByType("navigation")[0]?.type !== "navigate") reserve(height);
addEventListener("pagehide", () => write(inTab, HEIGHT, document.body.scrollHeight));
