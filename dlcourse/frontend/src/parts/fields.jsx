// The fields of a form, one component for each kind that `pages/fields.py` names.

import { plain, useId } from "../wire/page.js";
import { standing, tick, ticked } from "./form_values.js";
import { Face, Html } from "./parts.jsx";

/** @typedef {import("./form_values.js").Values} Values */
/** @typedef {{ value: string, onChange: (part: Values) => void }} Filled what stands in a field, and what changes it */

/**
 * A field of any kind. `values` holds what was filled in, `onChange` takes the part of it that changed.
 * @param {{ field: Course.FormProps["fields"][number], values: Values, onChange: (part: Values) => void }} props
 */
export function Field({ field, values, onChange }) {
  const rest = { value: standing(field, values), onChange };
  switch (field.kind) {
    case "choice":
      return <Choice {...field} {...rest} />;
    case "many":
      return <Many {...field} {...rest} />;
    case "select":
      return <Select {...field} {...rest} />;
    case "grouped":
      return <Grouped {...field} {...rest} />;
    case "date":
      return <Day {...field} {...rest} />;
    case "ways":
      return <Ways {...field} {...rest} values={values} />;
    default:
      return <Text {...field} {...rest} />;
  }
}

/**
 * A fieldset of radio buttons; an option may come with a face, a note, and more to read about it.
 * @param {Course.ChoiceField & Filled} props
 */
function Choice({ name, legend, note, choices, value, onChange }) {
  const id = useId();
  return (
    <fieldset class="dl-fields" aria-describedby={note ? `${id}n` : undefined}>
      <legend dir="auto">{legend}</legend>
      {note && <p class="dl-quiet" id={`${id}n`} dir="auto">{note}</p>}
      {choices.map((option) => (
        <Option
          key={option.value}
          {...option}
          id={`${id}${name}-${option.value}`}
          name={`${id}${name}`}
          checked={option.value === value}
          onChange={() => onChange({ [name]: option.value })}
        />
      ))}
    </fieldset>
  );
}

/**
 * All of it can be clicked; its name is short, what there is to read about it comes after.
 * @param {Course.FormOption & { id: string, name: string, checked: boolean, onChange: () => void }} props
 */
const Option = ({ id, html, initials, note, about, ...input }) => (
  <label class="dl-choice">
    <input type="radio" required {...input} aria-labelledby={`${id}n`} aria-describedby={about ? `${id}a` : undefined} />
    {initials && <Face initials={initials} />}
    <span class="dl-choice-text">
      <span id={`${id}n`}>
        <Html as="span" html={html} /> {note && <span class="dl-mark">{note}</span>}
      </span>
      <Html as="span" html={about ? unwrapped(about) : ""} class="dl-about" id={`${id}a`} />
    </span>
  </label>
);

/** A label holds no paragraphs: the rendered one without its tags. */
const unwrapped = (/** @type {string} */ html) => html.replaceAll(/<\/?(?:p|ul|ol|li|blockquote)>/g, " ");

/** @param {Course.ManyField & Filled} props */
const Many = ({ name, legend, choices, value, onChange }) => (
  <fieldset class="dl-fields">
    <legend dir="auto">{legend}</legend>
    <div class="dl-many">
      {choices.map(({ value: option, html }) => (
        <label key={option} class="dl-choice">
          <input
            type="checkbox"
            checked={ticked(value).includes(option)}
            onChange={(event) => onChange({ [name]: tick(choices, value, option, event.currentTarget.checked) })}
          />
          <Html as="span" html={html} />
        </label>
      ))}
    </div>
  </fieldset>
);

/** @param {Course.DateField & Filled} props */
const Day = ({ name, label, value, onChange }) => (
  <label class="dl-field">
    <span>{label}</span>
    <input type="date" required value={value} onInput={(event) => onChange({ [name]: event.currentTarget.value })} />
  </label>
);

/** @param {Course.SelectField & Filled} props */
const Select = ({ name, label, empty, choices, value, onChange }) => (
  <label class="dl-field">
    <span>{label}</span>
    <select required value={value} onChange={(event) => onChange({ [name]: event.currentTarget.value })}>
      <option value="">{empty}</option>
      {choices.map((option) => <option key={option.value} value={option.value}>{plain(option.html)}</option>)}
    </select>
  </label>
);

/** @param {Course.GroupedField & Filled} props */
function Grouped({ name, label, groups, value, onChange }) {
  const id = useId();
  return (
    <div class="dl-field" role="group" aria-labelledby={id}>
      <span id={id}>{label}</span>
      {groups.map((group) => (
        <fieldset key={group.label} class="dl-fields dl-facts">
          <legend>{group.label}</legend>
          {group.choices.map((option) => (
            <label key={option.value} class="dl-choice">
              <input type="radio" required name={`${id}${name}`} checked={option.value === value} onChange={() => onChange({ [name]: option.value })} />
              <span class="dl-choice-text">
                <Html as="span" html={option.html} />
                {option.note && <span class="dl-mark">{option.note}</span>}
              </span>
            </label>
          ))}
        </fieldset>
      ))}
    </div>
  );
}

/**
 * Words of one's own; the hint below the label belongs to its description and not to its name.
 * @param {Course.TextField & Filled} props
 */
function Text({ kind, name, label, hint, required, limit, value, onChange }) {
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
      {kind === "line" ? <input type="text" autocomplete="off" {...input} /> : <textarea rows={3} {...input} />}
    </div>
  );
}

/**
 * Several things to use the form for; the fields of the one that is chosen open below it.
 * @param {Course.WaysField & Filled & { values: Values }} props
 */
function Ways({ name, legend, note, ways, value, values, onChange }) {
  const id = useId();
  return (
    <fieldset class="dl-fields" aria-describedby={`${id}n`}>
      <legend>{legend}</legend>
      <p class="dl-quiet" id={`${id}n`}>{note}</p>
      {ways.map(({ key, label, fields }) => (
        <div key={key} class={key === value ? "dl-turn dl-turn-open" : "dl-turn"}>
          <label class="dl-choice">
            <input type="radio" required name={`${id}${name}`} value={key} checked={key === value} onChange={() => onChange({ [name]: key })} />
            <span class="dl-choice-text">{label}</span>
          </label>
          {key === value && fields.length > 0 && (
            <div class="dl-turn-fields">
              {fields.map((field) => <Field key={field.name} field={field} values={values} onChange={onChange} />)}
            </div>
          )}
        </div>
      ))}
    </fieldset>
  );
}
