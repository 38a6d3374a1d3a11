// Saves downloaded files. They come with the props, in base64, so that every host can deliver them. Only the view that
// asked for a file saves it, once.

import { useEffect, useRef } from "preact/hooks";
import { newId } from "./ids.js";

/**
 * Saves the file in the props if this view asked for it. Returns a function that asks for a file: `ask` gets the id that
 * will come back with the file, and sends the message.
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
  setTimeout(() => URL.revokeObjectURL(address), 60_000); // some browsers start reading it later
}
