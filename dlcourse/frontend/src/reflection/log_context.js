// @ts-nocheck: this file has no types yet.
// What every part of the log may use: its words and choices, the open entry, and the drafts.

import { createContext } from "preact";
import { useContext } from "preact/hooks";

export const LogContext = createContext(null);

export const useLog = () => useContext(LogContext);
