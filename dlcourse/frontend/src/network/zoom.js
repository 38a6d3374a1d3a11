// Zooms a drawing in its scrolling box: at first all of it is shown. What was in the middle stays there, and the page
// itself never moves.

import { useEffect, useLayoutEffect, useRef, useState } from "preact/hooks";
import { FOOT } from "./geometry.js";

const LARGEST_WHOLE = 44; // pixels for a unit of the layout, at most, while all of it is shown
const LARGEST = 90;
const STEP = 1.25;

/**
 * `width` and `height` in units. Returns the box's ref, the pixels for a unit (0 until they are known), and what changes
 * them. Until the person zooms, all of the drawing is shown, whatever room there is for it.
 * @param {number} width
 * @param {number} height
 */
export function useZoom(width, height) {
  const box = useRef(/** @type {HTMLDivElement | null} */ (null));
  const middle = useRef(/** @type {[number, number] | null} */ (null));
  const [whole, measure] = useState(0);
  const [chosen, choose] = useState(0); // 0: all of it is shown
  const scale = chosen || whole;
  useLayoutEffect(() => {
    const { current } = box;
    if (!current) return;
    const look = () => measure(fitting(current, width, height));
    look();
    const observer = new ResizeObserver(look);
    observer.observe(current);
    return () => observer.disconnect();
  }, [width, height]);
  useLayoutEffect(() => {
    if (!middle.current || !box.current) return;
    const { clientWidth, clientHeight, scrollWidth, scrollHeight } = box.current;
    box.current.scrollLeft = middle.current[0] * scrollWidth - clientWidth / 2;
    box.current.scrollTop = middle.current[1] * scrollHeight - clientHeight / 2;
  }, [scale]);
  const to = (/** @type {number} */ next) => {
    if (!box.current) return;
    const { scrollLeft, scrollTop, clientWidth, clientHeight, scrollWidth, scrollHeight } = box.current;
    middle.current = [(scrollLeft + clientWidth / 2) / scrollWidth, (scrollTop + clientHeight / 2) / scrollHeight];
    choose(next <= whole ? 0 : Math.min(next, LARGEST));
  };
  const zoom = {
    larger: () => to(scale * STEP),
    smaller: () => to(scale / STEP),
    whole: () => to(0),
  };
  useWheel(box, zoom);
  return { box, scale, ...zoom };
}

/**
 * The pixels for a unit at which all of a drawing fits into its box.
 * @param {HTMLElement} box
 * @param {number} width
 * @param {number} height
 */
function fitting(box, width, height) {
  const highest = parseFloat(getComputedStyle(box).maxHeight) || Infinity; // there may be no limit
  return Math.min(Math.floor(box.clientWidth) / width, (highest - 2) / (height + FOOT), LARGEST_WHOLE);
}

/**
 * The wheel scrolls as usual; with Ctrl (and so with a two-finger pinch) it zooms.
 * @param {Page.Ref<HTMLElement>} box
 * @param {{ larger: () => void, smaller: () => void }} zoom
 */
function useWheel(box, zoom) {
  const latest = useRef(zoom);
  latest.current = zoom;
  useEffect(() => {
    const turn = (/** @type {WheelEvent} */ event) => {
      if (!event.ctrlKey) return;
      event.preventDefault();
      latest.current[event.deltaY < 0 ? "larger" : "smaller"]();
    };
    box.current?.addEventListener("wheel", turn, { passive: false });
    return () => box.current?.removeEventListener("wheel", turn);
  }, []);
}
