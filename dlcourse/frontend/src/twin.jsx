// The table that says the same as a drawing, one click away.

import { useId } from "./page.js";
import { Scroll } from "./parts.jsx";

export function Twin({ title, columns, rows, open = false }) {
  const id = useId();
  return (
    <details open={open}>
      <summary id={id}>{title}</summary>
      <Scroll labelledBy={id}>
        <table>
          <thead><tr>{columns.map((column) => <th key={column} scope="col">{column}</th>)}</tr></thead>
          <tbody>
            {rows.map(([name, ...cells], row) => (
              <tr key={row}><th scope="row">{name}</th>{cells.map((cell, place) => <td key={place} dir="auto">{cell}</td>)}</tr>
            ))}
          </tbody>
        </table>
      </Scroll>
    </details>
  );
}
