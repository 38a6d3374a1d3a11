// What every part of the log may use: its words, and the open entry.

import { createContext } from "preact";
import { useContext } from "preact/hooks";

/** @typedef {Course.SessionLogProps | Course.WholeLogProps} Log the props of either kind of log */

export const LogContext = createContext(/** @type {Log | null} */ (null));

/** @returns {Log} */
export function useLog() {
  const log = useContext(LogContext);
  if (!log) throw new Error("A part of the log is drawn outside of it.");
  return log;
}
