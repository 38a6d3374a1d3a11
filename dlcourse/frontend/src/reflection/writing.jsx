// The form for an entry: its steps, who will be able to read it, and how its draft is stored.

import { useLog } from "./log_context.js";
import { useId, usePage } from "../wire/page.js";
import { Keeping, OtherDrafts, useSlot } from "../parts/draft_slot.jsx";
import { wordsOf } from "./drafted.js";
import { Choice, Choose, Principles, Steps } from "./steps.jsx";

/** @typedef {import("./steps.jsx").WrittenSteps} WrittenSteps */
/** @typedef {Omit<Course.WriteEntry, "say" | "id" | "entry" | "session" | "prompt">} Written what is said of an entry each time it is saved */
/**
 * @typedef {object} GuideProps the ways to write, which one is chosen, and what is written
 * @property {Course.WritingGuide[]} guides
 * @property {string} value
 * @property {WrittenSteps} steps
 * @property {Course.LogWords} words
 * @property {(part: { guide: string, steps: string }) => void} onChange
 */

/**
 * The steps in a draft; none where nothing readable was kept.
 * @param {string} json
 * @returns {WrittenSteps}
 */
const parse = (json) => {
  try {
    return JSON.parse(json);
  } catch {
    return [];
  }
};

/**
 * `values` is what stands in the form before anything was typed; without them it begins empty.
 * @param {{ form: Course.LogForm, values?: Partial<Course.EntryValues> & { steps?: WrittenSteps }, labelledBy?: string, onCancel?: () => void }} props
 */
export function Writing({ form, values = {}, labelledBy, onCancel }) {
  const { words, readers, guides, confidences } = useLog();
  const { connection } = usePage("log");
  const begun = {
    guide: values.guide ?? "free",
    steps: JSON.stringify(values.steps ?? [["", ""]]),
    principles: (values.principles ?? []).join(" "),
    confidence: String(values.confidence ?? ""),
    visibility: values.visibility ?? "private",
  };
  const { filled, draft, change, claim, pending, ...slot } = useSlot(form.slot, begun);
  const steps = parse(filled.steps);
  const reader = readers.find(({ value }) => value === filled.visibility) ?? readers[0];
  const submit = (/** @type {Event} */ event) => {
    event.preventDefault();
    if (pending) return;
    const said = claim();
    const full = steps.filter(([, text]) => text.trim());
    /** @type {Written} */
    const written = {
      guide: filled.guide,
      steps: (full.length ? full : steps.slice(0, 1)).map(([heading, text]) => ({ heading, words: text })),
      principles: filled.principles.split(" ").filter(Boolean),
      confidence: filled.confidence ? Number(filled.confidence) : null,
      // An entry that is there already is shown to others, or no longer, below its words.
      visibility: onCancel ? (values.visibility ?? "private") : reader.value,
    };
    connection.post({ entry: said, ...form.fixed, say: form.say, id: said, ...written });
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
      {!onCancel && <Reader readers={readers} reader={reader} onChange={(visibility) => change({ visibility })} />}
      <div class="dl-row">
        <button type="submit" class="dl-button dl-primary" aria-disabled={pending}>{onCancel ? words.save_again : words.save}</button>
        {onCancel && <button type="button" class="dl-button" onClick={onCancel}>{words.shut}</button>}
      </div>
      <Keeping slot={form.slot} {...slot} draft={draft} />
      <OtherDrafts slot={form.slot} others={slot.others} wordsOf={wordsOf} />
    </form>
  );
}

/**
 * Who will be able to read an entry. There is a choice only if there is somebody to choose.
 * @param {{ readers: Course.ReaderChoice[], reader: Course.ReaderChoice, onChange: (visibility: string) => void }} props
 */
function Reader({ readers, reader, onChange }) {
  const { words } = useLog();
  const id = useId();
  return (
    <div class="dl-reader">
      {readers.length > 1 && (
        <Choose label={words.readers} value={reader.value} describedBy={id} onChange={onChange}>
          {readers.map((each) => <Choice key={each.value} {...each} />)}
        </Choose>
      )}
      <p id={id} dir="auto">{reader.says}</p>
    </div>
  );
}

/**
 * Switching to another way to write keeps every word: step by step, and the rest after the last step.
 * @param {GuideProps} props
 */
function Guide({ guides, value, steps, words, onChange }) {
  const choose = (/** @type {string} */ name) => {
    const guide = guides.find(({ id }) => id === name);
    /** @type {WrittenSteps} */
    const named = (guide?.steps ?? []).map(({ heading }, place) => [heading, steps[place]?.[1] ?? ""]);
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
