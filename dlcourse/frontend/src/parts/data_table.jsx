// Tables: in a box of their own that scrolls, and as the twin that says the same as a drawing, one click away.

import { useId } from "../wire/page.js";
import { Scroll } from "./parts.jsx";

/** A cell is a text or a list of lines; a row begins with what it is about. `labelledBy` is the id of what names it. */
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

const Lines = ({ lines }) => [lines].flat().map((line, place) => <div key={place} dir="auto">{line}</div>);

export function Twin({ title, note, columns, rows, open = false }) {
  const id = useId();
  return (
    <details open={open}>
      <summary id={id}>{title}</summary>
      {note && <p class="dl-quiet" dir="auto">{note}</p>}
      <Table labelledBy={id} columns={columns} rows={rows} />
    </details>
  );
}
