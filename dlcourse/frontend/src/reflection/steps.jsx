// The fields of an entry: its steps, each with a heading, and what is chosen from a list.

import { useLog } from "./log_context.js";
import { useId } from "../wire/page.js";

/** @typedef {[heading: string, text: string][]} WrittenSteps the steps of an entry */
/**
 * @typedef {object} StepProps a step's texts, and what changes them; `heading` is null where the guide names the step
 * @property {string} label
 * @property {string | undefined} ask
 * @property {string | null} heading
 * @property {string} text
 * @property {Course.WritingLimits} limits
 * @property {string} [labelledBy]
 * @property {boolean} locked
 * @property {Course.LogWords} words
 * @property {(value: string) => void} onHeading
 * @property {(value: string) => void} onText
 * @property {(() => void) | null} onRemove
 */

/**
 * The steps as the guide names them; whoever writes freely names their own.
 * @param {{ guide: Course.WritingGuide, steps: WrittenSteps, label: string, labelledBy?: string, locked: boolean, onChange: (steps: WrittenSteps) => void }} props
 */
export function Steps({ guide, steps, label, labelledBy, locked, onChange }) {
  const { words, limits } = useLog();
  const put = (/** @type {number} */ place, /** @type {0 | 1} */ part, /** @type {string} */ value) =>
    onChange(steps.map((step, other) => (other !== place ? step : part ? [step[0], value] : [value, step[1]])));
  const without = (/** @type {number} */ place) => onChange(steps.filter((_, other) => other !== place));
  const alone = steps.length === 1 && !steps[0][0];
  return (
    <>
      {steps.map(([heading, text], place) => (
        <Step
          key={place}
          label={alone ? label : heading || label}
          ask={guide.steps[place]?.ask}
          heading={guide.own_steps && !alone ? heading : null}
          text={text}
          limits={limits}
          labelledBy={labelledBy}
          locked={locked}
          words={words}
          onHeading={(value) => put(place, 0, value)}
          onText={(value) => put(place, 1, value)}
          onRemove={guide.own_steps && steps.length > 1 && !text ? () => without(place) : null}
        />
      ))}
      {guide.own_steps && steps.length < 20 && (
        // It has its place before there is a word, so that the form does not move while somebody types.
        <p class={steps.some(([, text]) => text) ? undefined : "dl-reserved"}>
          <button type="button" class="dl-button dl-small" onClick={() => onChange([...steps, ["", ""]])}>{words.add_step}</button>
        </p>
      )}
    </>
  );
}

/** @param {StepProps} props */
function Step({ label, ask, heading, text, limits, labelledBy, locked, words, onHeading, onText, onRemove }) {
  const id = useId();
  const named = labelledBy ? `${labelledBy} ${id}l` : `${id}l`;
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
        aria-labelledby={named}
        aria-describedby={ask ? `${id}a` : undefined}
        onInput={(event) => onText(event.currentTarget.value)}
      />
      {onRemove && <button type="button" class="dl-button dl-small" onClick={onRemove}>{words.remove_step}</button>}
    </div>
  );
}

/**
 * One of a list, with a word about the one that is chosen.
 * @param {{ label: string, value: string, note?: string, describedBy?: string, onChange: (value: string) => void, children: Page.Children }} props
 */
export function Choose({ label, value, note, describedBy, onChange, children }) {
  return (
    <label class="dl-field dl-choose">
      <span dir="auto">{label}</span>
      <select value={value} aria-describedby={describedBy} onChange={(event) => onChange(event.currentTarget.value)}>{children}</select>
      {note && <span class="dl-quiet" dir="auto">{note}</span>}
    </label>
  );
}

/** @param {Course.MenuOption} props */
export const Choice = ({ value, text }) => <option value={value}>{text}</option>;

/**
 * Principles, several at a time.
 * @param {{ value: string, onChange: (part: { principles: string }) => void }} props
 */
export function Principles({ value, onChange }) {
  const { words, principles } = useLog();
  const chosen = value.split(" ").filter(Boolean);
  const toggle = (/** @type {string} */ name, /** @type {boolean} */ on) => onChange({ principles: (on ? [...chosen, name] : chosen.filter((other) => other !== name)).join(" ") });
  return (
    <fieldset class="dl-fields">
      <legend class="dl-small-legend">{words.principles}</legend>
      <div class="dl-many">
        {principles.map(({ value: name, text }) => (
          <label key={name} class="dl-choice">
            <input type="checkbox" checked={chosen.includes(name)} onChange={(event) => toggle(name, event.currentTarget.checked)} />
            <span dir="auto">{text}</span>
          </label>
        ))}
      </div>
    </fieldset>
  );
}
