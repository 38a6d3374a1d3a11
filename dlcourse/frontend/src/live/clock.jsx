// The clock of a phase. It goes by the server's time: what the device's own clock says does not matter.

import { useEffect, useMemo, useState } from "preact/hooks";
import { minutes } from "../wire/times.js";

/**
 * How many milliseconds are left; null without a timer. It is counted from the moment at which the timer was received.
 * @param {Course.TimerProps | null} timer
 */
export function useLeft(timer) {
  const began = useMemo(() => performance.now(), [timer?.now, timer?.until, timer?.left]);
  const [, tick] = useState(0);
  const runs = timer !== null && timer.until !== null;
  useEffect(() => {
    if (!runs) return;
    const clock = setInterval(() => tick((count) => count + 1), 500);
    return () => clearInterval(clock);
  }, [runs]);
  if (!timer) return null;
  return timer.until === null ? timer.left : Math.max(0, timer.until - timer.now - (performance.now() - began));
}

/**
 * The clock in words. A screen reader reads it when one asks for it, and not every second.
 * @param {{ clock: Course.LiveClockProps }} props
 */
export function Clock({ clock: { timer, left, paused, over } }) {
  const rest = useLeft(timer);
  const stopped = !timer || timer.until === null;
  const words = stopped ? paused : rest ? left : over;
  return (
    <span class={`dl-live-clock${!stopped && !rest ? " dl-live-over" : ""}`} role="timer">
      {words.replace("{time}", minutes(rest ?? 0))}
    </span>
  );
}
