// A school whose choices can be changed: the form with a prediction, then what came of it, the map, and one run.

import { Chart } from "../parts/chart.jsx";
import { Form } from "../parts/form.jsx";
import { Button, Heading } from "../parts/parts.jsx";
import { useId, usePage } from "../wire/page.js";
import { SchoolFilm } from "./film_later.js";
import { Result } from "./result.jsx";

/** @param {Course.SchoolProps} props */
export function School({ view }) {
  if (!view) return null;
  const { title, lead, form, shown, again, tried, limits_title: limitsTitle, limits } = view;
  return (
    <div class="dl-school">
      <Heading>{title}</Heading>
      <p class="dl-school-lead" dir="auto">{lead}</p>
      <div class="dl-card dl-school-form"><Form key={form.slot} form={form} /></div>
      {again && <p class="dl-card" dir="auto">{again.text} <Button message={() => ({ say: "ShowSchool", school: again.school })}>{again.button}</Button></p>}
      {shown && <Shown {...shown} />}
      {tried && <Tried {...tried} />}
      {shown && (
        <section class="dl-card">
          <Heading depth={1}>{limitsTitle}</Heading>
          {limits.map(({ name, sentences }) => (
            <>
              <Heading depth={2}>{name}</Heading>
              <ul>{sentences.map((sentence) => <li key={sentence} dir="auto">{sentence}</li>)}</ul>
            </>
          ))}
        </section>
      )}
    </div>
  );
}

/** @param {Course.ShownSchool} props */
function Shown({ goal, title, verdict, result, film, regions, ...words }) {
  const id = useId();
  return (
    <section class="dl-card" aria-labelledby={id}>
      <Heading depth={1} id={id} goal={goal === "school"}>{title}</Heading>
      <p class="dl-verdict" dir="auto">{verdict}</p>
      <Result {...result} />
      {film ? <SchoolFilm key={title} {...film} goal={goal === "film" && "still"} /> : <Offer say="ShowSchoolFilm" button={words.film_show} note={words.film_wait} />}
      <Heading depth={2} goal={goal === "regions" && "still"}>{words.regions_title}</Heading>
      <p dir="auto">{words.regions_lead}</p>
      {regions ? (
        <>
          <Chart {...regions} title="" depth={2} />
          <p dir="auto">{words.regions_why}</p>
        </>
      ) : <Offer say="ShowRegions" button={words.regions_show} note={words.regions_wait} />}
    </section>
  );
}

/** @param {{ say: "ShowSchoolFilm" | "ShowRegions", button: string, note: string }} props */
const Offer = ({ say, button, note }) => (
  <div class="dl-school-offer">
    <p class="dl-quiet" dir="auto">{note}</p>
    <Button message={() => ({ say })}>{button}</Button>
  </div>
);

/** @param {Course.TriedTable} props */
function Tried({ title, columns, rows, shown }) {
  const id = useId();
  const { send } = usePage("school");
  return (
    <section class="dl-card" aria-labelledby={id}>
      <Heading depth={1} id={id}>{title}</Heading>
      <table class="dl-cards" role="table" aria-labelledby={id}>
        <thead role="rowgroup">
          <tr role="row">{columns.map((column) => <th key={column} role="columnheader" scope="col">{column}</th>)}</tr>
        </thead>
        <tbody role="rowgroup">
          {rows.map(({ name, expected, school, show }) => (
            <tr key={name} role="row">
              <th role="rowheader" scope="row" dir="auto">{name}</th>
              <td role="cell" data-column={columns[1]} dir="auto">{expected}</td>
              <td role="cell" data-column={columns[2]}>
                {show ? <Button aria-label={`${show}: ${name}`} onClick={() => send({ say: "ShowSchool", school })}>{show}</Button> : shown}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}
