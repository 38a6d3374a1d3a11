// Fields with options to choose from: radio buttons, checkboxes, and menus.

import { plain, useId } from "../wire/page.js";
import { tick, ticked } from "./form_values.js";
import { Face, Html } from "./parts.jsx";

/**
 * A fieldset of radio buttons. An option may have a face, a note, and more to read.
 * @param {Course.ChoiceField & import("./fields.jsx").Filled} props
 */
export function Choice({ name, legend, note, choices, value, onChange }) {
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

/** @param {Course.ManyField & import("./fields.jsx").Filled & { lacks: boolean }} props */
export function Many({ name, legend, choices, need, lacks, value, onChange }) {
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

/**
 * A menu. What there is to read about the chosen option is the menu's description.
 * @param {Course.SelectField & import("./fields.jsx").Filled} props
 */
export function Select({ name, label, empty, choices, required, value, onChange }) {
  const id = useId();
  const about = choices.find((option) => option.value === value)?.about;
  const only = about && choices.length === 1;
  return (
    <div class="dl-field dl-choose">
      {!only && <label for={id} dir="auto">{label}</label>}
      {!only && (
        <select id={id} required={required} aria-describedby={about && `${id}a`} value={value} onChange={(event) => onChange({ [name]: event.currentTarget.value })}>
          {empty && <option value="">{empty}</option>}
          {choices.map((option) => <option key={option.value} value={option.value}>{plain(option.html)}</option>)}
        </select>
      )}
      <Html as="span" html={about && unwrapped(about)} class="dl-about" id={`${id}a`} />
    </div>
  );
}

/** @param {Course.GroupedField & import("./fields.jsx").Filled} props */
export function Grouped({ name, label, groups, value, onChange }) {
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
