// What was filled in to a form, and the message that it makes. Everything filled in is text, so that it can be kept as a
// draft: several options that are ticked are one text, each on a line of its own. No DOM here.

import { regrouped, sentSteps, wordsOfSteps } from "./steps_values.js";

/** @typedef {Record<string, string>} Values what was filled in to a form, by the names of its fields */
/** @typedef {Course.FormProps["fields"][number]} Field */

/**
 * The fields that hold an answer, also those out of sight.
 * @param {Field[]} fields
 * @returns {Exclude<Field, Course.MoreField>[]}
 */
export const answers = (fields) => fields.flatMap((field) => (field.kind === "more" ? field.fields : [field]));

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
 * The value of a field: what was typed or chosen, or else what the course filled in. What was chosen from a menu that
 * does not offer it any more does not count.
 * @param {Field} field
 * @param {Values} values
 * @returns {string}
 */
export function standing(field, values) {
  const filled = values[field.name];
  const counts = filled !== undefined && (field.kind !== "select" || !filled || field.choices.some(({ value }) => value === filled));
  return counts ? filled : "value" in field ? (field.value ?? "") : "";
}

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
  answers(fields).filter((field) => field.kind === "many" && field.need && chosen(field, fields, values).length === 0).map(({ name }) => name);

/** @type {(field: Course.ManyField, fields: Field[], values: Values) => string[]} */
const chosen = (field, fields, values) => {
  const open = offered(field, fields, values).map(({ value }) => value);
  return ticked(standing(field, values)).filter((value) => !field.but_not || open.includes(value));
};

/** @param {Field} field */
const isText = ({ kind }) => kind === "line" || kind === "text" || kind === "steps";

/**
 * Whether the form always asks for a text.
 * @param {Pick<Course.FormProps, "fields">} form
 */
export const asksForWords = ({ fields }) => fields.some(isText);

/**
 * Whether what is filled in is kept in the course: words, and everything that is filled in with a text in steps.
 * @param {Pick<Course.FormProps, "fields">} form
 * @param {Values} values
 */
export const lasts = (form, values) => form.fields.some(({ kind }) => kind === "steps") || wordsIn(form, values) !== "";

/**
 * What changes with this part of what is filled in: a text in steps follows the guide that is chosen for it, and what was
 * written by a guide is kept together with the name of that guide.
 * @param {Pick<Course.FormProps, "fields">} form
 * @param {Values} values
 * @param {Values} part
 * @returns {Values}
 */
export function following({ fields }, values, part) {
  const all = answers(fields);
  /** @type {Values} */
  const also = {};
  for (const field of all) {
    if (field.kind !== "steps") continue;
    const chosen = part[field.guide];
    const guide = all.find(({ name }) => name === field.guide);
    if (chosen !== undefined) also[field.name] = regrouped(field.guides.find(({ value }) => value === chosen), standing(field, values));
    else if (guide && field.name in part) also[field.guide] = standing(guide, values);
  }
  return also;
}

/**
 * The texts that were filled in, line by line, including those of a way that is not chosen any more.
 * @param {Pick<Course.FormProps, "fields">} form
 * @param {Values} values
 */
export function wordsIn({ fields }, values) {
  const all = answers(fields).flatMap((field) => (field.kind === "ways" ? field.ways.flatMap((way) => way.fields) : [field]));
  const texts = new Map(all.filter(isText).map(({ name, kind }) => [name, values[name] && kind === "steps" ? wordsOfSteps(values[name]) : values[name]]));
  return [...texts.values()].filter(Boolean).join("\n");
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
  const asked = [...answers(fields), ...(way?.fields ?? [])].filter(({ kind }) => kind !== "ways");
  const given = Object.fromEntries(asked.map((field) => [field.name, answer(field, fields, values)]));
  const said = { ...fixed, ...way?.fixed, ...(fresh && { [fresh]: id }), say: way?.say ?? say };
  return within ? { ...said, [within]: given } : { ...said, ...given };
}

/** @type {(field: Field, fields: Field[], values: Values) => unknown} */
const answer = (field, fields, values) => {
  if (field.kind === "many") return chosen(field, fields, values);
  const value = standing(field, values);
  if (field.kind === "steps") return sentSteps(value);
  if (field.kind === "day" || (field.kind === "select" && !field.required)) return value || null;
  return field.kind === "number" ? Number(value) : value;
};
