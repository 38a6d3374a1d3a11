// What a session adds to the problem of practice: the problem as it was named, and the form for this part.

import { Heading } from "../parts/parts.jsx";
import { usePage } from "../wire/page.js";
import { Part } from "./part.jsx";

/** @param {Course.InquiryProps} props */
export function Inquiry({ view }) {
  const { base, drafts } = usePage();
  if (!view) return null;
  const { lead, problem, problem_title: title, unnamed, unsaved, suggested, part, said, plan } = view;
  const begun = drafts.some(({ slot }) => slot === view.first);
  const private_note = view.private;
  return (
    <div class="dl-inquiry">
      <Heading>{part.title}</Heading>
      {problem && (
        <blockquote class="dl-inquiry-problem" dir="auto">
          <b>{title}</b> {problem}
        </blockquote>
      )}
      <p class="dl-quiet" dir="auto">{(unnamed && begun ? unsaved : unnamed) || lead} {private_note}</p>
      {suggested && <p class="dl-care" dir="auto">{suggested}</p>}
      <Part {...part} />
      <p role="status" dir="auto">{said}</p>
      {base && <p><a href={base + plan.to}>{plan.text}</a></p>}
    </div>
  );
}
