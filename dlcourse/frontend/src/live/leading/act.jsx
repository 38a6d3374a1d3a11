// What those who lead a live session can do at a click. What cannot be taken back says first what it does.

import { useEffect, useRef, useState } from "preact/hooks";
import { Button } from "../../parts/parts.jsx";

/** @param {Course.LiveAct} act */
export const Act = (act) => (act.sure ? <Sure {...act} /> : <Plain {...act} />);

/** @param {{ acts: Course.LiveAct[] }} props */
export const Acts = ({ acts }) => (
  <div class="dl-row">{acts.map((act) => <Act key={act.say + act.label} {...act} />)}</div>
);

/** @param {Course.LiveAct} props */
const Plain = ({ say, fixed, label, spoken, primary }) => (
  <Button primary={primary} aria-label={spoken || undefined} message={() => /** @type {Page.Message} */ ({ say, ...fixed })}>
    {label}
  </Button>
);

/**
 * A button that first opens what there is to know, with the button that does it.
 * @param {Course.LiveAct} act
 */
function Sure(act) {
  const [open, show] = useState(false);
  const box = useRef(/** @type {HTMLDivElement | null} */ (null));
  useEffect(() => void (open && box.current?.querySelector("button")?.focus()), [open]);
  return (
    <details class="dl-live-sure" open={open} onToggle={(event) => show(event.currentTarget.open)}>
      <summary class={act.primary ? "dl-button dl-primary" : "dl-button"} aria-label={act.spoken || undefined}>{act.label}</summary>
      {open && <div ref={box}><p>{act.sure}</p><Plain {...act} primary /></div>}
    </details>
  );
}
