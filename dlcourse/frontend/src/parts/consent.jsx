// Asks once before other people's names are written down. What it guards stands below it, and opens with the tick.

import { useState } from "preact/hooks";
import { Heading } from "./parts.jsx";

/** What was ticked on this page and is not saved yet: people may look at other screens before they go on. */
const agreed = new Set();

/**
 * Nothing is asked where `consent` is null: then something was entered already.
 * @param {{ about: string, consent: Course.ConsentProps | null, children: import("preact").ComponentChildren }} props
 */
export function Consent({ about, consent, children }) {
  const [, draw] = useState(false);
  const decide = (/** @type {boolean} */ yes) => {
    agreed[yes ? "add" : "delete"](about);
    draw(yes);
  };
  if (!consent) agreed.delete(about);
  return (
    <>
      {consent && (
        <div class="dl-told dl-told-other">
          <Heading depth={2}>{consent.title}</Heading>
          <p dir="auto">{consent.text}</p>
          <label class="dl-choice">
            <input type="checkbox" checked={agreed.has(about)} onChange={(event) => decide(event.currentTarget.checked)} />
            <span dir="auto">{consent.agree}</span>
          </label>
        </div>
      )}
      {(!consent || agreed.has(about)) && children}
    </>
  );
}
