// Ground rules: the aim, the rules with what was said about them, the page to print, and everything that happened.

import { Form } from "../parts/form.jsx";
import { Paper } from "../parts/paper.jsx";
import { Button, Heading } from "../parts/parts.jsx";
import { Rivals, VersionedText } from "../parts/versioned_text.jsx";
import { useDownload } from "../wire/download.js";
import { useId, usePage } from "../wire/page.js";
import { when } from "../wire/times.js";

/** @param {Course.GroundRulesProps} props */
export function GroundRules({ view, taken }) {
  const { send } = usePage("ground-rules");
  const download = useDownload(taken);
  if (!view) return null;
  const fetch = (/** @type {string} */ form) => download((ask) => send({ say: "FetchRegister", ask, form: form === "ics" ? "ics" : "docx" }));
  const { title, who, damaged, past, aim, rules_title: heading, rules_note: note, rules, propose, propose_title: opens, history } = view;
  return (
    <div class="dl-rules">
      <Heading>{title}</Heading>
      <p class="dl-quiet" dir="auto">{who} {damaged}</p>
      {past && <Past {...past} />}
      <Aim {...aim} fixed={!!past} />
      <Part title={heading}>
        {note && <p dir="auto">{note}</p>}
        {rules.map((rule) => <Rule key={rule.id} {...rule} fixed={!!past} />)}
      </Part>
      {propose && !past && (
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

/** @param {{ title: string, children: Page.Children }} props */
function Part({ title, children }) {
  const id = useId();
  return (
    <section aria-labelledby={id}>
      <Heading depth={1} id={id}>{title}</Heading>
      {children}
    </section>
  );
}

/** @param {Course.PastRules} props */
function Past({ note, back }) {
  const { send } = usePage("ground-rules");
  return (
    <div class="dl-told" role="status">
      <p dir="auto">{note}</p>
      <Button onClick={() => send({ say: "ShowStep", step: 0 })}>{back}</Button>
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

/** @param {Course.RulesHistory} props */
function History({ title, note, look, list }) {
  const { send } = usePage("ground-rules");
  return (
    <details class="dl-more">
      <summary dir="auto">{title} ({list.length})</summary>
      <p class="dl-quiet" dir="auto">{note}</p>
      <ol reversed class="dl-rule-steps">
        {list.map(({ number, text, at }) => (
          <li key={number} value={number}>
            <span dir="auto">{text}</span> <span class="dl-quiet">{when(at)}</span>{" "}
            <button type="button" class="dl-link" onClick={() => send({ say: "ShowStep", step: number })}>
              {look}<span class="dl-unseen"> ({number})</span>
            </button>
          </li>
        ))}
      </ol>
    </details>
  );
}
