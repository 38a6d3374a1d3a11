// @ts-nocheck: this file has no types yet.
// The next minute of a talk: the ways to spend it, and what each needs to be said.

import { useEffect, useRef } from "preact/hooks";
import { Text } from "../parts/form.jsx";
import { plain, useDraft, useId, usePage } from "../wire/page.js";
import { Button, Html, Measure, Submit } from "../parts/parts.jsx";

export function Minute({ task, play, clock, name, onClose }) {
  const { send, busy, done } = usePage();
  const [values, change] = useDraft(name);
  const form = useRef(null);
  const id = useId();
  const way = task.ways.find(({ key }) => key === values.way);
  const submit = (event) => {
    event.preventDefault();
    const filled = Object.fromEntries(way.fields.map((field) => [field.name, values[field.name] ?? ""]));
    if (!busy) send({ say: way.say, ...way.fixed, play, ...filled }, [name]);
  };
  useReturn(form, done);
  return (
    <form class="dl-form" onSubmit={submit} aria-busy={busy} ref={form}>
      {clock && <Measure {...clock} value={clock.left} max={clock.all} />}
      <fieldset class="dl-fields" aria-describedby={`${id}n`}>
        <legend>{task.legend}</legend>
        <p class="dl-quiet" id={`${id}n`}>{task.note}</p>
        {task.ways.map(({ key, label, fields }) => (
          <div key={key} class={key === values.way ? "dl-turn dl-turn-open" : "dl-turn"}>
            <label class="dl-choice">
              <input
                type="radio"
                required
                name={`${id}way`}
                value={key}
                checked={key === values.way}
                onChange={() => change({ way: key })}
              />
              <span class="dl-choice-text">{label}</span>
            </label>
            {key === values.way && fields.length > 0 && (
              <div class="dl-turn-fields">
                {fields.map((field) => <Field key={field.name} {...field} values={values} onChange={change} />)}
              </div>
            )}
          </div>
        ))}
      </fieldset>
      <div class="dl-row">
        <Submit>{task.submit}</Submit>
        {task.closing && <Button onClick={onClose}>{task.closing.open}</Button>}
      </div>
    </form>
  );
}

function Field({ kind, values, onChange, ...field }) {
  const Shown = { select: Select, text: Text, facts: Facts }[kind];
  return <Shown {...field} value={values[field.name]} onChange={onChange} />;
}

const Select = ({ name, label, empty, choices, value = "", onChange }) => (
  <label class="dl-field">
    <span>{label}</span>
    <select required value={value} onChange={(event) => onChange({ [name]: event.currentTarget.value })}>
      <option value="">{empty}</option>
      {choices.map((choice) => <option key={choice.value} value={choice.value}>{plain(choice.html)}</option>)}
    </select>
  </label>
);

function Facts({ name, label, groups, value, onChange }) {
  const id = useId();
  return (
    <div class="dl-field" role="group" aria-labelledby={id}>
      <span id={id}>{label}</span>
      {groups.map((group) => (
        <fieldset key={group.label} class="dl-fields dl-facts">
          <legend>{group.label}</legend>
          {group.choices.map((fact) => (
            <label key={fact.value} class="dl-choice">
              <input
                type="radio"
                required
                name={`${id}fact`}
                checked={fact.value === value}
                onChange={() => onChange({ [name]: fact.value })}
              />
              <span class="dl-choice-text">
                <Html as="span" html={fact.html} />
                {fact.note && <span class="dl-mark">{fact.note}</span>}
              </span>
            </label>
          ))}
        </fieldset>
      ))}
    </div>
  );
}

/** After a minute was taken the next one begins at the top of the form; the view follows the talk, not the form. */
function useReturn(form, done) {
  const before = useRef(done);
  useEffect(() => {
    if (done === before.current) return;
    before.current = done;
    if (form.current.contains(document.activeElement) || document.activeElement === document.body)
      form.current.querySelector("input").focus({ preventScroll: true });
  }, [done]);
}
