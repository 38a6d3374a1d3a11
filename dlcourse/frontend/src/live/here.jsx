// The live role-plays of one's cohort that are open now, or the way to open one.

import { Heading } from "../parts/parts.jsx";
import { usePage } from "../wire/page.js";

/** @param {Course.LiveHereProps} props */
export function LiveHere({ title, sentence, ways, away }) {
  const { base } = usePage();
  return (
    <section class="dl-live-here">
      <Heading>{title}</Heading>
      <div role="status">
        <p dir="auto">{sentence}</p>
        {ways.map(({ to, text, note }) => (
          <p key={to} class="dl-row">
            {base ? <a class="dl-button" href={base + to}>{text}</a> : <b dir="auto">{text}</b>} <span class="dl-quiet">{note}</span>
          </p>
        ))}
        {!base && away && <p dir="auto">{away}</p>}
      </div>
    </section>
  );
}
