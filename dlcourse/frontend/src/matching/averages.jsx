// Role averages: a guess and the figures of five occupations, then the individual people of one role.

import { Form } from "../parts/form.jsx";
import { useId, usePage } from "../wire/page.js";
import { Heading, Html } from "../parts/parts.jsx";
import { DataTable } from "../parts/data_table.jsx";

/** @param {Course.AveragesProps} props */
export function Averages({ view }) {
  const { send } = usePage("averages");
  if (!view) return null;
  const { title, occupations, persons, end, source } = view;
  return (
    <div class="dl-averages">
      <Heading goal>{title}</Heading>
      <Part {...occupations} onChoose={(skill) => send({ say: "ShowAverages", skill })} />
      <Part {...persons} onChoose={(ability) => send({ say: "ShowAverages", ability })} />
      <section>
        <Heading depth={1}>{end.title}</Heading>
        {end.sentences.map((sentence) => <p key={sentence} dir="auto">{sentence}</p>)}
      </section>
      <Html as="p" class="dl-quiet" html={source} />
    </div>
  );
}

/**
 * A menu of what can be shown, and what is shown of it; `result` of the averages comes with a guess.
 * @param {Omit<Course.OccupationsProps, "form"> & { form?: Course.FormProps | null, onChoose: (chosen: string) => void }} props
 */
function Part({ title, intro, choose, form, result, onChoose }) {
  const id = useId();
  return (
    <section class="dl-card" aria-labelledby={id}>
      <Heading depth={1} id={id}>{title}</Heading>
      <p class="dl-quiet" dir="auto">{intro}</p>
      <label class="dl-field dl-menu">
        <span dir="auto">{choose.label}</span>
        <select value={choose.value} onChange={(event) => onChoose(event.currentTarget.value)}>
          {choose.options.map((option) => <option key={option} value={option}>{option}</option>)}
        </select>
      </label>
      {form && <Form key={form.slot} form={form} />}
      <div role="status">{result && <Bars {...result} />}</div>
      {result && <DataTable {...result.table} />}
    </section>
  );
}

/** @param {Course.BarsProps} props */
const Bars = ({ says, caption, bars }) => (
  <figure class="dl-averages-chart">
    <p class="dl-verdict" dir="auto">{says}</p>
    <figcaption class="dl-quiet" dir="auto">{caption}</figcaption>
    <ul class="dl-columns-of-bars">
      {bars.map(({ name, share, text }) => (
        <li key={name}>
          <span dir="auto">{name}</span>
          <span class="dl-bar-whole" aria-hidden="true"><span style={{ inlineSize: `${100 * share}%` }} /></span>
          <b>{text}</b>
        </li>
      ))}
    </ul>
  </figure>
);
