// Where the focus goes when a page, or a play within a page, shows something else.

import { useEffect, useRef } from "preact/hooks";

/**
 * Identifies what a page shows: if this changes, it shows something else.
 * @param {Record<string, any>} props
 */
export const markOf = ({ screen, play, stage, heading }) => [screen, play, stage, heading].join("|");

/**
 * Moves the focus to the new heading in the box when that shows something else, so that a screen reader reads it. A focus
 * outside the box stays where it is.
 * @param {Page.Ref<HTMLElement>} box
 * @param {string} mark
 */
export function useFocus(box, mark) {
  const last = useRef(mark);
  useEffect(() => {
    if (last.current === mark) return;
    last.current = mark;
    const active = document.activeElement;
    if (active && active !== document.body && !box.current?.contains(active)) return;
    /** @type {HTMLElement[]} */
    const goals = Array.from(box.current?.querySelectorAll("[data-goal]") ?? []);
    const goal = goals.at(-1);
    goal?.focus({ preventScroll: goal.dataset.goal === "still" });
  }, [mark]);
}
