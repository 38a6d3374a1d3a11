// A form as `pages/form.py` describes it: what it asks, and the command that it sends. What is filled in is kept until
// that was carried out.

import { useEffect, useRef, useState } from "preact/hooks";
import { newId } from "../wire/ids.js";
import { useId, usePage } from "../wire/page.js";
import { Keeping, OtherDrafts, useSlot } from "./draft_slot.jsx";
import { Field } from "./fields.jsx";
import { answers, asksForWords, following, lacking, lasts, message, wordsIn } from "./form_values.js";
import { Button, Heading, Submit, useSeenOnce } from "./parts.jsx";

/**
 * `onLeave` is what the second button does, where there is one; `box` is a ref to the form's element; `onFill` is told
 * what is filled in; `labelledBy` is the id of the question above the form, if it answers one.
 * @param {{ form: Course.FormProps, labelledBy?: string, onLeave?: () => void, box?: Page.Ref<HTMLFormElement>, onFill?: (values: import("./form_values.js").Values) => void }} props
 */
export function Form({ form, labelledBy, onLeave, box, onFill }) {
  const { send, busy } = usePage();
  const own = useRef(/** @type {HTMLFormElement | null} */ (null));
  const [asked, ask] = useState(0); // how often it was sent with something lacking
  /** @type {(fields: import("./form_values.js").Values) => boolean} */
  const hasWords = (filled) => lasts(form, filled);
  const { filled: values, change, claim, ...slot } = useSlot(form.slot, {}, hasWords);
  const put = (/** @type {import("./form_values.js").Values} */ part) => change({ ...part, ...following(form, values, part) });
  const lacks = asked ? lacking(form, values) : [];
  const filled = JSON.stringify(values);
  useEffect(() => onFill?.(values), [filled]);
  useEffect(() => {
    if (asked) /** @type {HTMLElement | null | undefined} */ ((box ?? own).current?.querySelector("[data-lacks] input"))?.focus();
  }, [asked]);
  const submit = (/** @type {Event} */ event) => {
    event.preventDefault();
    if (busy) return;
    if (lacking(form, values).length) return ask(asked + 1);
    ask(0);
    // `pages/form.py` has checked that the command takes what the form sends.
    send(/** @type {Page.Message} */ ({ ...message(form, values, newId()), id: claim() }));
  };
  const shared = { fields: answers(form.fields), values, labelledBy, locked: slot.pending, onChange: put };
  const fields = form.fields.map((field) => <Field key={field.name} field={field} lacks={lacks.includes(field.name)} {...shared} />);
  return (
    <form class="dl-form" onSubmit={submit} aria-busy={busy} aria-labelledby={labelledBy} ref={box ?? own}>
      {form.heading && <Heading depth={1} goal>{form.heading}</Heading>}
      {form.legend ? <Together legend={form.legend} note={form.note}>{fields}</Together> : fields}
      {form.guide && <Guide {...form.guide} />}
      <div class="dl-row">
        <Submit>{form.submit}</Submit>
        {form.leave && <Button onClick={onLeave}>{form.leave}</Button>}
      </div>
      {(slot.state || asksForWords(form)) && <Keeping slot={form.slot} {...slot} />}
      <OtherDrafts slot={form.slot} others={slot.others} wordsOf={(filled) => wordsIn(form, filled)} />
    </form>
  );
}

/**
 * Fields that belong together under one question.
 * @param {{ legend: string, note: string, children: Page.Children }} props
 */
function Together({ legend, note, children }) {
  const id = useId();
  return (
    <fieldset class="dl-fields" aria-describedby={note ? id : undefined}>
      <legend ref={useSeenOnce()}>{legend}</legend>
      {note && <p class="dl-quiet" id={id} dir="auto">{note}</p>}
      {children}
    </fieldset>
  );
}

/** @param {Course.FormGuide} props */
const Guide = ({ title, list }) => (
  <div class="dl-guide">
    <p dir="auto"><b>{title}</b></p>
    <ul>{list.map((question) => <li key={question} dir="auto">{question}</li>)}</ul>
  </div>
);
