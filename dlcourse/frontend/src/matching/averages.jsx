// Role averages: a guess and the figures of five occupations; below them the persons of one role, one by one.

import { Form } from "../parts/form.jsx";
import { useId, usePage } from "../wire/page.js";
import { Heading, Html } from "../parts/parts.jsx";
import { Twin } from "../parts/data_table.jsx";

export function Averages({ view }) {
  if (!view) return null;
  const { title, occupations, persons, end, source } = view;
  return (
    <div class="dl-averages">
      <Heading goal>{title}</Heading>
      <Part {...occupations} name="skill" />
      <Part {...persons} name="ability" />
      <section>
        <Heading depth={1}>{end.title}</Heading>
        {end.sentences.map((sentence) => <p key={sentence} dir="auto">{sentence}</p>)}
      </section>
      <Html as="p" class="dl-quiet" html={source} />
    </div>
  );
}

/** A menu of what can be shown, and what is shown of it; `result` of the averages comes with a guess. */
function Part({ title, intro, name, choose, form, result, ...shown }) {
  const { send } = usePage();
  const id = useId();
  return (
    <section class="dl-card" aria-labelledby={id}>
      <Heading depth={1} id={id}>{title}</Heading>
      <p class="dl-quiet" dir="auto">{intro}</p>
      <label class="dl-field dl-menu">
        <span dir="auto">{choose.label}</span>
        <select value={choose.value} onChange={(event) => send({ say: "choose", [name]: event.currentTarget.value })}>
          {choose.options.map((option) => <option key={option} value={option}>{option}</option>)}
        </select>
      </label>
      {form && <Form key={form.slot} form={form} />}
      <div role="status">{(result ?? shown).caption && <Bars {...(result ?? shown)} />}</div>
      {(result ?? shown).table && <Twin {...(result ?? shown).table} />}
    </section>
  );
}

const Bars = ({ verdict, says, caption, bars }) => (
  <figure class="dl-figure">
    <p class="dl-verdict" dir="auto">{verdict ?? says}</p>
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
