// The list of the job aids.

import { usePage } from "../wire/page.js";
import { Heading } from "../parts/parts.jsx";

/** @param {Course.ShelfProps} props */
export function JobAids({ title, summary, aids }) {
  const { base } = usePage();
  return (
    <div class="dl-aids">
      <Heading goal>{title}</Heading>
      <p class="dl-lead-in">{summary}</p>
      <ul class="dl-mine">
        {aids.map(({ to, text, note }) => (
          <li key={to}>{base ? <a href={base + to}>{text}</a> : <b>{text}</b>} <span class="dl-quiet">{note}</span></li>
        ))}
      </ul>
    </div>
  );
}
