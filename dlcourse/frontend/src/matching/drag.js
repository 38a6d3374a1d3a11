// Dragging people on the board: who is dragged, from which task, and where they would land. Whatever is lit on release
// receives the person.

import { useRef, useState } from "preact/hooks";

const TYPE = "text/plain";
const STILL = 4; // pixels within which a pointer counts as not moved

/** @typedef {Course.PutPerson["part"]} Part */
/** @typedef {{ person: string, from: string }} Dragged a person, and the task that they are dragged from, or empty */
/** @typedef {{ task: string, part: Part, spot: Element, x: number, y: number }} Aim where they would land, and the pointer when it was chosen */
/** @typedef {{ dragged: Dragged | null, aim: Aim | null, take: (event: DragEvent, dragged: Dragged) => void, end: () => void }} Drag */

/**
 * Who is dragged now and where they would land, with the listeners of the board. Only what was taken here can be dropped:
 * text from elsewhere is not a person.
 * @param {(task: string, person: string, part: Part) => void} put
 * @returns {Drag & { on: Record<"onDragEnter" | "onDragOver" | "onDragLeave" | "onDrop", (event: DragEvent) => void> }}
 */
export function useDrag(put) {
  const [dragged, setDragged] = useState(/** @type {Dragged | null} */ (null));
  const [shown, show] = useState(/** @type {Aim | null} */ (null));
  const aim = useRef(/** @type {Aim | null} */ (null));
  const set = (/** @type {Aim | null} */ next) => show((aim.current = next));
  const end = () => {
    setDragged(null);
    set(null);
  };
  const take = (/** @type {DragEvent} */ event, /** @type {Dragged} */ next) => {
    event.dataTransfer?.setData(TYPE, next.person);
    setDragged(next);
  };
  // A list that scrolled enters another element at the moment of release. A browser drops nothing where that is not taken.
  const onDragOver = (/** @type {DragEvent} */ event) => {
    if (!dragged) return;
    const next = aimOf(event, dragged, aim.current);
    if (next) event.preventDefault();
    if (next !== aim.current) set(next);
  };
  const onDragLeave = (/** @type {DragEvent} */ event) => {
    const { currentTarget, relatedTarget } = event;
    if (currentTarget instanceof Element && relatedTarget instanceof Node && !currentTarget.contains(relatedTarget)) set(null);
  };
  const onDrop = (/** @type {DragEvent} */ event) => {
    event.preventDefault();
    if (dragged && aim.current) put(aim.current.task, dragged.person, aim.current.part);
    end();
  };
  return { dragged, aim: shown, take, end, on: { onDragEnter: onDragOver, onDragOver, onDragLeave, onDrop } };
}

/**
 * Where a person would land. While a list scrolls under a pointer that is held still, that stays the same as long as it is
 * in sight. Between two tasks it stays the same too.
 * @param {DragEvent} event
 * @param {Dragged} dragged
 * @param {Aim | null} before
 * @returns {Aim | null}
 */
function aimOf({ target, clientX: x, clientY: y }, { from }, before) {
  if (before && Math.abs(x - before.x) + Math.abs(y - before.y) < STILL && isInSight(before.spot)) return before;
  const at = target instanceof Element ? target : null;
  const spot = at?.closest("[data-part], [data-task]");
  const task = at?.closest("[data-task]")?.getAttribute("data-task");
  if (spot && task) return { task, part: /** @type {Part} */ (spot.getAttribute("data-part") ?? "contributor"), spot, x, y };
  const people = at?.closest("[data-people]");
  if (people) return from ? { task: from, part: "none", spot: people, x, y } : null;
  return at?.closest(".dl-jobs") ? before : null;
}

/** Whether something of an element can be seen in the list that it is in. @param {Element} spot */
function isInSight(spot) {
  const list = spot.closest(".dl-jobs") ?? spot;
  const [{ top, bottom }, seen] = [spot.getBoundingClientRect(), list.getBoundingClientRect()];
  return bottom > seen.top && top < seen.bottom;
}
