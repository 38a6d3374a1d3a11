// The report about a cohort: its files, what is in it, attendance by name, and signing people off.

import { useDownload } from "../wire/download.js";
import { useId, usePage } from "../wire/page.js";
import { Table } from "../parts/data_table.jsx";
import { Button, Heading } from "../parts/parts.jsx";

/** @param {Course.ReportProps} props */
export function Report({ title, told, taken, contents }) {
  const download = useDownload(taken);
  const { base, send } = usePage("cohort-report");
  if (!contents) return null;
  const { heading, lead, back, files_title, files_note, files, sessions, figures, none_shown, caveats_title, caveats, named } = contents;
  return (
    <div class="dl-report">
      <Heading goal>{heading}: <span dir="auto">{title}</span></Heading>
      <p class="dl-lead-in">{lead}</p>
      {base && <p><a href={base + back.to}>{back.text}</a></p>}
      <p role="status" class="dl-saved">{told}</p>
      <ReportPart title={files_title}>
        <p class="dl-quiet">{files_note}</p>
        <div class="dl-row">
          {files.map(({ form, text }, place) => (
            <Button key={form} primary={place === 0} onClick={() => download((ask) => send({ say: "FetchReport", ask, form }))}>{text}</Button>
          ))}
        </div>
      </ReportPart>
      <ReportTable {...sessions} />
      {none_shown ? <ReportPart title={figures.title}><p class="dl-empty">{none_shown}</p></ReportPart> : <ReportTable {...figures} />}
      <details class="dl-fold">
        <summary>{caveats_title}</summary>
        <ul>{caveats.map((caveat) => <li key={caveat}>{caveat}</li>)}</ul>
      </details>
      <Named {...named} onFetch={() => download((ask) => send({ say: "FetchAttendance", ask }))} />
    </div>
  );
}

/** @param {Course.NamedPart & { onFetch: () => void }} props */
function Named({ title, note, download, sign_note, sign, sign_all, all, cohort, people, more, empty, onFetch }) {
  return (
    <ReportPart title={title}>
      <p class="dl-quiet">{note}</p>
      <p><Button onClick={onFetch}>{download}</Button></p>
      {empty ? <p class="dl-empty">{empty}</p> : <p>{sign_note}</p>}
      {sign_all && <Button message={() => ({ say: "SignOff", cohort, people: all })}>{sign_all}</Button>}
      <ul class="dl-report-people">
        {people.map(({ person, name, says, signed, open }) => (
          <li key={person}>
            <p><b dir="auto">{name}</b> {says}{signed && <> · <span class="dl-quiet">{signed}</span></>}</p>
            {open && <Button aria-label={`${sign}: ${name}`} message={() => ({ say: "SignOff", cohort, people: [person] })}>{sign}</Button>}
          </li>
        ))}
      </ul>
      {more && <p class="dl-quiet">{more}</p>}
    </ReportPart>
  );
}

/** @param {Course.TextTable} props */
function ReportTable({ title, columns, rows }) {
  const id = useId();
  return (
    <section class="dl-report-part">
      <Heading depth={1} id={id}>{title}</Heading>
      <Table labelledBy={id} columns={columns} rows={rows} />
    </section>
  );
}

/** @param {{ title: string, children: Page.Children }} props */
function ReportPart({ title, children }) {
  const id = useId();
  return (
    <section class="dl-report-part" aria-labelledby={id}>
      <Heading depth={1} id={id}>{title}</Heading>
      {children}
    </section>
  );
}
