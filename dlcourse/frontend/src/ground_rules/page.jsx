// Ground rules: the aim, the rules with what was said about them, the page to print, and everything that happened.

import { Form } from "../parts/form.jsx";
import { Paper } from "../registers/paper.jsx";
import { Heading, Part } from "../parts/parts.jsx";
import { History, Past } from "../registers/sections.jsx";
import { Rivals, VersionedText } from "../registers/versioned_text.jsx";
import { useDownload } from "../wire/download.js";
import { useId, usePage } from "../wire/page.js";
import { when } from "../wire/times.js";

/** @param {Course.GroundRulesProps} props */
export function GroundRules({ view, taken }) {
  const { send, base } = usePage("ground-rules");
  const download = useDownload(taken);
  if (!view) return null;
  const fetch = (/** @type {string} */ form) => download((ask) => send({ say: "FetchRegister", ask, form: form === "ics" ? "ics" : "docx" }));
  const { title, who, damaged, past, fixed, room, aim, rules_title: heading, rules_note: note, rules, propose, propose_title: opens, history } = view;
  return (
    <div class="dl-ground-rules">
      <Heading>{title}</Heading>
      <p class="dl-quiet" dir="auto">{who} {damaged}</p>
      {room && <p><a href={base + room.to}>{room.text}</a></p>}
      {past && <Past {...past} />}
      <Aim {...aim} fixed={fixed} />
      <Part title={heading}>
        {note && <p dir="auto">{note}</p>}
        {rules.map((rule) => <Rule key={rule.id} {...rule} fixed={fixed} />)}
      </Part>
      {propose && !fixed && (
        <details class="dl-more" open={rules.length === 0}>
          <summary dir="auto">{opens}</summary>
          <Form form={propose} />
        </details>
      )}
      <details class="dl-more">
        <summary dir="auto">{view.paper_title}</summary>
        <Paper {...view.paper} onFetch={fetch} />
      </details>
      {history.list.length > 0 && <History {...history} />}
    </div>
  );
}

/** @param {Course.AimProps & { fixed: boolean }} props */
const Aim = ({ title, empty, lines, opens, open, text, fixed }) => (
  <Part title={title}>
    {empty && <p dir="auto">{empty}</p>}
    {lines.map((line) => <p key={line.name} class="dl-rule-line" dir="auto"><b>{line.name}:</b> {line.text}</p>)}
    {!fixed && <Rivals {...text} depth={2} />}
    {!fixed && <VersionedText {...text} opens={opens} open={open} />}
  </Part>
);

/** @param {Course.RuleProps & { fixed: boolean }} props */
function Rule({ words, change_label: label, change, kind, state, note, authors, said_title: talk, said, ways, opens, text, fixed }) {
  const id = useId();
  return (
    <article class={`dl-rule dl-rule-${kind}`} aria-labelledby={id}>
      <p><span class={kind === "adopted" ? "dl-mark dl-mark-done" : "dl-mark"} dir="auto">{state}</span></p>
      <Heading depth={2} id={id}>{words}</Heading>
      <p class="dl-rule-line" dir="auto"><b>{label}:</b> {change}</p>
      <p class="dl-quiet" dir="auto">{note} {authors}</p>
      {said.length > 0 && (
        <ul class="dl-rule-said" aria-label={talk}>
          {said.map((each) => (
            <li key={each.at + each.text} dir="auto">
              <b>{each.text}</b> <span class="dl-quiet">{when(each.at)}</span> {each.words}
            </li>
          ))}
        </ul>
      )}
      {!fixed && ways && <Rivals {...text} depth={3} />}
      {!fixed && ways && <Form form={ways} />}
      {!fixed && ways && <VersionedText {...text} opens={opens} />}
    </article>
  );
}
