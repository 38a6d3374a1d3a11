// The tables of a debrief: who held which fact and when it surfaced, who was heard, what everyone together knew.

import { useId } from "../wire/page.js";
import { Cell, Columns } from "../parts/data_table.jsx";
import { Html, Scroll } from "../parts/parts.jsx";

/**
 * Each fact that only some held. A full mark: it came to the table; an empty one: it never did.
 * @param {Course.FactMatrix} props
 */
export function Matrix({ caption, columns, held, rows }) {
  const id = useId();
  const people = columns.slice(1, -1).map((_, place) => place + 1);
  return (
    <>
      <p class="dl-quiet dl-caption" id={id}>{caption}</p>
      <Scroll labelledBy={id}>
        <table class="dl-matrix dl-cards" role="table" aria-labelledby={id}>
          <Columns names={columns} narrow={people} />
          <tbody role="rowgroup">{rows.map((row, place) => <Fact key={place} {...row} columns={columns} word={held} />)}</tbody>
        </table>
      </Scroll>
    </>
  );
}

/** @param {Course.MatrixRow & { columns: string[], word: string }} props */
const Fact = ({ html, held, voiced, surfaced, columns, word }) => (
  <tr role="row" class={voiced ? undefined : "dl-unvoiced"}>
    <Html as="th" scope="row" role="rowheader" html={html} />
    {held.map((holds, person) => (
      <Cell key={person} column={columns[person + 1]} narrow>
        {holds && (
          <span class="dl-held">
            <span class={voiced ? "dl-dot dl-dot-full" : "dl-dot"} aria-hidden="true" /> {word}
          </span>
        )}
      </Cell>
    ))}
    <Cell column={columns[held.length + 1]}>{voiced ? surfaced : <b>{surfaced}</b>}</Cell>
  </tr>
);

/**
 * What everybody held from the start.
 * @param {Course.CommonFacts} props
 */
export const CommonFacts = ({ title, list }) =>
  list.length > 0 && (
    <details class="dl-more">
      <summary>{title}</summary>
      <ul class="dl-known">
        {list.map(({ html, note }, place) => (
          <li key={place}>
            <Html as="span" html={html} /> <span class="dl-quiet" dir="auto">{note}</span>
          </li>
        ))}
      </ul>
    </details>
  );

/** @param {Course.TextTable} props */
export function Roles({ title, columns, rows }) {
  const id = useId();
  return (
    <>
      <span class="dl-unseen" id={id}>{title}</span>
      <Scroll labelledBy={id}>
        <table class="dl-cards" role="table" aria-labelledby={id}>
          <Columns names={columns} />
          <tbody role="rowgroup">
            {rows.map(([name, ...cells]) => (
              <tr key={name} role="row">
                <th scope="row" role="rowheader" dir="auto">{name}</th>
                {cells.map((cell, place) => <Cell key={place} column={columns[place + 1]}>{cell}</Cell>)}
              </tr>
            ))}
          </tbody>
        </table>
      </Scroll>
    </>
  );
}

/** @param {Course.WhatIfTable} props */
export function WhatIf({ title, note, columns, rows, best, decided, group }) {
  const id = useId();
  return (
    <>
      <p class="dl-quiet"><span class="dl-unseen" id={id}>{title}</span> {note}</p>
      <Scroll labelledBy={id}>
        <table class="dl-options dl-cards" role="table" aria-labelledby={id}>
          <Columns names={columns} narrow={[1, 2, 3]} />
          <tbody role="rowgroup">
            {rows.map((row) => (
              <tr key={row.name} role="row">
                <th scope="row" role="rowheader" dir="auto">
                  {row.name} {row.decided && <span class="dl-mark">{decided}</span>}
                  {row.best && <span class="dl-mark dl-mark-done">{best}</span>}
                </th>
                {row.cells.map((cell, place) => <Cell key={place} column={columns[place + 1]} narrow>{cell}</Cell>)}
              </tr>
            ))}
          </tbody>
        </table>
      </Scroll>
      {group && <p class="dl-headline" dir="auto">{group}</p>}
    </>
  );
}
