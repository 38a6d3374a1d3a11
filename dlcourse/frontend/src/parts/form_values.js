// What was filled in to a form, and the message that it makes. All values are text, so that they can be stored as a draft.
// Several checked options are one text with spaces between them. No DOM here.

/** @typedef {Record<string, string>} Values what was filled in to a form, by the names of its fields */
/** @typedef {Course.FormProps["fields"][number]} Field */

/** The options that are checked. */
export const ticked = (/** @type {string | undefined} */ value) => (value ?? "").split(" ").filter(Boolean);

/**
 * The value after checking or unchecking one option. Options are in the order in which they are offered.
 * @param {{ value: string }[]} choices
 * @param {string | undefined} value
 * @param {string} option
 * @param {boolean} on
 */
export function tick(choices, value, option, on) {
  const next = on ? [...ticked(value), option] : ticked(value).filter((other) => other !== option);
  return choices.map((choice) => choice.value).filter((known) => next.includes(known)).join(" ");
}

/**
 * The value of a field: what was typed or chosen, or else what the course filled in.
 * @param {Field} field
 * @param {Values} values
 * @returns {string}
 */
export const standing = (field, values) => values[field.name] ?? ("value" in field ? field.value : "");

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
  const answers = Object.fromEntries(asked.map((field) => [field.name, answer(field, values)]));
  const rest = { ...fixed, ...way?.fixed, ...(fresh && { [fresh]: id }), say: way?.say ?? say };
  return within ? { ...rest, [within]: answers } : { ...rest, ...answers };
}

const answer = (/** @type {Field} */ field, /** @type {Values} */ values) => (field.kind === "many" ? ticked(values[field.name]) : standing(field, values));
