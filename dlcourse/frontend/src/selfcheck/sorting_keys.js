// The keys that put a situation in its place, and the switch that turns them off.

import { useLayoutEffect, useRef, useState } from "preact/hooks";

/** @typedef {Course.Sort["answer"]} Answer */

/**
 * Listens for the places' keys. They work as long as the focus is in this exercise and nothing is being typed or chosen;
 * and, unless they are switched off, also while the focus is nowhere in particular and the places are in view.
 * @param {Course.KindProps[]} kinds
 * @param {boolean} on
 * @param {Page.Ref<HTMLElement>} places
 * @param {(answer: Answer) => void} put
 */
export function useKeys(kinds, on, places, put) {
  const latest = useRef({ put, on });
  latest.current = { put, on };
  useLayoutEffect(() => {
    const listen = (/** @type {KeyboardEvent} */ event) => {
      if (event.ctrlKey || event.altKey || event.metaKey || event.repeat) return;
      if (!(latest.current.on && (isIn(places.current) || isHere(places.current)))) return;
      const kind = kinds.find((known) => known.key === event.key);
      if (kind) latest.current.put(kind.value);
    };
    // On its way in: a notebook's host lets no key out again.
    document.addEventListener("keydown", listen, true);
    return () => document.removeEventListener("keydown", listen, true);
  }, [kinds]);
}

/** Whether the focus is in the exercise, and not where something is typed or chosen. */
function isIn(/** @type {HTMLElement | null} */ places) {
  const at = document.activeElement;
  return Boolean(places && at?.closest(".dl-sorting")?.contains(places) && !at.matches(TYPED));
}

const TYPED = "input:not([type=checkbox]), textarea, select";

/**
 * Whether the focus is nowhere in particular, and this is the first exercise whose places are in view. Only on our own
 * pages: in a notebook, keys belong to the notebook then.
 * @param {HTMLElement | null} places
 */
function isHere(places) {
  if (!places || !isNowhere(document.activeElement)) return false;
  return [...document.querySelectorAll(".dl-task .dl-places")].find(inView) === places;
}

/** Whether the focus is on the page or on the heading of a step, which take no keys themselves. */
export const isNowhere = (/** @type {Element | null} */ at) =>
  document.documentElement.matches("[data-root]") && (!at || at.matches("body, main, .step :is(h1, h2, h3)"));

function inView(/** @type {Element} */ element) {
  const { top, bottom, height } = element.getBoundingClientRect();
  return height > 0 && top >= 0 && bottom <= innerHeight;
}

const SWITCH = "dlcourse:sorting-keys";

/** Whether the keys are on, and what turns them on or off; the browser keeps it. */
export function useKeySwitch() {
  const [on, set] = useState(() => recalled() !== "off");
  const turn = (/** @type {boolean} */ next) => {
    set(next);
    try {
      localStorage.setItem(SWITCH, next ? "on" : "off");
    } catch {
      // It holds for this page, then.
    }
  };
  return { on, turn };
}

function recalled() {
  try {
    return localStorage.getItem(SWITCH);
  } catch {
    return null;
  }
}
