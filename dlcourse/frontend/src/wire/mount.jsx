// Draws a page into an element and draws it again whenever its connection has news. The shell around every page is
// here: how it is saved, what went wrong, and where the focus goes.

import { render } from "preact";
import { useEffect, useReducer, useRef, useState } from "preact/hooks";
import { Notice } from "../parts/notice.jsx";
import { PageContext } from "./page.js";
import { PAGES } from "./pages.js";
import { useKeeper } from "./use_keeper.js";
import { Status } from "../parts/status.jsx";
import { DONE } from "./work_files.js";

/**
 * Draws into `el`. `base` is what addresses begin with, `level` that of the page's heading, `bar` an element that
 * shows how the page is saved (else the page itself does), `wake()` opens a page anew whose kernel is gone,
 * `renderer()` promises what draws charts. Returns a function that takes everything away again.
 */
export function mount(el, connection, { base, level, bar, wake, renderer }) {
  const shown = { base, level, wake, renderer, connection };
  const slot = bar?.appendChild(Object.assign(document.createElement("div"), { className: "dl-bar-status" }));
  el.replaceChildren(); // what the first response held in our place
  render(<Shell {...shown} statusHere={!slot} />, el);
  if (slot) render(<News connection={connection}>{(now) => <Status now={now} wake={wake} />}</News>, slot);
  return () => {
    render(null, el);
    if (slot) render(null, slot);
    slot?.remove();
  };
}

/** Gives its child what the connection has now, again after each change. */
function News({ connection, children }) {
  const [, again] = useReducer((count) => count + 1, 0);
  useEffect(() => connection.subscribe(again), [connection]);
  return children(connection.now);
}

function Shell({ connection, wake, statusHere, ...host }) {
  return (
    <News connection={connection}>
      {(now) => <Page now={now} connection={connection} {...host} wake={statusHere ? wake : undefined} />}
    </News>
  );
}

function Page({ now, connection, wake, ...host }) {
  const { props, busy, done, error } = now;
  const box = useRef(null);
  const [read, setRead] = useState(null);
  const notice = error ?? props.notice ?? props.problem ?? null;
  const dismiss = () => {
    setRead(props.notice ? JSON.stringify(props.notice) : null);
    connection.dismiss();
  };
  const keeper = useKeeper(connection, props.who ?? "");
  const slotOf = (key) => `${connection.name}:${key}`;
  const queue = (message, [key] = []) => {
    setRead(null);
    connection.post(key === undefined ? message : { ...message, id: keeper.claim(slotOf(key)) });
  };
  const send = (message, keys) => !busy && queue(message, keys);
  useFocus(box, markOf(props));
  useFreshness(props.looks ? () => send({ say: "look" }) : null);
  useEffect(() => {
    if (done) document.dispatchEvent(new Event(DONE)); // whoever keeps a copy of one's work makes a new one
  }, [done]);
  const Shown = PAGES[props.page];
  const { drafts = [], draft_words, place } = props;
  const page = { ...host, send, queue, busy, done, connection, keeper, slotOf, drafts, draft_words, place };
  return (
    <PageContext.Provider value={page}>
      <div class="dl-page" ref={box}>
        {wake !== undefined && <Status now={now} wake={wake} />}
        <Notice notice={JSON.stringify(notice) === read ? null : notice} words={props.status} onClose={dismiss} />
        {Shown && <Shown {...props} />}
      </div>
    </PageContext.Provider>
  );
}

/** Who comes back to a page that can `look` again sees what was done in the meantime, in other tabs. */
function useFreshness(look) {
  const latest = useRef(look);
  latest.current = look;
  useEffect(() => {
    const comesBack = () => document.visibilityState === "visible" && latest.current?.();
    document.addEventListener("visibilitychange", comesBack);
    return () => document.removeEventListener("visibilitychange", comesBack);
  }, []);
}

/** What the page is showing: when it changes, the talk went somewhere else. */
const markOf = ({ screen, play, stage, heading }) => [screen, play, stage, heading].join("|");

/** Moves the focus to the new heading when the page shows something else, unless the person is elsewhere. */
function useFocus(box, mark) {
  const last = useRef(mark);
  useEffect(() => {
    if (last.current === mark) return;
    last.current = mark;
    const active = document.activeElement;
    if (active && active !== document.body && !box.current.contains(active)) return;
    Array.from(box.current.querySelectorAll("[data-goal]")).at(-1)?.focus();
  }, [mark]);
}
