// A guide for those who lead the course, to read and to print.

import { Button, Heading, Html } from "../parts/parts.jsx";
import { usePage } from "../wire/page.js";

/** @param {Course.LeadGuideProps} props */
export function LeadGuide({ title, html, print, home }) {
  const { base } = usePage("lead-guide");
  return (
    <div class="dl-guide">
      <Heading>{title}</Heading>
      <div class="dl-row">
        <a class="dl-button" href={base + home.to}>{home.text}</a>
        {html && <Button onClick={() => window.print()}>{print}</Button>}
      </div>
      <Html class="dl-reading" html={html} />
    </div>
  );
}
