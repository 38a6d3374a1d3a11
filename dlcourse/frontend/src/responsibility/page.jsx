// Shared responsibility: the map, the strain test, how it stretches over people, the trace, and the page to print.

import { FoldedChart } from "../parts/chart.jsx";
import { Form } from "../parts/form.jsx";
import { Paper } from "../registers/paper.jsx";
import { Heading, Part } from "../parts/parts.jsx";
import { History, Past } from "../registers/sections.jsx";
import { Rivals, VersionedText } from "../registers/versioned_text.jsx";
import { useDownload } from "../wire/download.js";
import { useId, usePage } from "../wire/page.js";
import { when } from "../wire/times.js";

/** @param {Course.ResponsibilityProps} props */
export function Responsibility({ view, taken }) {
  const { send, base } = usePage("responsibility");
  const download = useDownload(taken);
  if (!view) return null;
  const fetch = () => download((ask) => send({ say: "FetchRegister", ask, form: "docx" }));
  const { title, who, damaged, past, fixed, room, shares_title: heading, shares_note: note, shares, add, add_title: opens } = view;
  return (
    <div class="dl-map">
      <Heading>{title}</Heading>
      <p class="dl-quiet" dir="auto">{who} {damaged}</p>
      {room && <p><a href={base + room.to}>{room.text}</a></p>}
      {past && <Past {...past} />}
      <Part title={heading}>
        {note && <p dir="auto">{note}</p>}
        {shares.map((share) => <Share key={share.id} {...share} fixed={fixed} />)}
        {!fixed && (
          <details class="dl-more" open={shares.length === 0}>
            <summary dir="auto">{opens}</summary>
            <Form form={add} />
          </details>
        )}
      </Part>
      {shares.length > 0 && <Strain {...view.strain} fixed={fixed} />}
      {view.charts.list.length > 0 && (
        <Part title={view.charts.title}>
          <p class="dl-quiet" dir="auto">{view.charts.note}</p>
          {view.charts.list.map((chart) => <FoldedChart key={chart.title} {...chart} depth={2} />)}
        </Part>
      )}
      <Trace {...view.trace} fixed={fixed} />
      <details class="dl-more">
        <summary dir="auto">{view.paper_title}</summary>
        <Paper {...view.paper} onFetch={fetch} />
      </details>
      {view.history.list.length > 0 && <History {...view.history} />}
    </div>
  );
}

/** @param {Course.ShareProps & { fixed: boolean }} props */
function Share({ title, lines, gaps_title: missing, gaps, whole, opens, text, end_title: ends, end, fixed }) {
  const id = useId();
  return (
    <article class="dl-shared-out" aria-labelledby={id}>
      <Heading depth={2} id={id}>{title}</Heading>
      <dl>
        {lines.map((line) => (
          <div key={line.name}>
            <dt>{line.name}</dt>
            <dd>{line.lines.map((each, place) => <div key={place} dir="auto">{each}</div>)}</dd>
          </div>
        ))}
      </dl>
      {whole && <p class="dl-quiet">{whole}</p>}
      {gaps.length > 0 && <ul class="dl-gaps" aria-label={missing}>{gaps.map((gap) => <li key={gap}>{gap}</li>)}</ul>}
      {!fixed && <Rivals {...text} depth={3} />}
      {!fixed && <VersionedText {...text} opens={opens} />}
      {!fixed && (
        <details class="dl-before">
          <summary>{ends}</summary>
          <Form form={end} />
        </details>
      )}
    </article>
  );
}

/** @param {Course.StrainProps & { fixed: boolean }} props */
const Strain = ({ title, note, form, mend, results, fixed }) => (
  <Part title={title}>
    <p class="dl-quiet" dir="auto">{note}</p>
    {form && !fixed && <Form form={form} />}
    <div role="status">
      {results.map((result) => (
        <div key={result.at} class="dl-strain">
          <p dir="auto"><b>{result.title}</b> <span class="dl-quiet">{when(result.at)}</span></p>
          {result.expected && <p dir="auto">{result.expected}</p>}
          <ul>{result.breaks.map((each, place) => <li key={place} dir="auto">{each}</li>)}</ul>
          {result.holds && <p class="dl-quiet" dir="auto">{result.holds}</p>}
        </div>
      ))}
    </div>
    {mend && <p dir="auto">{mend}</p>}
  </Part>
);

/** @param {Course.TraceProps & { fixed: boolean }} props */
const Trace = ({ title, note, list, fixed }) => (
  <Part title={title}>
    <p class="dl-quiet" dir="auto">{note}</p>
    {list.map(({ id, kind, what, lines, gaps, form }) => (
      <details key={id} class="dl-more">
        <summary dir="auto"><span class="dl-mark">{kind}</span> {what}</summary>
        {lines.map(({ name, text }, place) => <p key={place} dir="auto"><b>{name}:</b> {text}</p>)}
        {gaps.length > 0 && <ul class="dl-gaps">{gaps.map((gap) => <li key={gap}>{gap}</li>)}</ul>}
        {form && !fixed && <Form form={form} />}
      </details>
    ))}
  </Part>
);
