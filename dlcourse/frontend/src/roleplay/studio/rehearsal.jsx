// A rehearsal: a play of a file, which is read again as it changes.

import "../../../generated/shared.js"; // loaded later than the page, so that it does not load its parts in other files
import { useEffect, useRef } from "preact/hooks";
import { markOf, useFocus } from "../../wire/focus.js";
import { newId } from "../../wire/ids.js";
import { usePage } from "../../wire/page.js";
import { RolePlay } from "../page.jsx";

const OFTEN = 1500; // ms between two looks at the file, while the page is in view

/** @param {Course.RehearsalProps} props */
export function Rehearsal({ note, remarks, words, play }) {
  const { connection } = usePage("rehearsal");
  const box = useRef(/** @type {HTMLDivElement | null} */ (null));
  useFocus(box, play ? markOf(play) : "");
  useEffect(() => {
    const look = () => void (document.visibilityState === "visible" && connection.whisper({ say: "LookAgain", id: newId() }, () => {}));
    const timer = setInterval(look, OFTEN);
    return () => clearInterval(timer);
  }, [connection]);
  return (
    <div class="dl-rehearsal" ref={box}>
      <p class="dl-quiet" role="status"><span key={note}>{note}</span></p>
      <div role="alert">{remarks.length > 0 && (
        <ul class="dl-studio-found">
          {remarks.map(({ line, text }) => <li key={`${line} ${text}`} class="dl-studio-error" dir="auto"><b>{words.line.replace("{line}", String(line))}:</b> {text}</li>)}
        </ul>
      )}</div>
      {play && <RolePlay {...play} />}
    </div>
  );
}
