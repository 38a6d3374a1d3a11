// A list of outputs, as notebooks store it.

/** @typedef {import("./show.js").Output} Output */

/**
 * The outputs with one more. Text is added to the text before it.
 * @param {Output[]} outputs
 * @param {Output} output
 * @returns {Output[]}
 */
export function withOutput(outputs, output) {
  const last = outputs.at(-1);
  if (output.output_type !== "stream" || last?.output_type !== "stream" || last.name !== output.name) return [...outputs, output];
  return [...outputs.slice(0, -1), { ...last, text: last.text + output.text }];
}
