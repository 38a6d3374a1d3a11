// Keeps the drafts of a page as long as the page is drawn.

import { useEffect, useMemo, useReducer } from "preact/hooks";
import { DraftKeeper } from "./drafts.js";

/**
 * `who` separates people who share a browser. The page is drawn again whenever the keeper changes.
 * @param {import("./connection.js").Connection} connection
 * @param {string} who
 */
export function useKeeper(connection, who) {
  const [, again] = useReducer((/** @type {number} */ count) => count + 1, 0);
  const stores = () => ({ tab: storage("sessionStorage"), local: storage("localStorage"), who });
  const keeper = useMemo(() => new DraftKeeper(connection, stores()), [connection, who]);
  useEffect(() => {
    const hurry = () => keeper.hurry();
    const end = keeper.subscribe(() => again(undefined));
    addEventListener("pagehide", hurry);
    document.addEventListener("visibilitychange", hurry);
    return () => {
      removeEventListener("pagehide", hurry);
      document.removeEventListener("visibilitychange", hurry);
      end();
      keeper.stop();
    };
  }, [keeper]);
  return keeper;
}

/** The storage; undefined if the browser refuses it. */
function storage(/** @type {"localStorage" | "sessionStorage"} */ name) {
  try {
    return window[name];
  } catch {
    return undefined;
  }
}
