// How long the meeting has been going on, and whether the step that is shown is still in its time.

import { useEffect, useMemo, useState } from "preact/hooks";
import { minutes } from "../wire/times.js";

const MINUTE = 60_000;

/** @param {Course.RunTimer} props */
export function RunTimer({ running, ends, words }) {
  const began = useMemo(() => performance.now(), [running]);
  const [, tick] = useState(0);
  useEffect(() => {
    if (running === null) return;
    const clock = setInterval(() => tick((count) => count + 1), 1000);
    return () => clearInterval(clock);
  }, [running === null]);
  if (running === null) return <p class="dl-run-timer">{words.not_begun}</p>;
  const elapsed = running + performance.now() - began;
  const left = ends * MINUTE - elapsed;
  return (
    <p class="dl-run-timer" role="timer">
      <b>{words.elapsed.replace("{time}", minutes(elapsed))}</b>
      {ends > 0 && (
        <span class={left < 0 ? "dl-run-over" : ""}>{(left < 0 ? words.over : words.left).replace("{time}", minutes(Math.abs(left)))}</span>
      )}
    </p>
  );
}
