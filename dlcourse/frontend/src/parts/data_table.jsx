// Tables: in a box that scrolls, and as the closed table next to a drawing.

import { useId } from "../wire/page.js";
import { Heading, Scroll } from "./parts.jsx";

const FIT = 3; // as many columns fit side by side on a phone

/**
 * A table. A cell is a text or a list of lines, and a row begins with its heading. `labelledBy` is the id of the title.
 * On a phone, each row of a table with many columns is a card.
 * @param {{ labelledBy: string, columns: string[], rows: (string | string[])[][] }} props
 */
export const Table = ({ labelledBy, columns, rows }) => (
  <Scroll labelledBy={labelledBy}>
    <table class={columns.length > FIT ? "dl-cards" : undefined} role="table" aria-labelledby={labelledBy}>
      <Columns names={columns} />
      <tbody role="rowgroup">
        {rows.map(([about, ...cells], place) => (
          <tr key={place} role="row">
            <th scope="row" role="rowheader"><Lines lines={about} /></th>
            {cells.map((cell, column) => <Cell key={column} column={columns[column + 1]}><Lines lines={cell} /></Cell>)}
          </tr>
        ))}
      </tbody>
    </table>
  </Scroll>
);

/**
 * The headings of the columns. The roles keep it a table for a screen reader where its rows are drawn as cards.
 * @param {{ names: string[], narrow?: number[] }} props `narrow` are the places of those that are centered
 */
export const Columns = ({ names, narrow = [] }) => (
  <thead role="rowgroup">
    <tr role="row">
      {names.map((name, place) => (
        <th key={place} scope="col" role="columnheader" class={narrow.includes(place) ? "dl-narrow" : undefined} dir="auto">{name}</th>
      ))}
    </tr>
  </thead>
);

/**
 * A cell. On a card, the heading of its column is shown above it.
 * @param {{ column: string, narrow?: boolean, children: Page.Children }} props
 */
export const Cell = ({ column, narrow = false, children }) => (
  <td role="cell" class={narrow ? "dl-narrow" : undefined} data-column={column} dir="auto">{children}</td>
);

/** @param {{ lines: string | string[] }} props */
const Lines = ({ lines }) => <>{[lines].flat().map((line, place) => <div key={place} dir="auto">{line}</div>)}</>;

/**
 * The table with the same content as a drawing. Its title is always visible and opens it.
 * @param {Course.TextTable & { note?: string, open?: boolean }} props
 */
export function DataTable({ title, note, columns, rows, open = false }) {
  const id = useId();
  return (
    <details open={open}>
      <summary id={id}>{title}</summary>
      {note && <p class="dl-quiet" dir="auto">{note}</p>}
      <Table labelledBy={id} columns={columns} rows={rows} />
    </details>
  );
}

/**
 * A table under its own heading, `depth` levels below the page's heading.
 * @param {{ title: string, columns: string[], rows: (string | string[])[][], depth: number }} props
 */
export function TitledTable({ title, depth, ...table }) {
  const id = useId();
  return (
    <>
      <Heading depth={depth} id={id}>{title}</Heading>
      <Table labelledBy={id} {...table} />
    </>
  );
}
