// A table of words: a title that is also its name, columns, and rows that each begin with what they are about.

import { useId } from "preact/hooks";
import { Heading, Scroll } from "./parts.jsx";

/** `folded`: behind its title, opened when asked; else under a heading `depth` steps below the page's own. */
export function Table({ title, columns, rows, folded = false, depth = 1 }) {
  const id = useId();
  const table = (
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
  );
  if (folded) return <details><summary id={id}>{title}</summary>{table}</details>;
  return <><Heading depth={depth} id={id}>{title}</Heading>{table}</>;
}
