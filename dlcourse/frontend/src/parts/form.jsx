// @ts-nocheck: this file has no types yet.
// A form as Python describes it: one thing to choose, perhaps words of one's own, and the command that it sends.
// What is filled in is kept until it was carried out.

import { newId } from "../wire/ids.js";
import { useDraft, useId, usePage } from "../wire/page.js";
import { Button, Face, Heading, Html, Submit } from "./parts.jsx";

/** `play` is the play that the command is for; without it a new one begins. `name` is that of its draft. */
export function Form({ form, play, name, onCancel }) {
  const { send, busy } = usePage();
  const [values, change] = useDraft(name);
  const fields = [form.field, form.text?.name, form.many?.name].filter(Boolean);
  const submit = (event) => {
    event.preventDefault();
    const filled = Object.fromEntries(fields.filter((field) => field in values).map((field) => [field, values[field]]));
    if (!busy) send({ say: form.say, ...form.fixed, play: play ?? newId(), ...filled }, [name]);
  };
  return (
    <form class="dl-form" onSubmit={submit} aria-busy={busy}>
      {form.heading && <Heading depth={1} goal>{form.heading}</Heading>}
      <Choices {...form} value={values[form.field]} onChange={(value) => change({ [form.field]: value })} />
      {form.many && <Many {...form.many} values={values} onChange={change} />}
      {form.text && <Text {...form.text} value={values[form.text.name]} onChange={change} />}
      <div class="dl-row">
        <Submit>{form.submit}</Submit>
        {form.cancel && onCancel && <Button onClick={onCancel}>{form.cancel}</Button>}
      </div>
    </form>
  );
}

/** A fieldset of radio buttons; a choice may come with a face, a note, and more to read about it. */
export function Choices({ legend, note, field, choices, value, onChange }) {
  const id = useId();
  return (
    <fieldset class="dl-fields" aria-describedby={note ? `${id}n` : undefined}>
      <legend dir="auto">{legend}</legend>
      {note && <p class="dl-quiet" id={`${id}n`} dir="auto">{note}</p>}
      {choices.map((choice) => (
        <Choice
          key={choice.value}
          {...choice}
          id={`${id}${field}-${choice.value}`}
          name={`${id}${field}`}
          checked={choice.value === value}
          onChange={() => onChange(choice.value)}
        />
      ))}
    </fieldset>
  );
}

/** All of it can be clicked; its name is short, what there is to read about it comes after. */
const Choice = ({ id, html, initials, note, about, ...input }) => (
  <label class="dl-choice">
    <input type="radio" required {...input} aria-labelledby={`${id}n`} aria-describedby={about && `${id}a`} />
    {initials && <Face initials={initials} />}
    <span class="dl-choice-text">
      <span id={`${id}n`}>
        <Html as="span" html={html} /> {note && <span class="dl-mark">{note}</span>}
      </span>
      <Html as="span" html={about && unwrapped(about)} class="dl-about" id={`${id}a`} />
    </span>
  </label>
);

/** A label holds no paragraphs: the rendered one without its tags. */
const unwrapped = (html) => html.replaceAll(/<\/?(?:p|ul|ol|li|blockquote)>/g, " ");

function Many({ name, legend, choices, values, onChange }) {
  const chosen = values[name] ?? [];
  const toggle = (value, on) => {
    const next = on ? [...chosen, value] : chosen.filter((other) => other !== value);
    onChange({ [name]: choices.map((choice) => choice.value).filter((known) => next.includes(known)) });
  };
  return (
    <fieldset class="dl-fields">
      <legend dir="auto">{legend}</legend>
      <div class="dl-many">
        {choices.map(({ value, html }) => (
          <label key={value} class="dl-choice">
            <input type="checkbox" checked={chosen.includes(value)} onChange={(event) => toggle(value, event.currentTarget.checked)} />
            <Html as="span" html={html} />
          </label>
        ))}
      </div>
    </fieldset>
  );
}

/** Words of one's own; the hint below the label belongs to its description and not to its name. */
export function Text({ name, label, hint, required = false, limit, value = "", onChange }) {
  const id = useId();
  return (
    <div class="dl-field">
      <label for={id} dir="auto">{label}</label>
      {hint && <span class="dl-quiet" id={`${id}h`} dir="auto">{hint}</span>}
      <textarea
        id={id}
        dir="auto"
        rows={3}
        required={required}
        maxLength={limit}
        aria-describedby={hint ? `${id}h` : undefined}
        value={value}
        onInput={(event) => onChange({ [name]: event.currentTarget.value })}
      />
    </div>
  );
}
