// @ts-nocheck: this file has no types yet.
// A form of several questions as Python describes it: things to choose, and words of one's own. What is filled in is
// kept until it was carried out.

import { Choices, Text } from "./form.jsx";
import { newId } from "../wire/ids.js";
import { useDraft, usePage } from "../wire/page.js";
import { Submit } from "./parts.jsx";

/** `fresh` names the part that gets a new id; `within` the part that holds all answers, else each is one of its own. */
export function Sheet({ name, say, fixed, fresh, within, choices, texts, guide, submit }) {
  const { send, busy } = usePage();
  const [draft, change] = useDraft(name);
  const answers = () => ({
    ...Object.fromEntries(choices.map(({ field }) => [field, draft[field]])),
    ...Object.fromEntries(texts.map((text) => [text.name, draft[text.name] ?? text.value])),
  });
  const onSubmit = (event) => {
    event.preventDefault();
    const filled = within ? { [within]: answers() } : answers();
    if (!busy) send({ say, ...fixed, ...(fresh && { [fresh]: newId() }), ...filled }, [name]);
  };
  return (
    <form class="dl-form" onSubmit={onSubmit} aria-busy={busy}>
      {choices.map((choice) => (
        <Choices key={choice.field} {...choice} value={draft[choice.field]} onChange={(value) => change({ [choice.field]: value })} />
      ))}
      {texts.map((text) => <Text key={text.name} {...text} value={draft[text.name] ?? text.value} onChange={change} />)}
      {guide && <Guide {...guide} />}
      <div class="dl-row">
        <Submit>{submit}</Submit>
      </div>
    </form>
  );
}

const Guide = ({ title, list }) => (
  <div class="dl-guide">
    <p dir="auto"><b>{title}</b></p>
    <ul>{list.map((question) => <li key={question} dir="auto">{question}</li>)}</ul>
  </div>
);
