// What came of the last step, said beside the control that was used, to those who see it and to those who hear it.

import { useEffect, useRef } from "preact/hooks";

/**
 * The words come into sight, should what changed above them have pushed them away.
 * @param {{ said: Course.OutcomeProps | null, part: Course.OutcomeProps["part"] }} props
 */
export function Outcome({ said, part }) {
  const box = useRef(/** @type {HTMLDivElement | null} */ (null));
  const here = said?.part === part ? said : null;
  useEffect(() => {
    if (here) box.current?.scrollIntoView({ block: "nearest" });
  }, [here?.words]);
  return (
    <div class="dl-outcome" ref={box}>
      <p class="dl-outcome-done" role="status" dir="auto">{here?.done && <span key={here.words}>{here.words}</span>}</p>
      <p class="dl-problem" role="alert" dir="auto">{here && !here.done && <span key={here.words}>{here.words}</span>}</p>
    </div>
  );
}
