// The slider of a film with its buttons, for every picture that goes on in time. Nothing moves until somebody presses play.

import { useEffect, useState } from "preact/hooks";

/**
 * Where a film stands, whether it plays, and whether it got there by playing.
 * @typedef {{ at: number, playing: boolean, moved: boolean, to: (at: number) => void, toggle: () => void }} Run
 */

/**
 * A film of the frames from 0 to `last` that stands at `start` at first; while it plays, a frame stands for `pause` ms.
 * @param {number} last
 * @param {number} start
 * @param {number} pause
 * @returns {Run}
 */
export function useRun(last, start, pause) {
  const [at, move] = useState(start);
  const [playing, play] = useState(false);
  const [moved, told] = useState(false);
  useEffect(() => {
    if (!playing) return;
    if (at >= last) return play(false);
    const next = setTimeout(() => move(at + 1), pause);
    return () => clearTimeout(next);
  }, [playing, at]);
  const to = (/** @type {number} */ next) => {
    play(false);
    told(false);
    move(Math.max(0, Math.min(next, last)));
  };
  const toggle = () => {
    if (!playing) told(true);
    if (!playing) move(at >= last ? start : at + 1);
    play(!playing);
  };
  return { at, playing, moved, to, toggle };
}

/**
 * The slider with its buttons. They stay in view while what they change is in view.
 * @param {{ run: Run, most: number, says: string, words: Pick<Course.FilmControlWords, "slider" | "play" | "stop" | "back" | "forward"> }} props
 */
export const FilmControls = ({ run: { at, playing, to, toggle }, most, says, words }) => (
  <div class="dl-film-bar">
    <button type="button" class="dl-button" aria-label={words.back} disabled={at === 0} onClick={() => to(at - 1)}><span aria-hidden="true">‹</span></button>
    <input type="range" min="0" max={most} step="1" value={at} aria-label={words.slider} aria-valuetext={says} onInput={(event) => to(Number(event.currentTarget.value))} />
    <button type="button" class="dl-button" aria-label={words.forward} disabled={at === most} onClick={() => to(at + 1)}><span aria-hidden="true">›</span></button>
    <button type="button" class="dl-button" onClick={toggle}>{playing ? words.stop : words.play}</button>
  </div>
);
