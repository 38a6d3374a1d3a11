// A finished plan: tables by task and by person, reasons, open needs, its quality, and a chart of the load.

import { useRef } from "preact/hooks";
import { Chart } from "../parts/chart.jsx";
import { useId } from "../wire/page.js";
import { Form } from "../parts/form.jsx";
import { Button, Heading } from "../parts/parts.jsx";
import { printPage } from "../parts/print.js";
import { Table, TitledTable } from "../parts/data_table.jsx";

/** @import { OnDownload } from "./plan_page.jsx" */

/** @param {Course.ConflictProps} props */
export function Conflict({ title, lines }) {
  return (
    <section class="dl-told dl-told-other">
      <Heading depth={1}>{title}</Heading>
      {lines.map((line) => <p key={line} dir="auto">{line}</p>)}
    </section>
  );
}

/** @param {Course.ResultProps & { onDownload: OnDownload }} props */
export function Result({ lead, tasks, people, why, open, good, load, worth, take, onDownload }) {
  const box = useRef(/** @type {HTMLDivElement | null} */ (null));
  return (
    <div ref={box}>
      <p class="dl-lead-in" dir="auto">{lead}</p>
      <Downloads {...take} onDownload={onDownload} onPrint={() => printPage(box.current?.closest(".dl-page"))} />
      <section class="dl-parts"><TitledTable {...tasks} depth={1} /></section>
      <section class="dl-parts"><TitledTable {...people} depth={1} /></section>
      <section><Chart {...load} /></section>
      <Open {...open} />
      <Good {...good} />
      <Why {...why} />
      {worth && <Worth {...worth} />}
    </div>
  );
}

/** @param {Course.PlanDownloads & { onDownload: OnDownload, onPrint: () => void }} props */
const Downloads = ({ title, print, forms, onDownload, onPrint }) => (
  <div class="dl-row dl-no-print" role="group" aria-label={title}>
    <Button onClick={onPrint}>{print}</Button>
    {forms.map(({ form, text }) => <Button key={form} onClick={() => onDownload(form)}>{text}</Button>)}
  </div>
);

/** @param {Course.OpenNeeds} props */
const Open = ({ title, lines, empty }) => (
  <section>
    <Heading depth={1}>{title}</Heading>
    {lines.length === 0 ? <p dir="auto">{empty}</p> : <ul>{lines.map((line) => <li key={line} dir="auto">{line}</li>)}</ul>}
  </section>
);

/** @param {Course.PlanQuality} props */
function Good({ title, note, table, verdicts_title, verdicts }) {
  const id = useId();
  return (
    <section>
      <Heading depth={1}>{title}</Heading>
      <p class="dl-quiet" dir="auto">{note}</p>
      <p class="dl-quiet dl-caption" id={id}>{table.title}</p>
      <Table labelledBy={id} columns={table.columns} rows={table.rows} />
      <details class="dl-more">
        <summary>{verdicts_title}</summary>
        <ol>{verdicts.map((verdict) => <li key={verdict} dir="auto">{verdict}</li>)}</ol>
      </details>
    </section>
  );
}

/** @param {Course.PlanReasons} props */
const Why = ({ title, groups }) => (
  <section>
    <Heading depth={1}>{title}</Heading>
    {groups.map((group) => (
      <details key={group.title} class="dl-more">
        <summary>{group.title}</summary>
        <dl class="dl-reasons">
          {group.entries.map(({ name, sentences }) => (
            <div key={name}>
              <dt dir="auto">{name}</dt>
              {sentences.map((sentence) => <dd key={sentence} dir="auto">{sentence}</dd>)}
            </div>
          ))}
        </dl>
      </details>
    ))}
  </section>
);

/** @param {Course.WorthProps} props */
const Worth = ({ title, intro, form }) => (
  <section class="dl-card dl-no-print">
    <Heading depth={1}>{title}</Heading>
    <p dir="auto">{intro}</p>
    <Form form={form} />
  </section>
);
