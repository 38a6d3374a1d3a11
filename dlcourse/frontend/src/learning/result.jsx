// What came of a school: its curves, what each choice did, and what one more change would do.

import { Chart } from "../parts/chart.jsx";
import { Heading } from "../parts/parts.jsx";

/** @param {Course.SchoolResultProps} props */
export const Result = ({ points, curves, decided_title: title, decided, changes }) => (
  <>
    <Chart {...curves} depth={2} />
    <p class="dl-quiet" dir="auto">{points}</p>
    {decided.length > 0 && (
      <>
        <Heading depth={2}>{title}</Heading>
        <ul class="dl-decided">
          {decided.map(({ name, principles, text }) => (
            <li key={name} dir="auto"><b>{name}</b> <span class="dl-mark">{principles}</span> {text}</li>
          ))}
        </ul>
      </>
    )}
    <Chart {...changes} depth={2} />
  </>
);
