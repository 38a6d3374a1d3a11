// Buttons that send something at a click.

import { Button } from "../parts/parts.jsx";

/** @param {{ acts: Course.SeatAct[] }} props */
export function Acts({ acts }) {
  if (acts.length === 0) return null;
  return (
    <div class="dl-row dl-live-acts">
      {acts.map(({ say, fixed, label, spoken }) => (
        <Button key={say} aria-label={spoken} message={() => /** @type {Page.Message} */ ({ say, ...fixed })}>{label}</Button>
      ))}
    </div>
  );
}
