// One piece of a portfolio, as it will be read, with what moves it and what takes it out.

import { useId, usePage } from "../wire/page.js";
import { Heading, Scroll } from "../parts/parts.jsx";

/** @typedef {(message: Course.SwapItems | Course.SwapSections | Course.TakeOut, item: string, names: string[]) => void} Say says something about an item; the buttons that may get the focus afterwards, by name */

/** @param {Course.PieceProps & { words: Course.PieceWords, say: Say }} props */
export function Piece({ item, heading, name, lines, parts, grids, up, down, words, say }) {
  const swap = (/** @type {string} */ other, /** @type {string} */ first, /** @type {string} */ second) => () => say({ say: "SwapItems", item, other }, item, [first, second]);
  return (
    <article class="dl-piece" data-item={item}>
      <Heading depth={3}>{heading}</Heading>
      {lines.map((line, place) => <p key={place} class="dl-quiet" dir="auto">{line}</p>)}
      {parts.map((part, place) => (
        <div key={place}>
          {part.heading && <p class="dl-step-heading" dir="auto">{part.heading}</p>}
          {part.words && <p class="dl-entry-words" dir="auto">{part.words}</p>}
        </div>
      ))}
      {grids.map((grid) => <Grid key={grid.caption} {...grid} />)}
      <div class="dl-row dl-piece-moves">
        {up && <Move does="up" text={words.up} name={name} onClick={swap(up, "up", "down")} />}
        {down && <Move does="down" text={words.down} name={name} onClick={swap(down, "down", "up")} />}
        <Move does="out" text={words.out} name={name} onClick={() => say({ say: "TakeOut", item }, item, ["out"])} />
      </div>
    </article>
  );
}

/** @param {{ does: string, text: string, name: string, onClick: () => void }} props */
export const Move = ({ does, text, name, onClick }) => (
  <button type="button" class="dl-button dl-small" data-does={does} aria-label={`${text}: ${name}`} aria-disabled={usePage().busy} onClick={onClick}>
    {text}
  </button>
);

/** @param {Course.GridProps} props */
function Grid({ caption, columns, rows }) {
  const id = useId();
  return (
    <>
      <p class="dl-step-heading" id={id}>{caption}</p>
      <Scroll labelledBy={id}>
        <table aria-labelledby={id}>
          <thead><tr>{columns.map((column) => <th key={column} scope="col">{column}</th>)}</tr></thead>
          <tbody>
            {rows.map(([about, ...cells], place) => (
              <tr key={place}><th scope="row" dir="auto">{about}</th>{cells.map((cell, column) => <td key={column} dir="auto">{cell}</td>)}</tr>
            ))}
          </tbody>
        </table>
      </Scroll>
    </>
  );
}
