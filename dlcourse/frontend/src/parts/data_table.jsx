// Tables: in a box that scrolls, and as the closed table next to a drawing.

import { useId } from "../wire/page.js";
import { Heading, Scroll } from "./parts.jsx";

/**
 * A table. A cell is a text or a list of lines, and a row begins with its heading. `labelledBy` is the id of the title.
 * @param {{ labelledBy: string, columns: string[], rows: (string | string[])[][] }} props
 */
export const Table = ({ labelledBy, columns, rows }) => (
  <Scroll labelledBy={labelledBy}>
    <table aria-labelledby={labelledBy}>
      <thead><tr>{columns.map((column) => <th key={column} scope="col" dir="auto">{column}</th>)}</tr></thead>
      <tbody>
        {rows.map(([about, ...cells], place) => (
          <tr key={place}>
            <th scope="row"><Lines lines={about} /></th>
            {cells.map((cell, column) => <td key={column}><Lines lines={cell} /></td>)}
          </tr>
        ))}
      </tbody>
    </table>
  </Scroll>
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
