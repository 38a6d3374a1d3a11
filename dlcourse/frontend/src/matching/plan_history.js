// Going back from a plan to where one was: each screen of the planning page is an entry in the browser's history, if the
// page has the window for itself.

import { useEffect, useLayoutEffect, useRef } from "preact/hooks";
import { usePage } from "../wire/page.js";

/** @typedef {{ plan: string | null, team: string | null, step: "" | "new" }} Screen what is open */

/** @type {(place: Record<string, any>) => Screen} */
const screenOf = ({ plan = null, team = null, step = "" }) => ({ plan, team, step });

/** Opens what the address says, or after a reload or Back what was open here; and remembers each screen from then on. */
export function useHistory() {
  const { level, connection, queue, place } = usePage("plan");
  const alone = level === 1;
  const { met } = connection.now;
  const going = useRef(true); // the screen that comes belongs to the entry that is there
  const screen = JSON.stringify(screenOf(place));
  useLayoutEffect(() => {
    if (alone) connection.openAt({ ...place, ...screenOf(history.state?.plan ?? place) });
  }, []);
  useEffect(() => {
    if (!alone || !met) return;
    const there = screen === JSON.stringify(history.state?.plan);
    if (!there) history[going.current ? "replaceState" : "pushState"]({ plan: JSON.parse(screen) }, "");
    going.current = false;
  }, [screen, met]);
  useEffect(() => {
    if (!alone) return;
    const back = (/** @type {PopStateEvent} */ { state }) => {
      if (!state?.plan || JSON.stringify(state.plan) === screen) return;
      going.current = true;
      queue({ say: "OpenPlan", ...screenOf(state.plan) });
    };
    addEventListener("popstate", back);
    return () => removeEventListener("popstate", back);
  }, [connection, screen]);
}
