// Files to take along. They come with the props, in base64, so that every host can hand them over; the view that asked
// for one saves it, once.

import { useEffect, useRef } from "preact/hooks";
import { newId } from "./ids.js";
import { usePage } from "./page.js";

/** `taken` is what came with the props. Returns what asks for a file. */
export function useDownload(taken) {
  const { send } = usePage();
  const asked = useRef(null);
  useEffect(() => {
    if (!taken || taken.ask !== asked.current) return;
    asked.current = null;
    save(taken);
  }, [taken?.ask]);
  return (what) => {
    asked.current = newId();
    send({ say: "Fetch", ask: asked.current, ...what });
  };
}

function save({ name, type, content }) {
  const bytes = Uint8Array.from(atob(content), (letter) => letter.charCodeAt(0));
  const address = URL.createObjectURL(new Blob([bytes], { type }));
  const link = Object.assign(document.createElement("a"), { href: address, download: name });
  link.click();
  setTimeout(() => URL.revokeObjectURL(address), 60_000); // some browsers begin to read it later
}
