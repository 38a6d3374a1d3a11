// A document as `pages/registers/paper.py` describes it: to be read on the screen, printed on a page of its own, and taken along.

import { useRef } from "preact/hooks";
import { useId } from "../wire/page.js";
import { Table } from "../parts/data_table.jsx";
import { Button, Heading } from "../parts/parts.jsx";
import { printPage } from "../parts/print.js";

/**
 * `onFetch` asks the page for the file of this form; `depth` is how far below the page's heading the title is. The buttons
 * are below, or `above` a document of many pages.
 * @param {Course.PaperProps & { depth?: number, above?: boolean, onFetch: (form: string) => void }} props
 */
export function Paper({ title, name, about, sections, print, files, depth = 1, above, onFetch }) {
  const box = useRef(/** @type {HTMLElement | null} */ (null));
  const buttons = (
    <div class="dl-row">
      <Button onClick={() => printPage(box.current)}>{print}</Button>
      {files.map(({ value, text }) => <Button key={value} onClick={() => onFetch(value)}>{text}</Button>)}
    </div>
  );
  return (
    <>
      {above && buttons}
      <article class="dl-paper" ref={box}>
        <header>
          <Heading depth={depth}>{title}</Heading>
          {name && <p class="dl-paper-name" dir="auto">{name}</p>}
          {about && <p class="dl-quiet" dir="auto">{about}</p>}
        </header>
        {sections.map((section, place) => <PaperSection key={place} {...section} depth={depth + 1} />)}
      </article>
      {!above && buttons}
    </>
  );
}

/** @param {Course.PaperSection & { depth: number }} props */
const PaperSection = ({ heading, alone, items, depth }) => (
  <section class={alone ? "dl-paper-alone" : undefined}>
    <Heading depth={depth}>{heading}</Heading>
    {items.map((item, place) => <PaperItem key={place} {...item} depth={depth + 1} />)}
  </section>
);

/** @param {Course.PaperItem & { depth: number }} props */
const PaperItem = ({ heading, lines, parts, grids, blanks, cards, depth }) => (
  <div class="dl-paper-item">
    {heading && <Heading depth={depth}>{heading}</Heading>}
    {lines.map((line, place) => <p key={place} class="dl-quiet" dir="auto">{line}</p>)}
    {parts.map(({ name, text }, place) => <p key={place} dir="auto">{name && <b>{name}</b>} {text}</p>)}
    {grids.map((grid, place) => <PaperGrid key={place} {...grid} />)}
    {blanks.map((question) => <p key={question} class="dl-paper-blank" dir="auto">{question}</p>)}
    {cards.map(({ name, text }) => <p key={name} class="dl-paper-card" dir="auto"><b>{name}</b>{text}</p>)}
  </div>
);

/** @param {Course.TextTable} props */
function PaperGrid({ title, columns, rows }) {
  const id = useId();
  return (
    <>
      <p class="dl-paper-caption" id={id} dir="auto">{title}</p>
      <Table labelledBy={id} columns={columns} rows={rows} />
    </>
  );
}
