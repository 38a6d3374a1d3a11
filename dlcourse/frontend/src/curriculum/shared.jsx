// What one person of the cohort shares with the viewer.

import { useId, usePage } from "../wire/page.js";
import { Table } from "../parts/data_table.jsx";
import { Heading } from "../parts/parts.jsx";

/** @param {Course.SharedProps} props */
export function Shared({ contents }) {
  const { base } = usePage();
  if (!contents) return null;
  const { title, empty, entries_title, entries, plan_title, plan, back } = contents;
  return (
    <div class="dl-shared">
      <Heading goal>{title}</Heading>
      {empty && <p class="dl-empty">{empty}</p>}
      {entries_title && <Heading depth={1}>{entries_title}</Heading>}
      {entries.map((entry, place) => <Entry key={place} {...entry} />)}
      {plan_title && <Heading depth={1}>{plan_title}</Heading>}
      {plan.map((table) => <Titled key={table.title} {...table} />)}
      <p><a href={base + back.to}>{back.text}</a></p>
    </div>
  );
}

/** @param {Course.SharedEntry} props */
const Entry = ({ title, note, steps }) => (
  <article class="dl-shared-entry">
    <Heading depth={2}>{title}</Heading>
    <p class="dl-quiet">{note}</p>
    {steps.map(({ name, text }, place) => (
      <div key={place} dir="auto">
        {name && <b>{name}</b>}
        <p class="dl-shared-words">{text}</p>
      </div>
    ))}
  </article>
);

/** @param {Course.TextTable} props */
function Titled({ title, columns, rows }) {
  const id = useId();
  return (
    <>
      <Heading depth={2} id={id}>{title}</Heading>
      <Table labelledBy={id} columns={columns} rows={rows} />
    </>
  );
}
