// Dragging people on the board: who is dragged, from which task, and where they would land.

import { useState } from "preact/hooks";

const TYPE = "text/plain";

/** @typedef {{ person: string, from: string }} Dragged a person, and the task that they are dragged from, or empty */
/** @typedef {{ dragged: Dragged | null, take: (event: DragEvent, dragged: Dragged) => void, end: () => void }} Drag */

/**
 * Who is dragged now. Only what was taken here can be dropped: words from elsewhere are no person.
 * @returns {Drag}
 */
export function useDrag() {
  const [dragged, set] = useState(/** @type {Dragged | null} */ (null));
  const take = (/** @type {DragEvent} */ event, /** @type {Dragged} */ next) => {
    event.dataTransfer?.setData(TYPE, next.person);
    set(next);
  };
  return { dragged, take, end: () => set(null) };
}

/**
 * What lets an element take a drop: `over` is where in it one would land, as `placeOf` names it, and empty if nothing is
 * over it.
 * @param {Drag} drag
 * @param {(dragged: Dragged) => boolean} takes
 * @param {(event: DragEvent) => string} placeOf
 * @param {(dragged: Dragged, place: string) => void} drop
 */
export function useDrop({ dragged, end }, takes, placeOf, drop) {
  const [over, setOver] = useState("");
  const onDragOver = (/** @type {DragEvent} */ event) => {
    if (!dragged || !takes(dragged)) return;
    event.preventDefault();
    setOver(placeOf(event));
  };
  const onDragLeave = (/** @type {DragEvent & { currentTarget: HTMLElement }} */ event) => {
    if (!event.currentTarget.contains(/** @type {Node | null} */ (event.relatedTarget))) setOver("");
  };
  const onDrop = (/** @type {DragEvent} */ event) => {
    event.preventDefault();
    setOver("");
    if (dragged) drop(dragged, placeOf(event));
    end();
  };
  return { over: dragged ? over : "", on: { onDragOver, onDragLeave, onDrop } };
}
