// Where the view goes as a play moves on: to what is new, and never further than that takes.

import { useEffect, useLayoutEffect, useRef } from "preact/hooks";

const LARGEST = 0.85; // of the window: a form that is taller than this stays in its place
const BUTTON = 72; // px: at the lower edge of the window, where the button of a form can lie over what it asks
const LOWEST = 480; // px: in a lower window, nothing stays in view over what is read

/**
 * Shows a new screen from its beginning, where that is not in view, and a talk that goes on from its end. A screen that appears while the page is opened leaves
 * the view to the browser, which knows where the person was.
 * @param {Page.Ref<HTMLElement>} box
 * @param {string} screen what is shown; empty while that is not known yet
 */
export function useScreenStart(box, screen) {
  const last = useRef(screen);
  useLayoutEffect(() => {
    const before = last.current;
    last.current = screen;
    if (!before || before === screen || !box.current) return;
    const end = box.current.querySelector(".dl-line") && box.current.querySelector(".dl-end-of-talk");
    if (end) return showEnd(end, innerHeight / 3); // a talk that goes on is shown where it goes on
    const { top } = box.current.getBoundingClientRect();
    if (top < 0 || top > innerHeight / 2) box.current.scrollIntoView({ block: "start" });
  }, [screen]);
}

/**
 * Brings what was just said into view, from its first line on, and the end of the talk when a new part of it begins. What
 * others say while the person is reading further up leaves the view alone.
 * @param {Page.Ref<HTMLElement>} box the talk; its end is marked after it
 * @param {number} count how many lines there are
 * @param {string} part which part of the talk this is
 */
export function useNewLines(box, count, part) {
  const before = useRef({ count, part });
  const following = useFollowing(box);
  useLayoutEffect(() => {
    const fresh = Array.from(box.current?.querySelectorAll(".dl-line") ?? []).slice(before.current.count);
    const moved = part !== before.current.part;
    before.current = { count, part };
    const mine = fresh.some((line) => line.classList.contains("dl-line-mine"));
    if (!moved && !mine && !(fresh.length > 0 && following.current)) return;
    showEnd(endOf(box), moved ? innerHeight / 3 : 0);
    fresh[0]?.scrollIntoView({ block: "nearest" });
  }, [count, part]);
}

/**
 * Shows the end of the talk right above the form, unless it is in view, with `room` px to read above it.
 * @param {Element | null | undefined} end
 * @param {number} room
 */
function showEnd(end, room) {
  if (!end) return;
  const { top, bottom } = end.getBoundingClientRect();
  const free = innerHeight - parseFloat(getComputedStyle(end).scrollMarginBlockEnd);
  if (top < room || bottom > free) end.scrollIntoView({ block: "end" });
}

/** @type {(talk: Page.Ref<HTMLElement>) => Element | null | undefined} */
const endOf = (talk) => talk.current?.parentElement?.querySelector(".dl-end-of-talk");

/**
 * Whether the end of the talk is in view.
 * @param {Page.Ref<HTMLElement>} box
 */
function useFollowing(box) {
  const following = useRef(true);
  useEffect(() => {
    const mark = endOf(box);
    if (!mark) return;
    const watch = new IntersectionObserver(([seen]) => (following.current = Boolean(seen?.isIntersecting)));
    watch.observe(mark);
    return () => watch.disconnect();
  }, []);
  return following;
}

/**
 * Keeps a form at the lower edge of the window while there is room for it and for what is read above it. The play around
 * it is told how much of the window that takes. When the form grows, it covers more of the talk, and what is read stays
 * where it is. A form with a long list leaves the edge and has the whole page for it; the first of the list is then in view.
 * @param {Page.Ref<HTMLElement>} box
 */
