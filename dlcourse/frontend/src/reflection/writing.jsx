// @ts-nocheck: this file has no types yet.
// Where an entry is written: its steps, who will be able to read it, and how it is kept while it is not saved.

import { newId } from "../wire/ids.js";
import { useLog } from "./log_context.js";
import { useId, usePage } from "../wire/page.js";
import { Keeping, OtherDrafts, useSlot } from "../parts/draft_slot.jsx";
import { wordsOf } from "./drafted.js";
import { Choice, Choose, Principles, Steps } from "./steps.jsx";

const parse = (json) => {
  try {
    return JSON.parse(json);
  } catch {
    return [];
  }
};

/** `values` is what stands in the form before anything was typed; without them it begins empty. */
export function Writing({ form, values = {}, labelledBy, onCancel }) {
  const { words, readers, guides, confidences, alone } = useLog();
  const { connection } = usePage();
  const id = useId();
  const begun = {
    guide: values.guide ?? "free",
    steps: JSON.stringify(values.steps ?? [["", ""]]),
    principles: (values.principles ?? form.principles ?? []).join(" "),
    confidence: String(values.confidence ?? ""),
    visibility: values.visibility ?? "private",
  };
  const { filled, draft, change, pending, ...slot } = useSlot(form.slot, begun);
  const steps = parse(filled.steps);
  const reader = readers.find(({ value }) => value === filled.visibility) ?? readers[0];
  const submit = (event) => {
    event.preventDefault();
    if (pending) return;
    const said = draft ?? newId();
    const full = steps.filter(([, text]) => text.trim());
    connection.post({
      entry: said,
      ...form.fixed,
      say: form.say,
      id: said,
      guide: filled.guide,
      steps: (full.length ? full : steps.slice(0, 1)).map(([heading, text]) => ({ heading, words: text })),
      principles: filled.principles.split(" ").filter(Boolean),
      confidence: filled.confidence ? Number(filled.confidence) : null,
      visibility: reader.value,
    });
  };
  return (
    <form class="dl-form dl-writing" onSubmit={submit} aria-busy={pending} aria-labelledby={labelledBy}>
      <Steps
        guide={guides.find(({ id: name }) => name === filled.guide) ?? guides[0]}
        steps={steps}
        label={form.label}
        labelledBy={labelledBy}
        locked={pending}
        onChange={(next) => change({ steps: JSON.stringify(next) })}
      />
      <Keeping slot={form.slot} {...slot} draft={draft} said={words.said} />
      <details class="dl-writing-more">
        <summary>{words.more}</summary>
        <div class="dl-form">
          <Guide guides={guides} value={filled.guide} steps={steps} words={words} onChange={change} />
          <Principles value={filled.principles} onChange={change} />
          <Choose label={words.confidence} value={filled.confidence} onChange={(confidence) => change({ confidence })}>
            <Choice value="" text={words.no_confidence} />
            {confidences.map((each) => <Choice key={each.value} {...each} />)}
          </Choose>
        </div>
      </details>
      <div class="dl-reader">
        <Choose label={words.readers} value={reader.value} describedBy={`${id}r`} onChange={(visibility) => change({ visibility })}>
          {readers.map((each) => <Choice key={each.value} {...each} />)}
        </Choose>
        <p id={`${id}r`} dir="auto">{reader.says} <span class="dl-quiet">{alone}</span></p>
      </div>
      <div class="dl-row">
        <button type="submit" class="dl-button dl-primary" aria-disabled={pending}>{onCancel ? words.save_again : words.save}</button>
        {onCancel && <button type="button" class="dl-button" onClick={onCancel}>{words.shut}</button>}
      </div>
      <OtherDrafts slot={form.slot} others={slot.others} wordsOf={wordsOf} />
    </form>
  );
}

/** Another way to write keeps every word: a step for a step, and what is left over after them. */
function Guide({ guides, value, steps, words, onChange }) {
  const choose = (name) => {
    const guide = guides.find(({ id }) => id === name);
    const named = guide.steps.map(({ heading }, place) => [heading, steps[place]?.[1] ?? ""]);
    const left = steps.slice(named.length).filter(([, text]) => text);
    const next = [...named, ...left];
    onChange({ guide: name, steps: JSON.stringify(next.length ? next : [["", ""]]) });
  };
  return (
    <Choose label={words.guide} value={value} note={guides.find(({ id }) => id === value)?.about} onChange={choose}>
      {guides.map(({ id, name }) => <Choice key={id} value={id} text={name} />)}
    </Choose>
  );
}
