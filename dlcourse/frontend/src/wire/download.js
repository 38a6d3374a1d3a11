// Files to download. They come with the props, in base64, so that every host can hand them over; the view that asked
// for one saves it, once.

import { useEffect, useRef } from "preact/hooks";
import { newId } from "./ids.js";

/**
 * Saves the file that came with the props, where this view asked for it. Returns what asks for one: `ask` makes the
 * message, with the id that comes back with the file.
 * @param {Course.FileProps | null} taken
 * @returns {(ask: (id: string) => void) => void}
 */
export function useDownload(taken) {
  const asked = useRef(/** @type {string | null} */ (null));
  useEffect(() => {
    if (!taken || taken.ask !== asked.current) return;
    asked.current = null;
    save(taken);
  }, [taken?.ask]);
  return (ask) => ask((asked.current = newId()));
}

/** @param {Course.FileProps} file */
function save({ name, type, content }) {
  const bytes = Uint8Array.from(atob(content), (letter) => letter.charCodeAt(0));
  const address = URL.createObjectURL(new Blob([bytes], { type }));
  const link = Object.assign(document.createElement("a"), { href: address, download: name });
  link.click();
  setTimeout(() => URL.revokeObjectURL(address), 60_000); // some browsers begin to read it later
}