export function useDock(box) {
  useLayoutEffect(() => {
    const dock = box.current;
    const play = /** @type {HTMLElement | null | undefined} */ (dock?.closest(".dl-play"));
    if (!dock || !play) return;
    const fit = () => {
      const before = dock.classList.contains("dl-docked");
      const list = dock.querySelector(".dl-way-long");
      const fits = innerHeight >= LOWEST && dock.offsetHeight <= innerHeight * LARGEST && !list;
      dock.classList.toggle("dl-docked", fits);
      play.style.setProperty("--dock", `${fits ? dock.offsetHeight : 0}px`);
      if (before && list) firstControl(/** @type {HTMLElement} */ (list))?.closest("label")?.scrollIntoView({ block: "nearest" });
    };
    const watch = new ResizeObserver(fit);
    watch.observe(dock);
    addEventListener("resize", fit);
    fit();
    return () => {
      watch.disconnect();
      removeEventListener("resize", fit);
      play.style.removeProperty("--dock");
    };
  }, []);
}

/**
 * Calls `onChange` with whether the first control of a form is still below the window or at its very edge, now and whenever
 * that changes.
 * @param {Page.Ref<HTMLElement>} box
 * @param {(below: boolean) => void} onChange
 * @param {unknown} form what the form is; another one has another first control
 */
export function useBelow(box, onChange, form) {
  useEffect(() => {
    const control = firstControl(box.current);
    if (!control) return onChange(false);
    const watch = new IntersectionObserver(
      ([seen]) => seen && onChange(seen.intersectionRatio < 1 && seen.boundingClientRect.bottom > innerHeight - BUTTON),
      { threshold: [0, 1], rootMargin: `0px 0px -${BUTTON}px` },
    );
    watch.observe(control);
    return () => watch.disconnect();
  }, [form]);
}

const PAGE = 0.7; // of the window: how far one goes at a time in what is longer than it

/**
 * Calls `onChange` with whether the end of what a seat knows is still below the window, now and whenever that changes.
 * Facts that stand beside the talk are in view anyway.
 * @param {Page.Ref<HTMLElement> | undefined} facts
 * @param {(below: boolean) => void} onChange
 * @param {unknown} form what the form after them is; they stand before the first one only
 */
export function useFactsBelow(facts, onChange, form) {
  useEffect(() => {
    const box = facts?.current;
    const last = Array.from(box?.querySelectorAll(".dl-known > li") ?? []).at(-1);
    if (!box || !last) return onChange(false);
    const inBetween = () => getComputedStyle(box).position === "static";
    const watch = new IntersectionObserver(
      ([seen]) => seen && onChange(seen.intersectionRatio < 1 && seen.boundingClientRect.bottom > innerHeight && inBetween()),
      { threshold: [0, 1] },
    );
    watch.observe(last);
    return () => watch.disconnect();
  }, [form]);
}

/**
 * Goes to the beginning of what is to be read, and from there on by most of a window at a time.
 * @param {HTMLElement | null | undefined} box
 */
export function readFurther(box) {
  if (!box) return;
  if (box.getBoundingClientRect().top > innerHeight / 2) box.scrollIntoView({ block: "start" });
  else scrollBy({ top: innerHeight * PAGE });
}

/**
 * Keeps the text field that one taps or types in above the buttons of its form, also when a keyboard opens on the screen.
 * @param {Page.Ref<HTMLElement>} box
 */
export function useUncovered(box) {
  useEffect(() => {
    const show = () => {
      const field = document.activeElement;
      if (field?.matches("textarea, [type=text]") && box.current?.contains(field)) field.scrollIntoView({ block: "nearest" });
    };
    const form = box.current;
    form?.addEventListener("click", show);
    visualViewport?.addEventListener("resize", show);
    return () => {
      form?.removeEventListener("click", show);
      visualViewport?.removeEventListener("resize", show);
    };
  }, []);
}

/**
 * What is to be used first in a form; in one that asks nothing, the button that sends it.
 * @param {HTMLElement | null} box
 * @returns {HTMLElement | null}
 */
export const firstControl = (box) => box?.querySelector("input, select, textarea") ?? box?.querySelector("[type=submit]") ?? null;
