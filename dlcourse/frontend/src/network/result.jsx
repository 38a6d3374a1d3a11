// A network to look at: the guess beside what is there, the drawing with its tables, the figures, the stretch map.

import { useRef } from "preact/hooks";
import { Drawing } from "./drawing.jsx";
import { useOpenNetwork } from "./open_network.js";
import { useId, usePage } from "../wire/page.js";
import { Button, Heading, Scroll } from "../parts/parts.jsx";
import { printPage } from "../parts/print.js";
import { DataTable } from "../parts/data_table.jsx";

/** @param {Course.LookScreen} props */
export function Look({ heading, about, back, edit, print, guess, topics, drawing, tables, questions, figures, map }) {
  const open = useOpenNetwork();
  const box = useRef(/** @type {HTMLDivElement | null} */ (null));
  return (
    <div ref={box}>
      <header class="dl-head">
        <Heading goal>{heading}</Heading>
        <div class="dl-row">
          {edit && <Button onClick={() => open("own", "enter")}>{edit}</Button>}
          <Button onClick={() => printPage(box.current)}>{print}</Button>
          <Button onClick={() => open()}>{back}</Button>
        </div>
      </header>
      {about && <p dir="auto">{about}</p>}
      {guess && <Guess {...guess} />}
      {topics && <Topics {...topics} />}
      <Drawing {...drawing} />
      {questions.map((question) => <p key={question} dir="auto">{question}</p>)}
      {tables.map((table) => <DataTable key={table.title} {...table} />)}
      <Figures {...figures} />
      <StretchMap {...map} />
    </div>
  );
}

/** @param {Course.GuessResult} props */
function Guess({ title, note, items }) {
  const id = useId();
  return (
    <section class="dl-compared" aria-labelledby={id}>
      <Heading depth={1} id={id}>{title}</Heading>
      <p class="dl-quiet" dir="auto">{note}</p>
      <dl>{items.map(({ ask, told }) => <div key={ask}><dt dir="auto">{ask}</dt><dd dir="auto">{told}</dd></div>)}</dl>
    </section>
  );
}

/** @param {Course.TopicMenu} props */
function Topics({ label, value, choices }) {
  const { send } = usePage("network");
  return (
    <label class="dl-field dl-topics">
      <span dir="auto">{label}</span>
      <select value={value} onChange={(event) => send({ say: "ShowTies", topic: event.currentTarget.value })}>
        {choices.map((choice) => <option key={choice.value} value={choice.value}>{choice.text}</option>)}
      </select>
    </label>
  );
}

/** @param {Course.FiguresProps} props */
function Figures({ title, why, items }) {
  return (
    <section>
      <Heading depth={1}>{title}</Heading>
      <p class="dl-yardstick" dir="auto">{why}</p>
      <Said items={items} />
    </section>
  );
}

/** @param {{ items: (Course.FigureSentence & { label?: string })[] }} props */
const Said = ({ items }) => (
  <dl class="dl-in-figures">
    {items.map(({ name, label, value, sentence }) => (
      <div key={name}><dt dir="auto">{name}</dt><dd dir="auto"><b>{label} {value}</b> {sentence}</dd></div>
    ))}
  </dl>
);

/**
 * The person-by-function map; how dark a cell is says no more than its words.
 * @param {Course.StretchProps} props
 */
function StretchMap({ title, why, empty, caption, columns, rows, items }) {
  const id = useId();
  return (
    <section>
      <Heading depth={1} id={id}>{title}</Heading>
      {empty && <p class="dl-quiet" dir="auto">{empty}</p>}
      {!empty && (
        <>
          <p class="dl-yardstick" dir="auto">{why}</p>
          <p class="dl-quiet" dir="auto">{caption}</p>
          <Scroll labelledBy={id}>
            <table class="dl-stretch">
              <thead><tr>{columns.map((column) => <th key={column} scope="col" dir="auto">{column}</th>)}</tr></thead>
              <tbody>
                {rows.map(({ name, cells }) => (
                  <tr key={name}>
                    <th scope="row" dir="auto">{name}</th>
                    {cells.map(({ shade, text }, place) => <td key={place} class={`dl-shade-${shade}`}>{text}</td>)}
                  </tr>
                ))}
              </tbody>
            </table>
          </Scroll>
          <Said items={items} />
        </>
      )}
    </section>
  );
}
