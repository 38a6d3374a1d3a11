// What came of a live role-play: how it ended, who knew what, how preferences moved, and the talk to read again.

import { Conversation } from "../at_table/conversation.jsx";
import { TitledTable } from "../parts/data_table.jsx";
import { Form } from "../parts/form.jsx";
import { Heading, Html } from "../parts/parts.jsx";
import { GroupDebrief } from "./debrief.jsx";

/** @param {Course.SeatContents} props */
export function LiveHindsight({ passages, debrief, tables, forms, words }) {
  const [last, ...earlier] = passages.slice().reverse();
  const ended = last && last.lines.length === 0;
  const talk = ended ? earlier.reverse() : passages;
  return (
    <article class="dl-debrief">
      {ended && (
        <section class="dl-end">
          <Heading depth={2} html={last.title} />
          <Html html={last.html} class="dl-reading" />
        </section>
      )}
      {forms.map((form) => <section key={form.slot} class="dl-task"><Form form={form} /></section>)}
      {debrief && <GroupDebrief {...debrief} depth={2} />}
      {tables.map((table, place) => <section key={place}><TitledTable {...table} depth={2} /></section>)}
      <details class="dl-folded">
        <summary><Heading depth={2}>{words.said}</Heading></summary>
        <Conversation passages={talk} depth={3} />
      </details>
    </article>
  );
}
