// The table that says the same as what stands above it, one click away.

import { useId } from "preact/hooks";
import { Scroll } from "./parts.jsx";

export function Twin({ title, note, columns, rows, open = false }) {
  const id = useId();
  return (
    <details open={open}>
      <summary id={id}>{title}</summary>
      {note && <p class="dl-quiet" dir="auto">{note}</p>}
      <Scroll labelledBy={id}><Table columns={columns} rows={rows} /></Scroll>
    </details>
  );
}

/** The first cell of each row names it. */
export const Table = ({ columns, rows }) => (
  <table>
    <thead><tr>{columns.map((column) => <th key={column} scope="col" dir="auto">{column}</th>)}</tr></thead>
    <tbody>
      {rows.map(([name, ...cells]) => (
        <tr key={name}><th scope="row" dir="auto">{name}</th>{cells.map((cell, place) => <td key={place} dir="auto">{cell}</td>)}</tr>
      ))}
    </tbody>
  </table>
);
