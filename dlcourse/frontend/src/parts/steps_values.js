// A text in steps as it is filled in: JSON, a list of pairs of a heading and words. No DOM here.

/** @typedef {[heading: string, words: string]} Step */

/**
 * The steps; one empty step where nothing readable is filled in.
 * @param {string} json
 * @returns {Step[]}
 */
export function stepsIn(json) {
  const steps = /** @type {Step[]} */ (read(json).filter((step) => Array.isArray(step) && step.length === 2 && step.every((part) => typeof part === "string")));
  return steps.length ? steps : [["", ""]];
}

/** @type {(json: string) => unknown[]} */
function read(json) {
  try {
    const found = JSON.parse(json);
    return Array.isArray(found) ? found : [];
  } catch {
    return [];
  }
}

/** The words of all steps, without the headings. */
export const wordsOfSteps = (/** @type {string} */ json) => stepsIn(json).map(([, words]) => words).filter(Boolean).join("\n");

/**
 * The steps in the order and under the headings of another guide. Every word stays: step by step, and the rest after the
 * last step.
 * @param {Course.StepsGuide | undefined} guide
 * @param {string} json
 * @returns {string}
 */
export function regrouped(guide, json) {
  const steps = stepsIn(json);
  /** @type {Step[]} */
  const named = (guide?.steps ?? []).map(({ heading }, place) => [heading, steps[place]?.[1] ?? ""]);
  return JSON.stringify([...named, ...steps.slice(named.length).filter(([, words]) => words)]);
}

/**
 * The steps as they are sent: those with words, or the first one where there are none.
 * @param {string} json
 */
export function sentSteps(json) {
  const steps = stepsIn(json);
  const full = steps.filter(([, words]) => words.trim());
  return (full.length ? full : steps.slice(0, 1)).map(([heading, words]) => ({ heading, words }));
}
