// @ts-nocheck: this file has no types yet.
// Who you are: a few lines of text, kept as a draft until they were saved.

import { useDraft, usePage } from "../wire/page.js";
import { Submit } from "../parts/parts.jsx";

export function AboutYou({ form, said }) {
  return form ? <Lines form={form} said={said} /> : null;
}

function Lines({ form, said }) {
  const { send, busy } = usePage();
  const [draft = {}, change] = useDraft(form.say);
  const value = (field) => draft[field.name] ?? field.value;
  const submit = (event) => {
    event.preventDefault();
    const filled = Object.fromEntries(form.fields.map((field) => [field.name, value(field)]));
    if (!busy) send({ say: form.say, ...filled }, [form.say]);
  };
  return (
    <form class="dl-form dl-card dl-about-you" onSubmit={submit} aria-busy={busy}>
      <fieldset class="dl-fields">
        <legend>{form.legend}</legend>
        <p class="dl-quiet" dir="auto">{form.note}</p>
        {form.fields.map((field) => (
          <Line key={field.name} {...field} value={value(field)} onInput={(words) => change({ [field.name]: words })} />
        ))}
      </fieldset>
      <div class="dl-row">
        <Submit>{form.submit}</Submit>
      </div>
      <p role="status" dir="auto">{said}</p>
    </form>
  );
}

const Line = ({ label, value, limit, long, onInput }) => {
  const shared = { dir: "auto", value, maxLength: limit, onInput: (event) => onInput(event.currentTarget.value) };
  return (
    <label class="dl-field">
      <span dir="auto">{label}</span>
      {long ? <textarea rows={3} {...shared} /> : <input type="text" autocomplete="off" {...shared} />}
    </label>
  );
};
