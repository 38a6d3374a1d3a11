// @ts-nocheck: this file has no types yet.
// The tables of a debrief: who held which fact and when it surfaced, who was heard, what everyone together knew.

import { useId } from "../wire/page.js";
import { Heading, Html, Scroll } from "../parts/parts.jsx";

const Columns = ({ names, narrow = [] }) => (
  <thead>
    <tr>
      {names.map((name, place) => (
        <th key={place} scope="col" class={narrow.includes(place) ? "dl-narrow" : undefined} dir="auto">{name}</th>
      ))}
    </tr>
  </thead>
);

/** Each fact that only some held. A full mark: it came to the table; an empty one: it never did. */
export function Matrix({ caption, columns, held, rows }) {
  const id = useId();
  const people = columns.slice(1, -1).map((_, place) => place + 1);
  return (
    <>
      <p class="dl-quiet dl-caption" id={id}>{caption}</p>
      <Scroll labelledBy={id}>
        <table class="dl-matrix" aria-labelledby={id}>
          <Columns names={columns} narrow={people} />
          <tbody>{rows.map((row, place) => <Fact key={place} {...row} word={held} />)}</tbody>
        </table>
      </Scroll>
    </>
  );
}

const Fact = ({ html, held, voiced, surfaced, word }) => (
  <tr class={voiced ? undefined : "dl-unvoiced"}>
    <Html as="th" scope="row" html={html} />
    {held.map((holds, person) => (
      <td key={person} class="dl-narrow">
        {holds && (
          <span class="dl-held">
            <span class={voiced ? "dl-dot dl-dot-full" : "dl-dot"} aria-hidden="true" /> {word}
          </span>
        )}
      </td>
    ))}
    <td dir="auto">{voiced ? surfaced : <b>{surfaced}</b>}</td>
  </tr>
);

export function Roles({ title, columns, rows }) {
  const id = useId();
  return (
    <>
      <Heading depth={2} id={id}>{title}</Heading>
      <Scroll labelledBy={id}>
        <table>
          <Columns names={columns} />
          <tbody>
            {rows.map(([name, ...cells]) => (
              <tr key={name}>
                <th scope="row" dir="auto">{name}</th>
                {cells.map((cell, place) => <td key={place} dir="auto">{cell}</td>)}
              </tr>
            ))}
          </tbody>
        </table>
      </Scroll>
    </>
  );
}

export function WhatIf({ title, note, columns, rows, best, decided, group }) {
  const id = useId();
  return (
    <>
      <Heading depth={2} id={id}>{title}</Heading>
      <p class="dl-quiet">{note}</p>
      <Scroll labelledBy={id}>
        <table class="dl-options">
          <Columns names={columns} narrow={[1, 2, 3]} />
          <tbody>
            {rows.map((row) => (
              <tr key={row.name}>
                <th scope="row" dir="auto">
                  {row.name} {row.decided && <span class="dl-mark">{decided}</span>}
                  {row.best && <span class="dl-mark dl-mark-done">{best}</span>}
                </th>
                {row.cells.map((cell, place) => <td key={place} class="dl-narrow">{cell}</td>)}
              </tr>
            ))}
          </tbody>
        </table>
      </Scroll>
      {group && <p class="dl-headline" dir="auto">{group}</p>}
    </>
  );
}
