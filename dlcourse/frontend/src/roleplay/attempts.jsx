// Before and beside a play: the brief with its seats, the list of one's attempts, and two attempts side by side.

import { useRef, useState } from "preact/hooks";
import { Conversation } from "../at_table/conversation.jsx";
import { Film } from "./replay_later.js";
import { Form } from "../parts/form.jsx";
import { ReadOn } from "../at_table/read_on.jsx";
import { useShow } from "./show.js";
import { plain, useId, usePage } from "../wire/page.js";
import { Button, Heading, Html, Scroll, Submit } from "../parts/parts.jsx";
import { when } from "../wire/times.js";

/** @param {Course.BriefScreen} props */
export function Brief({ heading, summary, time, setting, form, read, attempts }) {
  const box = useRef(/** @type {HTMLElement | null} */ (null));
  return (
    <article class="dl-brief">
      <div class="dl-case">
        <Heading goal="still">{heading}</Heading>
        <Html as="p" html={summary} class="dl-lead-in" />
        <p class="dl-quiet">{time}</p>
        <Html html={setting} class="dl-reading" />
        <ReadOn box={box} form={form.slot}>{read}</ReadOn>
      </div>
      <section class="dl-task" ref={box}>
        <Form form={form} />
      </section>
      {attempts && <Attempts {...attempts} />}
    </article>
  );
}

/** @param {Course.AttemptsTable} props */
function Attempts({ title, columns, rows, compare }) {
  const id = useId();
  return (
    <section class="dl-attempts">
      <Heading depth={1} id={id}>{title}</Heading>
      <Scroll labelledBy={id}>
        <table>
          <thead>
            <tr>{columns.map((column) => <th key={column} scope="col">{column}</th>)}</tr>
          </thead>
          <tbody>{rows.map((row) => <Attempt key={row.play} {...row} />)}</tbody>
        </table>
      </Scroll>
      {compare && <Compare {...compare} />}
    </section>
  );
}

/** @param {Course.AttemptRow} props */
function Attempt({ play, note, cells: [seat, decided, outcome], begun, open }) {
  const show = useShow();
  return (
    <tr>
      <th scope="row">
        <Button onClick={() => show(play)}>{open}</Button>
        {note && <p class="dl-quiet">{note}</p>}
      </th>
      <td dir="auto">{seat}</td>
      <td dir="auto">{decided}</td>
      <Html as="td" html={outcome} />
      <td>{when(begun)}</td>
    </tr>
  );
}

/** @param {Course.PairForm} props */
function Compare({ legend, first, second, choices, values, submit }) {
  const { send, busy } = usePage("roleplay");
  const [pair, setPair] = useState(values);
  /** @type {(place: number, play: string) => void} */
  const choose = (place, play) => setPair(place === 0 ? [play, pair[1]] : [pair[0], play]);
  const compare = (/** @type {Event} */ event) => {
    event.preventDefault();
    if (!busy) send({ say: "SetSide", first: pair[0], second: pair[1] });
  };
  return (
    <form class="dl-form" onSubmit={compare} aria-busy={busy}>
      <fieldset class="dl-fields">
        <legend>{legend}</legend>
        <div class="dl-pair">
          {[first, second].map((label, place) => (
            <label key={label} class="dl-field">
              <span>{label}</span>
              <select value={pair[place]} onChange={(event) => choose(place, event.currentTarget.value)}>
                {choices.map(({ value, html }) => <option key={value} value={value}>{plain(html)}</option>)}
              </select>
            </label>
          ))}
        </div>
      </fieldset>
      <Submit>{submit}</Submit>
    </form>
  );
}

/** @param {Course.ComparisonScreen} props */
export function Comparison({ heading, columns, rows, parted, shows, film, talks, back }) {
  const show = useShow();
  const id = useId();
  return (
    <article class="dl-comparison">
      <header class="dl-head">
        <Heading goal id={id}>{heading}</Heading>
        <Button onClick={() => show()}>{back}</Button>
      </header>
      <Scroll labelledBy={id}>
        <table>
          <thead>
            <tr>{columns.map((name, place) => (name ? <th key={place} scope="col">{name}</th> : <td key={place} />))}</tr>
          </thead>
          <tbody>
            {rows.map(({ name, cells }) => (
              <tr key={name}>
                <th scope="row">{name}</th>
                {cells.map((cell, place) => <td key={place} dir="auto">{cell}</td>)}
              </tr>
            ))}
          </tbody>
        </table>
      </Scroll>
      <p class="dl-parted">{parted}</p>
      {shows && <p class="dl-yardstick" dir="auto">{shows}</p>}
      {film && <Heading depth={1}>{film.title}</Heading>}
      {film && <Film {...film} />}
      <div class="dl-talks">
        {talks.map(({ title, passages }, place) => (
          <section key={place}>
            <Heading depth={1}>{title}</Heading>
            <Conversation passages={passages} depth={2} />
          </section>
        ))}
      </div>
    </article>
  );
}
