// A form that opens when it is wanted and closes when it is saved, which is said where its button was. Of forms in one
// group, one is open at a time. What is filled in is kept while a form is closed (see draft_slot.jsx).

import { createContext } from "preact";
import { useContext, useEffect, useLayoutEffect, useRef, useState } from "preact/hooks";
import { usePage } from "../wire/page.js";

/**
 * @typedef {{ slot: string }} Wanted a form that something else on the page leads to; a new object each time
 * @typedef {{ slots: string[], open: string, show: (slot: string) => void, wanted?: Wanted }} Group the open form, and what opens another one
 */

const Group = createContext(/** @type {Group | null} */ (null));

/**
 * Forms of which one is open at a time. At first it is the one that something is filled in to, else `first`; a form that
 * becomes `wanted` opens, with the focus in its first field.
 * @param {{ slots: string[], first?: string, wanted?: Wanted, children: Page.Children }} props
 */
export function OneAtATime({ slots, first = "", wanted, children }) {
  const begun = useBegun();
  const [chosen, choose] = useState(/** @type {string | null} */ (null));
  useLayoutEffect(() => wanted && choose(wanted.slot), [wanted]);
  const open = chosen ?? slots.find(begun) ?? first;
  return <Group.Provider value={{ slots, open, show: choose, wanted }}>{children}</Group.Provider>;
}

/** A function that says whether something is filled in to the form of a slot that was not saved. */
export function useBegun() {
  const { keeper, drafts } = usePage();
  return (/** @type {string} */ slot) => Boolean(keeper.get(slot)) || drafts.some((card) => card.slot === slot);
}

/**
 * Whether a form is open, and a function that opens or closes it.
 * @param {string} slot
 * @param {boolean} starts whether it is open at first
 * @returns {[boolean, (open: boolean) => void]}
 */
function useOpen(slot, starts) {
  const begun = useBegun()(slot);
  const group = useContext(Group);
  const [alone, show] = useState(starts || begun);
  useEffect(() => void (begun && show(true)), [begun]);
  if (!group?.slots.includes(slot)) return [alone, show];
  return [group.open === slot, (open) => (open || group.open === slot) && group.show(open ? slot : "")];
}

/**
 * `slot` is the form's, `title` opens it, `state` says how much was written, `said` is told once it was saved. A form by
 * itself opens if something is filled in already, and at the start if it `starts` open.
 * @param {{ slot: string, title: string, state?: string, said?: string, starts?: boolean, children: Page.Children }} props
 */
export function Fold({ slot, title, state = "", said = "", starts = false, children }) {
  const { keeper, drafts } = usePage();
  const saved = keeper.state(slot, drafts.find((card) => card.slot === slot))?.name === "said";
  const [open, show] = useOpen(slot, starts);
  const summary = useRef(/** @type {HTMLElement | null} */ (null));
  const turn = useTurn(summary, open, show);
  useWanted(summary, slot, open);
  useEffect(() => {
    if (!saved) return;
    const active = document.activeElement ?? document.body;
    show(false);
    // The button that had the focus is out of sight now, or gone already.
    if (active === document.body || summary.current?.parentElement?.contains(active)) summary.current?.focus();
  }, [saved]);
  return (
    <>
      <details class="dl-fold" open={open}>
        <summary ref={summary} dir="auto" onClick={turn}>{title} <FormMark slot={slot} state={state} /></summary>
        {open && children}
      </details>
      <p role="status" class="dl-saved" dir="auto">{saved ? said : ""}</p>
    </>
  );
}

/**
 * How much of a form is written: `state`, unless there are words in it that are not saved, which comes first.
 * @param {{ slot: string, state: string }} props
 */
export function FormMark({ slot, state }) {
  const { draft_words: words } = usePage();
  if (useBegun()(slot) && words) return <span class="dl-mark dl-mark-unsaved">{words.unsaved_mark}</span>;
  return state ? <span class="dl-mark">{state}</span> : null;
}

/**
 * What a click on the summary does: it opens the form with the focus in its first field, or closes it. The summary stays
 * where it is in the window, also if another form above it closes.
 * @param {Page.Ref<HTMLElement>} summary
 * @param {boolean} open
 * @param {(open: boolean) => void} show
 */
function useTurn(summary, open, show) {
  const back = useRef(/** @type {(() => void) | null} */ (null));
  useLayoutEffect(() => {
    back.current?.();
    if (back.current && open) goInto(summary.current?.parentElement);
    back.current = null;
  }, [open]);
  return (/** @type {Event} */ event) => {
    event.preventDefault();
    back.current = keepPlace(summary.current);
    show(!open);
  };
}

/**
 * Brings a form that something else on the page leads to into view.
 * @param {Page.Ref<HTMLElement>} summary
 * @param {string} slot
 * @param {boolean} open
 */
function useWanted(summary, slot, open) {
  const wanted = useContext(Group)?.wanted;
  const met = useRef(wanted);
  useLayoutEffect(() => {
    if (!open || wanted?.slot !== slot || met.current === wanted) return;
    met.current = wanted;
    summary.current?.scrollIntoView({ block: "start" });
    goInto(summary.current?.parentElement);
  }, [open, wanted]);
}

/** The focus goes to the first field of an open form, and the view no further than that takes. */
export function goInto(/** @type {Element | null | undefined} */ form) {
  const field = /** @type {HTMLElement | null | undefined} */ (form?.querySelector("textarea, input, select"));
  field?.focus({ preventScroll: true });
  field?.scrollIntoView({ block: "nearest" });
}

/**
 * Remembers where an element is in the window. The function that it returns is called when the page was drawn anew, and
 * moves what scrolls around the element, so that it is there again.
 * @param {Element | null | undefined} element
 * @returns {() => void}
 */
function keepPlace(element) {
  const before = element?.getBoundingClientRect().top;
  return () => {
    if (!element?.isConnected || before === undefined) return;
    scrollerOf(element).scrollTop += element.getBoundingClientRect().top - before;
  };
}

/** What scrolls around an element: in JupyterLab a box, in a browser's page the document. */
function scrollerOf(/** @type {Element} */ element) {
  for (let box = element.parentElement; box; box = box.parentElement) {
    if (box.scrollHeight > box.clientHeight && /auto|scroll/.test(getComputedStyle(box).overflowY)) return box;
  }
  return document.scrollingElement ?? document.documentElement;
}
