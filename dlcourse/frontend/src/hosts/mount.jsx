// Draws a page into an element, and again whenever its connection changes. What surrounds every page is here too: how
// it is saved, what went wrong, and where the focus goes.

import { render } from "preact";
import { useEffect, useLayoutEffect, useReducer, useRef, useState } from "preact/hooks";
import { InSight } from "../parts/in_sight.jsx";
import { Notice } from "../parts/notice.jsx";
import { markOf, useFocus } from "../wire/focus.js";
import { PageContext } from "../wire/page.js";
import { useKeeper } from "../wire/use_keeper.js";
import { Alarm, Status, alarming, useFirst } from "../parts/status.jsx";
import { DONE } from "../wire/work_files.js";

/** @import { Connection } from "../wire/connection.js" */

const UNSAVED = "dlcourse:unsaved"; // told when words in a form of the page are not saved any more, or are again

/**
 * Draws into `el`. `components` has what draws each page that can be shown here, by the page's name. `base` is what addresses begin with, `level` that of the page's heading, `bar` an element that
 * shows how the page is saved (else the page itself does), `floats` says whether the window is the course's own, so that
 * news may float in it, `wake()` opens a page anew whose kernel is gone, `renderer()` promises what draws charts. Returns
 * a function that takes everything away again.
 * @param {HTMLElement} el
 * @param {Connection} connection
 * @param {Page.Surroundings & { components: Page.Components, bar?: Element | null, floats: boolean, wake?: (() => void) | null }} host
 */
export function mount(el, connection, { components, base, level, bar, floats, wake, renderer }) {
  const shown = { components, base, level, floats, wake, renderer, connection };
  const corner = bar?.appendChild(Object.assign(document.createElement("div"), { className: "dl-bar-status" }));
  el.replaceChildren(); // the first content, which the server drew
  render(<Shell {...shown} statusHere={!corner} />, el);
  if (corner) render(<News connection={connection}>{(now) => <CornerStatus now={now} el={el} />}</News>, corner);
  return () => {
    render(null, el);
    if (corner) render(null, corner);
    corner?.remove();
  };
}

/**
 * Draws its child with the state of the connection, again after each change.
 * @param {{ connection: Connection, children: (now: Page.Now) => import("preact").VNode }} props
 */
function News({ connection, children }) {
  const [, again] = useReducer((/** @type {number} */ count) => count + 1, 0);
  useLayoutEffect(() => connection.subscribe(() => again(undefined)), [connection]); // misses nothing after it was drawn
  return children(connection.now);
}

/**
 * How a page is saved, outside of the page's element.
 * @param {{ now: Page.Now, el: HTMLElement }} props
 */
function CornerStatus({ now, el }) {
  const [unsaved, tell] = useState(false);
  useLayoutEffect(() => {
    const listen = (/** @type {Event} */ event) => tell(Boolean(/** @type {CustomEvent} */ (event).detail));
    el.addEventListener(UNSAVED, listen);
    return () => el.removeEventListener(UNSAVED, listen);
  }, [el]);
  return <Status now={now} unsaved={unsaved} />;
}

/** @typedef {{ components: Page.Components, connection: Connection, floats: boolean, wake?: (() => void) | null, statusHere: boolean }} Frame what is around a page */

/** @param {Page.Surroundings & Frame} props */
function Shell(props) {
  return <News connection={props.connection}>{(now) => <Body now={now} {...props} />}</News>;
}

/** @param {Page.Surroundings & Frame & { now: Page.Now }} props */
function Body({ now, components, connection, floats, wake, statusHere, ...host }) {
  const { props, busy, done, error } = now;
  const box = useRef(/** @type {HTMLDivElement | null} */ (null));
  const [read, setRead] = useState(/** @type {string | null} */ (null));
  const found = error ?? props.notice ?? props.problem ?? null;
  const notice = JSON.stringify(found) === read ? null : found;
  const alarm = alarming(now) ? now.state : undefined;
  const first = useFirst(box, alarm, !floats);
  const dismiss = () => {
    setRead(props.notice ? JSON.stringify(props.notice) : null);
    connection.dismiss();
  };
  const keeper = useKeeper(connection, props.who ?? "");
  const slotOf = (/** @type {string} */ key) => `${connection.name}:${key}`;
  /** @type {Page.Context<Page.Message>["queue"]} */
  const queue = (message, key) => {
    setRead(null);
    connection.post(key === undefined ? { ...message } : { ...message, id: keeper.claim(slotOf(key)) });
  };
  /** @type {Page.Context<Page.Message>["send"]} */
  const send = (message, key) => void (busy || queue(message, key));
  useFocus(box, markOf(props));
  useFreshness(props.looks ? () => send({ say: "LookAgain" }) : null);
  useEffect(() => {
    if (done) document.dispatchEvent(new Event(DONE)); // so that a new copy of the person's work is made
  }, [done]);
  const { revision } = /** @type {{ revision?: number }} */ (props);
  const began = useRef(revision);
  useEffect(() => {
    began.current ??= revision; // the first props, which came with the document, have none
    if (revision !== began.current) document.dispatchEvent(new Event("dlcourse:changed")); // for the marks around the page
  }, [revision]);
  useTold(box, "dlcourse:progress", props.so_far ?? "");
  useTold(box, "dlcourse:share", props.share ?? 0);
  const Shown = componentOf(components, props.page);
  const { drafts = [], place = {} } = props;
  const [unsaved, tellUnsaved] = useState(false);
  useEffect(() => tellUnsaved(keeper.holds(drafts))); // after the forms were drawn: only then is it known which there are
  useTold(box, UNSAVED, unsaved ? (props.draft_words?.unsaved ?? "") : "");
  // Only forms with drafts use these words, and their pages always have them.
  const draft_words = /** @type {Course.DraftWords} */ (props.draft_words);
  const page = { ...host, send, queue, busy, done, connection, keeper, slotOf, drafts, draft_words, place };
  return (
    <PageContext.Provider value={page}>
      <div class="dl-page" ref={box}>
        {statusHere && <Status now={now} unsaved={unsaved} />}
        <InSight shown={notice !== null || Boolean(alarm && first)} floats={floats && !props.missing} alarm={alarm}>
          <Alarm now={now} first={first} wake={wake} />
          <Notice notice={notice} words={props.status} onClose={dismiss} />
        </InSight>
        {Shown && <Shown {...props} />}
      </div>
    </PageContext.Provider>
  );
}

/**
 * Tells whatever stands around the page something about it in words: how far this exercise is, or what is not saved.
 * @param {Page.Ref<HTMLElement>} box
 * @param {string} kind "dlcourse:progress", "dlcourse:share" or "dlcourse:unsaved"
 * @param {string | number} words
 */
function useTold(box, kind, words) {
  useEffect(() => {
    box.current?.dispatchEvent(new CustomEvent(kind, { bubbles: true, detail: words }));
  }, [words]);
}

/**
 * What draws the page of this name. That it fits the page's props is checked where it is registered.
 * @param {Page.Components} components
 * @param {string | undefined} name
 */
const componentOf = (components, name) => /** @type {Record<string, import("preact").ComponentType<any>>} */ (components)[name ?? ""];

/**
 * When the person comes back to a page that can `look` again, it shows what was done in other tabs meanwhile.
 * @param {(() => void) | null} look
 */
function useFreshness(look) {
  const latest = useRef(look);
  latest.current = look;
  useEffect(() => {
    const comesBack = () => document.visibilityState === "visible" && latest.current?.();
    document.addEventListener("visibilitychange", comesBack);
    return () => document.removeEventListener("visibilitychange", comesBack);
  }, []);
}
