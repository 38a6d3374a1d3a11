// A table of words behind its title, opened when asked; each row begins with what it is about.

import { useId } from "preact/hooks";
import { Scroll } from "./parts.jsx";

export function Twin({ title, columns, rows }) {
  const id = useId();
  return (
    <details>
      <summary id={id}>{title}</summary>
      <Scroll labelledBy={id}>
        <table>
          <thead><tr>{columns.map((column) => <th key={column} scope="col" dir="auto">{column}</th>)}</tr></thead>
          <tbody>
            {rows.map(([name, ...cells], row) => (
              <tr key={row}>
                <th scope="row" dir="auto">{name}</th>
                {cells.map((cell, place) => <td key={place} dir="auto">{cell}</td>)}
              </tr>
            ))}
          </tbody>
        </table>
      </Scroll>
    </details>
  );
}
