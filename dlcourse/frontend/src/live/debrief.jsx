// A group in hindsight: what it decided, who knew what and when it was said, and how preferences moved.

import { CommonFacts, Matrix } from "../at_table/debrief_tables.jsx";
import { Chart } from "../parts/chart.jsx";
import { Heading } from "../parts/parts.jsx";

/**
 * The debrief, whose headings are `depth` levels below that of the page.
 * @param {Course.GroupDebriefProps & { depth: number }} props
 */
export const GroupDebrief = ({ lines, facts, preferences, questions_title, questions, depth }) => (
  <>
    <section>{lines.map((line) => <p key={line} class="dl-headline" dir="auto">{line}</p>)}</section>
    {facts && (
      <section>
        <Matrix {...facts} />
        <CommonFacts {...facts.shared} />
      </section>
    )}
    {preferences && <section class="dl-live-moved"><Chart {...preferences} depth={depth} /></section>}
    {questions.length > 0 && (
      <section>
        <Heading depth={depth}>{questions_title}</Heading>
        <ul class="dl-questions">{questions.map((question) => <li key={question} dir="auto">{question}</li>)}</ul>
      </section>
    )}
  </>
);
