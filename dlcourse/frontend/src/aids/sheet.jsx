// A job aid as it is printed: one page, with lines and rows to fill in by hand.

import { useRef } from "preact/hooks";
import { useId } from "../wire/page.js";
import { Heading, Scroll } from "../parts/parts.jsx";
import { printPage } from "../parts/print.js";

/** @param {Course.SheetProps} props */
export function JobAid({ title, missing, lead, course, print, parts }) {
  const paper = useRef(/** @type {HTMLElement | null} */ (null));
  if (missing || !title) return null;
  return (
    <div class="dl-aid-place">
      <article class="dl-aid" ref={paper}>
        <header>
          <Heading goal>{title}</Heading>
          <p class="dl-quiet">{lead}</p>
        </header>
        {parts.map((part, place) => <Part key={place} {...part} />)}
        <footer class="dl-quiet">{course}</footer>
      </article>
      <div class="dl-row">
        <button type="button" class="dl-button" onClick={() => printPage(paper.current)}>{print}</button>
      </div>
    </div>
  );
}

/** @param {Course.AidPartProps} props */
function Part({ title, note, quote, points, steps, terms, blanks, ...table }) {
  const id = useId();
  return (
    <section>
      {title && <Heading depth={1} id={id}>{title}</Heading>}
      {note && <p>{note}</p>}
      {quote && <blockquote>{quote.split("\n").map((line) => <p key={line}>{line}</p>)}</blockquote>}
      {points.length > 0 && <ul>{points.map((point) => <li key={point}>{point}</li>)}</ul>}
      {steps.length > 0 && <ol>{steps.map((step) => <li key={step}>{step}</li>)}</ol>}
      {terms.length > 0 && (
        <dl>{terms.map(({ name, text }) => <div key={name}><dt>{name}</dt><dd>{text}</dd></div>)}</dl>
      )}
      {blanks.map((blank) => <p key={blank} class="dl-blank">{blank}</p>)}
      {table.columns.length > 0 && <Rows id={id} {...table} />}
    </section>
  );
}

/** @param {Pick<Course.AidPartProps, "columns" | "rows" | "empty"> & { id: string }} props `id` is that of the heading */
function Rows({ id, columns, rows, empty }) {
  const blank = Array.from({ length: empty }, () => columns.map(() => ""));
  return (
    <Scroll labelledBy={id}>
      <table aria-labelledby={id} class={empty ? "dl-fill-in" : undefined}>
        <thead><tr>{columns.map((column) => <th key={column} scope="col">{column}</th>)}</tr></thead>
        <tbody>
          {[...rows, ...blank].map(([first, ...rest], place) => (
            <tr key={place} class={place < rows.length ? undefined : "dl-blank-row"}>
              {first ? <th scope="row">{first}</th> : <td />}
              {rest.map((cell, at) => <td key={at}>{cell}</td>)}
            </tr>
          ))}
        </tbody>
      </table>
    </Scroll>
  );
}
