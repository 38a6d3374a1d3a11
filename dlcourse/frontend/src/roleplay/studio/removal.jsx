// The question before a person is removed who alone knows facts: who knows them then, or whether they go, too.

import { useEffect, useRef, useState } from "preact/hooks";
import { useId } from "../../wire/page.js";

/**
 * `onRemove` is told who gets the facts, empty if they are deleted; `onKeep` that nobody is removed.
 * @param {Course.PersonRemovalProps & { onRemove: (heir: string) => void, onKeep: () => void }} props
 */
export function Removal({ question, facts, heirs, heir, hand_over, delete: drop, keep, onRemove, onKeep }) {
  const [chosen, choose] = useState(heirs[0].value);
  const menu = useRef(/** @type {HTMLSelectElement | null} */ (null));
  const id = useId();
  useEffect(() => {
    menu.current?.focus({ preventScroll: true });
    menu.current?.closest(".dl-studio-ask")?.scrollIntoView({ block: "nearest" });
  }, []);
  const leave = (/** @type {KeyboardEvent} */ event) => void (event.key === "Escape" && onKeep());
  return (
    <div class="dl-studio-ask" role="group" aria-labelledby={id} onKeyDown={leave}>
      <p id={id} dir="auto"><b>{question}</b></p>
      <ul>{facts.map((fact, at) => <li key={at} dir="auto">{fact}</li>)}</ul>
      <label class="dl-field">
        <span>{heir}</span>
        <select ref={menu} value={chosen} aria-describedby={id} onChange={(event) => choose(event.currentTarget.value)}>
          {heirs.map(({ value, text }) => <option key={value} value={value}>{text}</option>)}
        </select>
      </label>
      <div class="dl-row">
        <button type="button" class="dl-button dl-primary" onClick={() => onRemove(chosen)}>{hand_over}</button>
        <button type="button" class="dl-button" onClick={() => onRemove("")}>{drop}</button>
        <button type="button" class="dl-button" onClick={onKeep}>{keep}</button>
      </div>
    </div>
  );
}
