// How large a drawing is shown in its scrolling box: what was in the middle stays there, the page itself never moves.

import { useEffect, useLayoutEffect, useRef, useState } from "preact/hooks";

const READABLE = 27; // pixels for a unit of the layout at which names can be read
const LARGEST = 90;
const STEP = 1.25;

/**
 * `width` in units. Returns the box's ref, the pixels for a unit (0 until they are known), and what changes them.
 * @param {number} width
 */
export function useZoom(width) {
  const box = useRef(/** @type {HTMLDivElement | null} */ (null));
  const middle = useRef(/** @type {[number, number] | null} */ (null));
  const [scale, set] = useState(0);
  const fit = () => (box.current?.clientWidth ?? 0) / width;
  useLayoutEffect(() => set(Math.min(Math.max(fit(), READABLE), 44)), []);
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
    set(Math.min(Math.max(next, Math.min(fit(), READABLE)), LARGEST));
  };
  const zoom = {
    larger: () => to(scale * STEP),
    smaller: () => to(scale / STEP),
    whole: () => to(fit()),
  };
  useWheel(box, zoom);
  return { box, scale, ...zoom };
}

/**
 * The wheel alone scrolls, as everywhere; with Ctrl (and so with two fingers) it makes larger and smaller.
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
