// The fields of a form: a component for each kind in `pages/fields.py`.

import { plain, useId } from "../wire/page.js";
import { offered, standing, tick, ticked } from "./form_values.js";
import { today } from "../wire/times.js";
import { Face, Html } from "./parts.jsx";

/** @typedef {import("./form_values.js").Values} Values */
/** @typedef {{ value: string, onChange: (part: Values) => void }} Filled the value of a field, and the function that changes it */

/**
 * A field of any kind. `values` holds what was filled in, `onChange` takes the part of it that changed. `fields` are all
 * fields of the form, `lacks` says that something has to be ticked here.
 * @param {{ field: Course.FormProps["fields"][number], fields?: Course.FormProps["fields"], values: Values, lacks?: boolean, onChange: (part: Values) => void }} props
 */
export function Field({ field, fields = [], values, lacks = false, onChange }) {
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
    case "ways":
      return <Ways {...field} {...rest} values={values} />;
    case "number":
      return <Whole {...field} {...rest} />;
    default:
      return <Text {...field} {...rest} />;
  }
}

/**
 * A fieldset of radio buttons. An option may have a face, a note, and more to read.
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
 * One option. All of it can be clicked. It has a short name, and what there is to read about it is its description.
 * @param {Course.FormOption & { id: string, name: string, checked: boolean, onChange: () => void }} props
 */
const Option = ({ id, html, face, note, about, ...input }) => (
  <label class="dl-choice">
    <input type="radio" required {...input} aria-labelledby={`${id}n`} aria-describedby={about ? `${id}a` : undefined} />
    {face && <Face {...face} />}
    <span class="dl-choice-text">
      <span id={`${id}n`}>
        <Html as="span" html={html} /> {note && <span class="dl-mark">{note}</span>}
      </span>
      <Html as="span" html={about ? unwrapped(about) : ""} class="dl-about" id={`${id}a`} />
    </span>
  </label>
);

/** The rendered text without block elements, which a label must not contain. */
const unwrapped = (/** @type {string} */ html) => html.replaceAll(/<\/?(?:p|ul|ol|li|blockquote)>/g, " ");

/** @param {Course.ManyField & Filled & { lacks: boolean }} props */
function Many({ name, legend, choices, need, lacks, value, onChange }) {
  const id = useId();
  return (
    <fieldset class="dl-fields" aria-describedby={lacks ? id : undefined} data-lacks={lacks || undefined}>
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
      {need && <p class="dl-problem" role="alert" id={id} dir="auto">{lacks && need}</p>}
    </fieldset>
  );
}

/** @param {Course.NumberField & Filled} props */
const Whole = ({ name, label, least, most, value, onChange }) => (
  <label class="dl-field">
    <span dir="auto">{label}</span>
    <input type="number" required min={least} max={most} step={1} value={value} onInput={(event) => onChange({ [name]: event.currentTarget.value })} />
  </label>
);

/** @param {Course.SelectField & Filled} props */
const Select = ({ name, label, empty, choices, value, onChange }) => (
  <label class="dl-field">
    <span dir="auto">{label}</span>
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
        <div class="dl-way" key={chosen.key}>
          <p class="dl-quiet" id={`${id}h`}>{chosen.hint}</p>
          {chosen.fields.map((field) => <Field key={field.name} field={field} values={values} onChange={onChange} />)}
        </div>
      )}
    </fieldset>
  );
}
