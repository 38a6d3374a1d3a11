// A talk as a film: a slider over its minutes, and what was known, said and spoken for by then. Two films run together.
// Nothing moves by itself until somebody presses play.

import { DataTable } from "../parts/data_table.jsx";
import { FilmControls, useRun } from "../parts/film/controls.jsx";
import { Reel } from "./film_reel.jsx";

const PAUSE = 3000; // ms that a frame stands while the film plays

/** @param {Course.FilmProps} props */
export function Film({ title, note, reels, positions, start, marks, words }) {
  const run = useRun(positions.length - 1, start, PAUSE);
  const position = positions[run.at];
  const says = `${position.name}. ${position.says}`;
  return (
    <section class="dl-film" aria-label={title}>
      <p class="dl-quiet" dir="auto">{note}</p>
      <FilmControls run={run} most={positions.length - 1} says={says} words={words} />
      <p class="dl-unseen" role="status">{run.moved && <span key={says}>{says}</span>}</p>
      <div class={reels.length > 1 ? "dl-reels" : undefined}>
        {reels.map((reel, place) => <Reel key={reel.play} {...reel} at={position.frames[place]} words={words} marks={marks} />)}
      </div>
      {reels.map((reel) => <DataTable key={reel.play} {...reel.table} />)}
    </section>
  );
}
