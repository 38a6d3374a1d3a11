// What the pages of registers have in common: what happened, and the register as it was once.

import { usePage } from "../wire/page.js";
import { when } from "../wire/times.js";
import { Button } from "../parts/parts.jsx";

/**
 * Says that this is the register as it was, and leads back.
 * @param {Course.RegisterPast} props
 */
export function Past({ note, back }) {
  const { send } = usePage();
  return (
    <div class="dl-told" role="status">
      <p dir="auto">{note}</p>
      <Button onClick={() => send({ say: "ShowStep", step: 0 })}>{back}</Button>
    </div>
  );
}

/**
 * Everything that happened; each step leads to the register as it was after it.
 * @param {Course.RegisterHistory} props
 */
export function History({ title, note, look, list }) {
  const { send } = usePage();
  return (
    <details class="dl-more">
      <summary dir="auto">{title} ({list.length})</summary>
      <p class="dl-quiet" dir="auto">{note}</p>
      <ol reversed class="dl-history">
        {list.map(({ number, text, at }) => (
          <li key={number} value={number}>
            <span dir="auto">{text}</span> <span class="dl-quiet">{when(at)}</span>{" "}
            <button type="button" class="dl-link" onClick={() => send({ say: "ShowStep", step: number })}>
              {look}<span class="dl-unseen"> ({number})</span>
            </button>
          </li>
        ))}
      </ol>
    </details>
  );
}
