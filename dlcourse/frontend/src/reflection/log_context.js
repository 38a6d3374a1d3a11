// @ts-nocheck: this file has no types yet.
// What every part of the log may use: its words and choices, the open entry, the drafts, and their keeper.

import { createContext } from "preact";
import { useContext } from "preact/hooks";

export const LogContext = createContext(null);

export const useLog = () => useContext(LogContext);
