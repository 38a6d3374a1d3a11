// A role-play on paper: the list, and the sheets of one, which are folded because they give away what the case hides.

import { Paper } from "../registers/paper.jsx";
import { Heading } from "../parts/parts.jsx";
import { useDownload } from "../wire/download.js";
import { usePage } from "../wire/page.js";

/** @param {Course.KitShelfProps} props */
export function Kits({ title, lead, none, kits }) {
  const { base } = usePage();
  return (
    <div class="dl-kits">
      <Heading goal>{title}</Heading>
      <p class="dl-lead-in" dir="auto">{lead}</p>
      {none && <p class="dl-empty" dir="auto">{none}</p>}
      <ul class="dl-mine">
        {kits.map(({ to, text, note }) => (
          <li key={to}>{base ? <a href={base + to} dir="auto">{text}</a> : <b dir="auto">{text}</b>} <span class="dl-quiet" dir="auto">{note}</span></li>
        ))}
      </ul>
    </div>
  );
}

/** @param {Course.KitProps} props */
export function Kit({ title, lead, gives_away: warning, show, paper, taken }) {
  const { send } = usePage("paper-kit");
  const download = useDownload(taken);
  if (!paper) return null;
  return (
    <div class="dl-kit">
      <Heading goal>{title}</Heading>
      <p class="dl-lead-in" dir="auto">{lead}</p>
      <p dir="auto">{warning}</p>
      <details class="dl-more">
        <summary>{show}</summary>
        <Paper {...paper} above onFetch={() => download((ask) => send({ say: "FetchKit", ask, form: "docx" }))} />
      </details>
    </div>
  );
}
