// The page of one person in a live session: what to do now, what one knows, who is there, and what was said.

import { Form } from "../parts/form.jsx";
import { Button, Heading, Html, Scroll } from "../parts/parts.jsx";
import { useId } from "../wire/page.js";
import { Clock } from "./clock.jsx";

/** @param {Course.LiveSeatProps} props */
export function LiveSeat({ contents }) {
  if (!contents) return null;
  const { title, heading, who, about, clock, told, sentences, scene, door, forms, acts, said } = contents;
  return (
    <div class="dl-live-phone">
      <Heading>{title}</Heading>
      <div class="dl-live-now">
        <Heading depth={1} goal="still">{heading}</Heading>
        {clock && <Clock clock={clock} />}
      </div>
      {who && <p class="dl-live-who" dir="auto"><b>{who}</b> {about}</p>}
      <p role="status" class="dl-live-news" dir="auto">{told}</p>
      <p aria-live="polite" class="dl-unseen" dir="auto"><span key={said}>{said}</span></p>
      {door && <Door {...door} />}
      {sentences.map((sentence) => <p key={sentence} dir="auto">{sentence}</p>)}
      <Html html={scene} class="dl-reading" />
      {contents.facts.length > 0 && (
        <Part title={contents.facts_title}>
          <ul class="dl-live-list">{contents.facts.map((fact) => <Fact key={fact.html} {...fact} />)}</ul>
        </Part>
      )}
      {forms.map((form) => <Form key={form.slot} form={form} />)}
      {contents.lines.length > 0 && (
        <Part title={contents.lines_title}>
          <ol class="dl-live-list">{contents.lines.map((line, place) => <Line key={contents.lines.length - place} {...line} />)}</ol>
        </Part>
      )}
      {contents.known.length > 0 && (
        <details class="dl-live-known">
          <summary>{contents.known_title}</summary>
          <ul class="dl-live-list">{contents.known.map((fact) => <Fact key={fact.html} {...fact} />)}</ul>
        </details>
      )}
      {contents.people.length > 0 && (
        <Part title={contents.people_title}>
          <ul class="dl-live-list">
            {contents.people.map((mate) => <li key={mate.name} dir="auto"><b>{mate.name}</b> <span class="dl-quiet">{mate.note}</span></li>)}
          </ul>
        </Part>
      )}
      {contents.tables.map((table) => <Table key={table.title} {...table} />)}
      {contents.questions.length > 0 && (
        <Part title={contents.questions_title}>
          <ul>{contents.questions.map((question) => <li key={question} dir="auto">{question}</li>)}</ul>
        </Part>
      )}
      <Acts acts={acts} />
    </div>
  );
}

/** @param {Course.DoorProps} props */
function Door({ note, label, cohort, session }) {
  return (
    <>
      <p>{note}</p>
      <Button primary message={() => ({ say: "EnterLive", cohort, session })}>{label}</Button>
    </>
  );
}

/** @param {{ title: string, children: Page.Children }} props */
function Part({ title, children }) {
  const id = useId();
  return (
    <section aria-labelledby={id}>
      <Heading depth={2} id={id}>{title}</Heading>
      {children}
    </section>
  );
}

/** @param {Course.FactProps} props */
function Fact({ html, note, acts }) {
  return (
    <li>
      <Html html={html} />
      <p class="dl-quiet" dir="auto">{note}</p>
      <Acts acts={acts} />
    </li>
  );
}

/** @param {Course.LiveLineProps} props */
function Line({ who, said, html, words, note, acts }) {
  return (
    <li>
      <p dir="auto"><b>{who}</b> {said}</p>
      <Html html={html} />
      {words && <p dir="auto">“{words}”</p>}
      {note && <p class="dl-quiet" dir="auto">{note}</p>}
      <Acts acts={acts} />
    </li>
  );
}

/** @param {{ acts: Course.SeatAct[] }} props */
function Acts({ acts }) {
  if (acts.length === 0) return null;
  return (
    <div class="dl-row">
      {acts.map(({ say, fixed, label, spoken }) => (
        <Button key={say} aria-label={spoken} message={() => /** @type {Page.Message} */ ({ say, ...fixed })}>{label}</Button>
      ))}
    </div>
  );
}

/** @param {Course.TextTable} props */
function Table({ title, columns, rows }) {
  const id = useId();
  return (
    <section aria-labelledby={id}>
      <Heading depth={2} id={id} dir="auto">{title}</Heading>
      <Scroll labelledBy={id}>
        <table>
          <thead><tr>{columns.map((name) => <th key={name} scope="col">{name}</th>)}</tr></thead>
          <tbody>
            {rows.map(([name, ...cells], place) => (
              <tr key={place}><th scope="row" dir="auto">{name}</th>{cells.map((cell, at) => <td key={at} dir="auto">{cell}</td>)}</tr>
            ))}
          </tbody>
        </table>
      </Scroll>
    </section>
  );
}
