// What has to be seen at once, wherever on the page somebody is: trouble, and a lost connection. It floats at the top of
// the window, where nothing moves when it comes, and gives way to the field that somebody is filling in.

import { useLayoutEffect, useRef } from "preact/hooks";

const GAP = 8; // px around it
const MOVES = ["focusin", "scroll", "resize", "input"];

/**
 * `shown` says whether there is anything in it; an empty one stays in the document, so that what comes is read out.
 * Where a page does not own its window, as in JupyterLab, it does not float: it stands at the top of the page.
 * @param {{ shown: boolean, floats: boolean, alarm?: string, children: Page.Children }} props
 */
export function InSight({ shown, floats, alarm, children }) {
  const box = useRef(/** @type {HTMLDivElement | null} */ (null));
  useLayoutEffect(() => {
    const float = box.current;
    if (!shown || !floats || !float?.showPopover) return;
    const move = () => place(float);
    float.showPopover();
    move();
    const watch = new ResizeObserver(move);
    watch.observe(float);
    for (const name of MOVES) addEventListener(name, move, true);
    return () => {
      watch.disconnect();
      for (const name of MOVES) removeEventListener(name, move, true);
      float.hidePopover();
    };
  }, [shown, floats]);
  return <div class="dl-in-sight" ref={box} popover={floats ? "manual" : undefined} data-alarm={alarm}>{children}</div>;
}

/**
 * Below what floats there already, and beside the field that has the focus.
 * @param {HTMLElement} box
 */
function place(box) {
  const start = (visualViewport?.offsetTop ?? 0) + GAP;
  const end = start + (visualViewport?.height ?? innerHeight);
  const { height, left, right } = box.getBoundingClientRect();
  const top = Math.max(start, ...bottomsBefore(box).map((bottom) => bottom + GAP));
  const field = document.activeElement?.matches("input, select, textarea") ? document.activeElement.getBoundingClientRect() : null;
  const covers = field && field.top < top + height + GAP && field.bottom > top - GAP && field.left < right && field.right > left;
  box.style.top = `${covers ? beside(field, height, end) : top}px`;
}

/** @type {(field: DOMRect, height: number, end: number) => number} */
const beside = (field, height, end) => (field.bottom + height + 2 * GAP < end ? field.bottom + GAP : field.top - height - GAP);

/**
 * @param {HTMLElement} box
 * @returns {number[]}
 */
function bottomsBefore(box) {
  const all = Array.from(document.querySelectorAll(".dl-in-sight:popover-open"));
  return all.slice(0, all.indexOf(box)).map((other) => other.getBoundingClientRect().bottom);
}
