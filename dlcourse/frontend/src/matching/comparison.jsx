// Three plans side by side: by title, one's own, and the best there is.

import { useId } from "../wire/page.js";
import { Heading } from "../parts/parts.jsx";
import { Chart } from "../parts/chart.jsx";
import { TitledTable } from "../parts/data_table.jsx";

/** @param {Course.ComparisonProps} props */
export function Comparison({ title, headline, broken, note, chart, table, now_in, answers, reasons, caution }) {
  const id = useId();
  return (
    <section class="dl-compared-plans" aria-labelledby={id}>
      <Heading depth={1} id={id} goal>{title}</Heading>
      <div class="dl-verdict-and-chart">
        <div>
          {broken && <p class="dl-told dl-told-other" dir="auto">{broken}</p>}
          <p class="dl-headline" dir="auto">{headline}</p>
          <p class="dl-quiet" dir="auto">{note}</p>
        </div>
        <Chart {...chart} depth={2} />
      </div>
      <TitledTable {...table} depth={2} />
      <Heading depth={2}>{now_in.title}</Heading>
      {now_in.none && <p dir="auto">{now_in.none}</p>}
      <Why people={now_in.people} />
      <TitledTable {...answers} depth={2} />
      <details>
        <summary>{reasons.title}</summary>
        <Why people={reasons.people} />
      </details>
      <p class="dl-yardstick" dir="auto">{caution}</p>
    </section>
  );
}

/** @param {{ people: Course.PersonInPlan[] }} props */
const Why = ({ people }) => (
  <dl class="dl-offers">
    {people.map(({ name, was, sentences }) => (
      <div key={name}>
        <dt dir="auto">{name}{was && <> <span class="dl-mark">{was}</span></>}</dt>
        {sentences.map((sentence) => <dd key={sentence} dir="auto">{sentence}</dd>)}
      </div>
    ))}
  </dl>
);
