// What was filled in to a form, and the message that it makes. Everything filled in is text, so that it can be kept as a
// draft: several options that are ticked are one text, each on a line of its own. No DOM here.

/** @typedef {Record<string, string>} Values what was filled in to a form, by the names of its fields */
/** @typedef {Course.FormProps["fields"][number]} Field */

/** The options that are ticked. Drafts of earlier versions have spaces between them. */
export const ticked = (/** @type {string | undefined} */ value) => (value ?? "").split(value?.includes("\n") ? "\n" : " ").filter(Boolean);

/**
 * The value after checking or unchecking one option. Options are in the order in which they are offered.
 * @param {{ value: string }[]} choices
 * @param {string | undefined} value
 * @param {string} option
 * @param {boolean} on
 */
export function tick(choices, value, option, on) {
  const next = on ? [...ticked(value), option] : ticked(value).filter((other) => other !== option);
  return choices.map((choice) => choice.value).filter((known) => next.includes(known)).map((known) => `${known}\n`).join("");
}

/**
 * The value of a field: what was typed or chosen, or else what the course filled in.
 * @param {Field} field
 * @param {Values} values
 * @returns {string}
 */
export const standing = (field, values) => values[field.name] ?? ("value" in field ? (field.value ?? "") : "");

/**
 * The options of a field of checkboxes that are offered: all but the one that was chosen in another field.
 * @param {Course.ManyField} field
 * @param {Field[]} fields
 * @param {Values} values
 */
export function offered({ choices, but_not }, fields, values) {
  const other = fields.find(({ name }) => name === but_not);
  return other ? choices.filter(({ value }) => value !== standing(other, values)) : choices;
}

/**
 * The names of the fields in which something has to be ticked and nothing is.
 * @param {Pick<Course.FormProps, "fields">} form
 * @param {Values} values
 */
export const lacking = ({ fields }, values) =>
  fields.filter((field) => field.kind === "many" && field.need && chosen(field, fields, values).length === 0).map(({ name }) => name);

/** @type {(field: Course.ManyField, fields: Field[], values: Values) => string[]} */
const chosen = (field, fields, values) => {
  const open = offered(field, fields, values).map(({ value }) => value);
  return ticked(values[field.name]).filter((value) => !field.but_not || open.includes(value));
};

/** @param {Field} field */
const isText = ({ kind }) => kind === "line" || kind === "text";

/**
 * Whether the form always asks for a text.
 * @param {Pick<Course.FormProps, "fields">} form
 */
export const asksForWords = ({ fields }) => fields.some(isText);

/**
 * The texts that were filled in, line by line, including those of a way that is not chosen any more.
 * @param {Pick<Course.FormProps, "fields">} form
 * @param {Values} values
 */
export function wordsIn({ fields }, values) {
  const all = fields.flatMap((field) => (field.kind === "ways" ? field.ways.flatMap((way) => way.fields) : [field]));
  const names = new Set(all.filter(isText).map(({ name }) => name));
  return [...names].map((name) => values[name]).filter(Boolean).join("\n");
}

/**
 * The message that a filled-in form sends. `id` is for the field that needs a new id, if there is one.
 * @param {Pick<Course.FormProps, "say" | "fixed" | "fresh" | "within" | "fields">} form
 * @param {Values} values
 * @param {string} id
 * @returns {{ say: string } & Record<string, unknown>}
 */
export function message({ say, fixed, fresh, within, fields }, values, id) {
  const way = fields.flatMap((field) => (field.kind === "ways" ? field.ways : [])).find(({ key }) => key === values.way);
  const asked = [...fields, ...(way?.fields ?? [])].filter(({ kind }) => kind !== "ways");
  const answers = Object.fromEntries(asked.map((field) => [field.name, answer(field, fields, values)]));
  const said = { ...fixed, ...way?.fixed, ...(fresh && { [fresh]: id }), say: way?.say ?? say };
  return within ? { ...said, [within]: answers } : { ...said, ...answers };
}

/** @type {(field: Field, fields: Field[], values: Values) => unknown} */
const answer = (field, fields, values) => {
  if (field.kind === "many") return chosen(field, fields, values);
  const value = standing(field, values);
  if (field.kind === "day") return value || null;
  return field.kind === "number" ? Number(value) : value;
};
