// The fields of a form: a component for each kind in `pages/fields.py`. Those with options are in `choice_fields.jsx`.

import { useId } from "../wire/page.js";
import { today } from "../wire/times.js";
import { Choice, Grouped, Many, Select } from "./choice_fields.jsx";
import { offered, standing } from "./form_values.js";
import { Steps } from "./steps_field.jsx";

/** @typedef {import("./form_values.js").Values} Values */
/** @typedef {{ value: string, onChange: (part: Values) => void }} Filled the value of a field, and the function that changes it */

/**
 * @typedef {object} Around what all fields of a form are given
 * @property {Course.FormProps["fields"]} [fields] all fields of the form
 * @property {Values} values what was filled in
 * @property {string} [labelledBy] the id of the question that the form answers
 * @property {boolean} [locked] whether the form is being sent
 * @property {(part: Values) => void} onChange takes the part of what was filled in that changed
 */

/**
 * A field of any kind. `lacks` says that something has to be ticked here.
 * @param {Around & { field: Course.FormProps["fields"][number], lacks?: boolean }} props
 */
export function Field({ field, lacks = false, ...around }) {
  const { fields = [], values, labelledBy, locked = false, onChange } = around;
  const rest = { value: standing(field, values), onChange };
  switch (field.kind) {
    case "choice":
      return <Choice {...field} {...rest} />;
    case "many":
      return <Many {...field} {...rest} choices={offered(field, fields, values)} lacks={lacks} />;
    case "select":
      return <Select {...field} {...rest} />;
    case "grouped":
      return <Grouped {...field} {...rest} />;
    case "day":
      return <Day {...field} {...rest} begun={field.value} />;
    case "more":
      return <More {...field} around={around} />;
    case "steps": {
      const guide = fields.find(({ name }) => name === field.guide);
      return <Steps {...field} {...rest} chosen={guide ? standing(guide, values) : ""} labelledBy={labelledBy} locked={locked} />;
    }
    case "ways":
      return <Ways {...field} {...rest} values={values} />;
    case "number":
      return <Whole {...field} {...rest} />;
    default:
      return <Text {...field} {...rest} />;
  }
}

/** @param {Course.NumberField & Filled} props */
const Whole = ({ name, label, least, most, value, onChange }) => (
  <label class="dl-field">
    <span dir="auto">{label}</span>
    <input type="number" required min={least} max={most} step={1} value={value} onInput={(event) => onChange({ [name]: event.currentTarget.value })} />
  </label>
);

/**
 * Fields out of sight until the person opens them.
 * @param {Course.MoreField & { around: Around }} props
 */
const More = ({ label, fields, around }) => (
  <details class="dl-more-fields">
    <summary dir="auto">{label}</summary>
    <div class="dl-form">{fields.map((field) => <Field key={field.name} field={field} {...around} />)}</div>
  </details>
);

/**
 * A text field. The hint below the label is its description and not part of its name.
 * @param {Course.TextField & Filled} props
 */
function Text({ kind, name, label, hint, required, limit, known, value, onChange }) {
  const id = useId();
  const input = {
    id,
    dir: /** @type {const} */ ("auto"),
    required,
    maxLength: limit,
    "aria-describedby": hint ? `${id}h` : undefined,
    value,
    onInput: (/** @type {Event & { currentTarget: HTMLInputElement | HTMLTextAreaElement }} */ event) => onChange({ [name]: event.currentTarget.value }),
  };
  return (
    <div class="dl-field">
      <label for={id} dir="auto">{label}</label>
      {hint && <span class="dl-quiet" id={`${id}h`} dir="auto">{hint}</span>}
      {kind === "line" ? <input type="text" autocomplete="off" list={known && `${id}l`} {...input} /> : <textarea rows={3} {...input} />}
      {known && <datalist id={`${id}l`}>{known.map((each) => <option key={each} value={each} />)}</datalist>}
    </div>
  );
}

/**
 * A day. Where only days ahead are asked for, the one that stands there from the beginning may still be past.
 * @param {Course.DayField & Filled & { begun: string }} props
 */
function Day({ name, label, hint, ahead, required, begun, value, onChange }) {
  const id = useId();
  const now = today();
  const first = begun && begun < now ? begun : now;
  return (
    <div class="dl-field dl-day">
      <label for={id} dir="auto">{label}</label>
      {hint && <span class="dl-quiet" id={`${id}h`} dir="auto">{hint}</span>}
      <input
        type="date" id={id} required={required} min={ahead ? first : undefined} aria-describedby={hint ? `${id}h` : undefined}
        value={value} onInput={(event) => onChange({ [name]: event.currentTarget.value })}
      />
    </div>
  );
}

/** How much room a way needs: none for fields, a little for short ones, or much for a list to choose from. */
function sizeOf(/** @type {Course.FormWay} */ { fields }) {
  if (fields.some(({ kind }) => kind === "grouped")) return " dl-way-long";
  return fields.length > 0 ? " dl-way-asks" : "";
}

/**
 * Several things to use the form for, side by side; what the one that is chosen means and asks stands below.
 * @param {Course.WaysField & Filled & { values: Values }} props
 */
function Ways({ name, legend, note, ways, value, values, onChange }) {
  const id = useId();
  const chosen = ways.find(({ key }) => key === value);
  return (
    <fieldset class="dl-fields" aria-describedby={note ? `${id}n` : undefined}>
      <legend>{legend}</legend>
      {note && <p class="dl-quiet" id={`${id}n`}>{note}</p>}
      <div class="dl-ways">
        {ways.map(({ key, label, hint }) => (
          <label key={key} class="dl-choice" title={hint}>
            <input type="radio" required name={`${id}${name}`} value={key} checked={key === value} aria-describedby={key === value ? `${id}h` : undefined} onChange={() => onChange({ [name]: key })} />
            <span class="dl-choice-text">{label}</span>
          </label>
        ))}
      </div>
      {chosen && (
        <div class={`dl-way${sizeOf(chosen)}`} key={chosen.key}>
          <p class="dl-quiet" id={`${id}h`}>{chosen.hint}</p>
          {chosen.fields.map((field) => <Field key={field.name} field={field} values={values} onChange={onChange} />)}
        </div>
      )}
    </fieldset>
  );
}
