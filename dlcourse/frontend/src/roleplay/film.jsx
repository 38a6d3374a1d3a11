// A talk as a film: a slider over its minutes, and what was known, said and spoken for by then. Two films run together.
// Nothing moves by itself until somebody presses play.

import { useEffect, useState } from "preact/hooks";
import { DataTable } from "../parts/data_table.jsx";
import { Reel } from "./film_reel.jsx";

const PAUSE = 3000; // ms that a frame stands while the film plays

/** @param {Course.FilmProps} props */
export function Film({ title, note, reels, positions, start, marks, words }) {
  const run = useRun(positions.length - 1, start);
  const position = positions[run.at];
  const says = `${position.name}. ${position.says}`;
  return (
    <section class="dl-film" aria-label={title}>
      <p class="dl-quiet" dir="auto">{note}</p>
      <Controls run={run} most={positions.length - 1} says={says} words={words} />
      <p class="dl-unseen" role="status">{run.moved && <span key={says}>{says}</span>}</p>
      <div class={reels.length > 1 ? "dl-reels" : undefined}>
        {reels.map((reel, place) => <Reel key={reel.play} {...reel} at={position.frames[place]} words={words} marks={marks} />)}
      </div>
      {reels.map((reel) => <DataTable key={reel.play} {...reel.table} />)}
    </section>
  );
}

/**
 * Where the film stands, whether it plays, and whether it got there by playing.
 * @typedef {{ at: number, playing: boolean, moved: boolean, to: (at: number) => void, toggle: () => void }} Run
 */

/**
 * @param {number} last
 * @param {number} start
 * @returns {Run}
 */
function useRun(last, start) {
  const [at, move] = useState(start);
  const [playing, play] = useState(false);
  const [moved, told] = useState(false);
  useEffect(() => {
    if (!playing) return;
    if (at >= last) return play(false);
    const next = setTimeout(() => move(at + 1), PAUSE);
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
 * @param {{ run: Run, most: number, says: string, words: Course.FilmWords }} props
 */
const Controls = ({ run: { at, playing, to, toggle }, most, says, words }) => (
  <div class="dl-film-bar">
    <button type="button" class="dl-button" aria-label={words.back} disabled={at === 0} onClick={() => to(at - 1)}><span aria-hidden="true">‹</span></button>
    <input type="range" min="0" max={most} step="1" value={at} aria-label={words.slider} aria-valuetext={says} onInput={(event) => to(Number(event.currentTarget.value))} />
    <button type="button" class="dl-button" aria-label={words.forward} disabled={at === most} onClick={() => to(at + 1)}><span aria-hidden="true">›</span></button>
    <button type="button" class="dl-button" onClick={toggle}>{playing ? words.stop : words.play}</button>
  </div>
);
