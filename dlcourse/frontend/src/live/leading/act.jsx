// What those who lead a live session can do at a click. What cannot be taken back says first what it does.

import { useEffect, useLayoutEffect, useRef, useState } from "preact/hooks";
import { Button } from "../../parts/parts.jsx";

/**
 * A button. If there is suddenly something to be sure of, or no longer, another one takes its place, and the focus.
 * @param {Course.LiveAct} act
 */
export function Act(act) {
  const box = useRef(/** @type {HTMLSpanElement | null} */ (null));
  const held = box.current?.contains(document.activeElement);
  useLayoutEffect(() => {
    if (held) /** @type {HTMLElement | null | undefined} */ (box.current?.querySelector("button, summary"))?.focus();
  }, [Boolean(act.sure)]);
  return <span class="dl-live-act" ref={box}>{act.sure ? <Sure {...act} /> : <Plain {...act} />}</span>;
}

/** @param {{ acts: Course.LiveAct[] }} props */
export const Acts = ({ acts }) => (
  <div class="dl-row">{acts.map((act) => <Act key={`${act.say} ${act.fixed.minutes ?? ""}`} {...act} />)}</div>
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
