// A group in hindsight: what it decided, who knew what and when it was said, and how preferences moved.

import { TitledTable } from "../parts/data_table.jsx";
import { Heading } from "../parts/parts.jsx";

/** @param {Course.GroupDebriefProps} props */
export const GroupDebrief = ({ title, lines, facts, preferences, questions_title, questions }) => (
  <div class="dl-live-debrief">
    <Heading depth={1}>{title}</Heading>
    {lines.map((line) => <p key={line} dir="auto">{line}</p>)}
    {facts && <TitledTable {...facts} depth={2} />}
    {preferences && <TitledTable {...preferences} depth={2} />}
    {questions.length > 0 && <Heading depth={2}>{questions_title}</Heading>}
    <ul>{questions.map((question) => <li key={question} dir="auto">{question}</li>)}</ul>
  </div>
);
