// A text in steps: a guide names the steps and asks a question for each, or the writer names them.

import { useId } from "../wire/page.js";
import { stepsIn } from "./steps_values.js";

/** @typedef {import("./steps_values.js").Step} Step */
/**
 * @typedef {object} StepProps a step's texts, and what changes them; `heading` is null where the guide names the step
 * @property {string} label
 * @property {string | undefined} ask
 * @property {string | null} heading
 * @property {string} text
 * @property {Course.StepLimits} limits
 * @property {string} [labelledBy]
 * @property {boolean} locked
 * @property {Course.StepWords} words
 * @property {(value: string) => void} onHeading
 * @property {(value: string) => void} onText
 * @property {(() => void) | null} onRemove
 */

/**
 * `chosen` is the value of the guide, `labelledBy` the id of the question that the text answers. While it is `locked`,
 * nothing can be typed.
 * @param {Course.StepsField & { value: string, chosen: string, labelledBy?: string, locked: boolean, onChange: (part: Record<string, string>) => void }} props
 */
export function Steps({ name, label, guides, limits, words, value, chosen, labelledBy, locked, onChange }) {
  const guide = guides.find((each) => each.value === chosen) ?? guides[0];
  const steps = stepsIn(value);
  const alone = steps.length === 1 && !steps[0][0];
  const put = (/** @type {Step[]} */ next) => onChange({ [name]: JSON.stringify(next) });
  const replace = (/** @type {number} */ place, /** @type {Step} */ step) => put(steps.map((other, at) => (at === place ? step : other)));
  return (
    <>
      {steps.map(([heading, text], place) => (
        <WrittenStep
          key={place}
          label={alone ? label : heading || label}
          ask={guide.steps[place]?.ask}
          heading={guide.own_steps && !alone ? heading : null}
          text={text}
          limits={limits}
          labelledBy={labelledBy}
          locked={locked}
          words={words}
          onHeading={(next) => replace(place, [next, text])}
          onText={(next) => replace(place, [heading, next])}
          onRemove={guide.own_steps && steps.length > 1 && !text ? () => put(steps.filter((_, at) => at !== place)) : null}
        />
      ))}
      {guide.own_steps && steps.length < limits.steps && (
        // It has its place before there is a word, so that the form does not move while somebody types.
        <p class={steps.some(([, text]) => text) ? undefined : "dl-reserved"}>
          <button type="button" class="dl-button dl-small" onClick={() => put([...steps, ["", ""]])}>{words.add}</button>
        </p>
      )}
    </>
  );
}

/** @param {StepProps} props */
function WrittenStep({ label, ask, heading, text, limits, labelledBy, locked, words, onHeading, onText, onRemove }) {
  const id = useId();
  return (
    <div class="dl-field dl-step-field">
      {heading !== null && (
        <label class="dl-field">
          <span>{words.heading}</span>
          <input type="text" dir="auto" autocomplete="off" maxLength={limits.heading} value={heading} readOnly={locked}
            onInput={(event) => onHeading(event.currentTarget.value)} />
        </label>
      )}
      <span id={`${id}l`} dir="auto" class="dl-step-label">{label}</span>
      {ask && <span id={`${id}a`} class="dl-quiet" dir="auto">{ask}</span>}
      <textarea
        dir="auto"
        rows={4}
        maxLength={limits.words}
        value={text}
        readOnly={locked}
        aria-labelledby={labelledBy ? `${labelledBy} ${id}l` : `${id}l`}
        aria-describedby={ask ? `${id}a` : undefined}
        onInput={(event) => onText(event.currentTarget.value)}
      />
      {onRemove && <button type="button" class="dl-button dl-small" onClick={onRemove}>{words.remove}</button>}
    </div>
  );
}
