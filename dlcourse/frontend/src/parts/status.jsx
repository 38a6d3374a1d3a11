// How the work is saved: a line to look up, and an alarm when nobody answers.

import { useEffect, useLayoutEffect, useState } from "preact/hooks";
import { at, prepareTimes, timesAreReady } from "../wire/times.js";

const ALARM = "dlcourse:alarm"; // told to the document when a page begins or stops to sound the alarm

/**
 * Whether nobody answers the page.
 * @param {Page.Now} now
 */
export const alarming = ({ state, props }) => Boolean(props.status) && (state === "lost" || state === "gone");

/**
 * The line that says how a page is saved. It is there to be looked up, so it is not read out. While words stand in a form
 * that are `unsaved`, it does not say that everything is saved. While the alarm sounds it is empty and keeps its room, so
 * that nothing moves.
 * @param {{ now: Page.Now, unsaved: boolean }} props
 */
export function Status({ now, unsaved }) {
  const { status: words } = now.props;
  const drafted = unsaved && now.state === "saved";
  const timed = useTimes();
  return (
    <div class={`dl-status dl-status-${drafted ? "drafted" : now.state}`}>
      {words && <span class="dl-status-mark" aria-hidden="true" />}
      {words && <span>{drafted ? words.drafted : howSaved(now, words, timed)}</span>}
    </div>
  );
}

/** @type {(now: Page.Now, words: Course.StatusWords, timed: boolean) => string} */
function howSaved({ state, props: { saved } }, words, timed) {
  if (state === "saving") return words.saving;
  return saved && timed ? words.saved_at.replace("{time}", at(saved)) : words.saved;
}

/** Whether times are shown already. The line does without one at first, so that no answer waits until they are loaded. */
function useTimes() {
  const [ready, tell] = useState(timesAreReady);
  useEffect(() => {
    let there = !ready;
    if (there) void prepareTimes().then(() => there && tell(true));
    return () => void (there = false);
  }, []);
  return ready;
}

/**
 * Says politely that nobody answers and what to do; the region is there all the time. `wake` opens the page anew, where a
 * page can be. Nothing where another page of the document says the same already.
 * @param {{ now: Page.Now, first: boolean, wake?: (() => void) | null }} props
 */
export function Alarm({ now, first, wake }) {
  const words = now.props.status;
  const gone = now.state === "gone";
  const shown = words && first && alarming(now);
  return (
    <div class={shown ? "dl-alarm" : undefined}>
      {shown && <span class="dl-status-mark" aria-hidden="true" />}
      <span role="status">
        {shown && sentence(now, words)} {shown && gone && !wake && words.rerun}
      </span>
      {shown && gone && wake && <button type="button" class="dl-button" onClick={wake}>{words.wake}</button>}
    </div>
  );
}

/** @type {(now: Page.Now, words: Course.StatusWords) => string} */
const sentence = ({ state, met }, words) => (state === "gone" ? words.gone : met ? words.lost : words.offline_start);

/** The pages in the document that sound this alarm, in their order. */
const pages = (/** @type {string | undefined} */ alarm) =>
  Array.from(document.querySelectorAll(`[data-alarm="${alarm}"]`), (sound) => /** @type {HTMLElement} */ (sound.closest(".dl-page")));

/**
 * Whether this page is the first of all in sight that sounds this alarm. A session has many pages in several steps, and
 * one says it for all.
 * @param {Page.Ref<HTMLElement>} box the page
 * @param {string | undefined} alarm
 * @param {boolean} alone whether the page speaks for itself, whatever others say
 */
export function useFirst(box, alarm, alone) {
  const [first, setFirst] = useState(true);
  useLayoutEffect(() => {
    const look = () => setFirst(alone || box.current === pages(alarm).find((page) => page.checkVisibility()));
    document.addEventListener(ALARM, look);
    document.dispatchEvent(new Event(ALARM));
    return () => {
      document.removeEventListener(ALARM, look);
      document.dispatchEvent(new Event(ALARM));
    };
  }, [alarm, alone]);
  return first;
}
