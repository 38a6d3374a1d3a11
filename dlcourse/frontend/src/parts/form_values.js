// What was filled in to a form, and the message that it makes. Everything filled in is text, so that it can be kept as a
// draft: several options that are ticked are one text with spaces between them. No DOM here.

/** The options that are ticked. */
export const ticked = (value) => (value ?? "").split(" ").filter(Boolean);

/** The text for these options with one of them ticked or not; in the order in which they are offered. */
export function tick(choices, value, option, on) {
  const next = on ? [...ticked(value), option] : ticked(value).filter((other) => other !== option);
  return choices.map((choice) => choice.value).filter((known) => next.includes(known)).join(" ");
}

/** What stands in a field: what was typed or chosen, else what the course has there. */
export const standing = (field, values) => values[field.name] ?? field.value ?? "";

const isText = ({ kind }) => kind === "line" || kind === "text";

/** Whether the form always asks for words of one's own. */
export const asksForWords = ({ fields }) => fields.some(isText);

/** The words of one's own among what was filled in, line by line; those of a way that was left are among them. */
export function wordsIn({ fields }, values) {
  const all = [...fields, ...fields.flatMap((field) => (field.ways ?? []).flatMap((way) => way.fields))];
  const names = new Set(all.filter(isText).map(({ name }) => name));
  return [...names].map((name) => values[name]).filter(Boolean).join("\n");
}

/** The message that a form sends once it is filled in; `id` is the new id of the field that gets one. */
export function message({ say, fixed, fresh, within, fields }, values, id) {
  const way = fields.flatMap((field) => field.ways ?? []).find(({ key }) => key === values.way);
  const asked = [...fields, ...(way?.fields ?? [])].filter(({ kind }) => kind !== "ways");
  const answers = Object.fromEntries(asked.map((field) => [field.name, answer(field, values)]));
  const said = { ...fixed, ...way?.fixed, ...(fresh && { [fresh]: id }), say: way?.say ?? say };
  return within ? { ...said, [within]: answers } : { ...said, ...answers };
}

const answer = (field, values) => (field.kind === "many" ? ticked(values[field.name]) : standing(field, values));
