// Turns the slides by keys, as the arrows of a keyboard and the buttons of a clicker send them.

import { useEffect } from "preact/hooks";
import { usePage } from "../wire/page.js";

/** @type {Record<string, -1 | 0 | 1>} */
const TURNS = { ArrowRight: 1, PageDown: 1, ArrowLeft: -1, PageUp: -1, Home: 0 };
const TYPING = "input, textarea, select, [contenteditable]";

/** A function that turns to the next slide (1), the one before (-1) or the first (0), as often as it is called. */
export function useTurn() {
  const { queue } = usePage("present");
  return (/** @type {-1 | 0 | 1} */ by) => queue({ say: "TurnSlide", by });
}

/**
 * Listens to the keys wherever the focus is, unless somebody is typing. `more` handles other keys.
 * @param {Record<string, () => void>} [more]
 */
export function useKeys(more = {}) {
  const turn = useTurn();
  useEffect(() => {
    const press = (/** @type {KeyboardEvent} */ event) => {
      const { key, ctrlKey, altKey, metaKey, shiftKey, target } = event;
      if (ctrlKey || altKey || metaKey || shiftKey) return;
      if (target instanceof Element && target.closest(TYPING)) return;
      if (!(key in TURNS) && !more[key]) return;
      event.preventDefault();
      if (key in TURNS) turn(TURNS[key]);
      else more[key]();
    };
    document.addEventListener("keydown", press);
    return () => document.removeEventListener("keydown", press);
  });
}
