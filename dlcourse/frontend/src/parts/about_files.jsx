// What is asked before other people's names are entered, and messages about uploaded files.

import { useState } from "preact/hooks";
import { Heading } from "./parts.jsx";
import { useId } from "../wire/page.js";

/**
 * Notes and questions about names and files; nothing if there are none.
 * @param {{ about: Course.AboutFilesProps | null }} props
 */
export function AboutFiles({ about }) {
  const id = useId();
  if (!about) return null;
  return (
    <section class="dl-told dl-told-other" aria-labelledby={id}>
      <Heading depth={1} id={id}>{about.title}</Heading>
      <ul>{about.items.map((item) => <li key={item} dir="auto">{item}</li>)}</ul>
    </section>
  );
}

/**
 * How many problems are not shown, and a button to download all of them.
 * @param {{ more: Course.MoreProblemsProps | null, onDownload: () => void }} props
 */
export function MoreProblems({ more, onDownload }) {
  return more && (
    <p dir="auto">
      {more.text} <button type="button" class="dl-button" onClick={onDownload}>{more.label}</button>
    </p>
  );
}

/** What was ticked on this page and is not saved yet: people may look at other screens before they go on. */
const agreed = new Set();

/**
 * Asks once. What it guards stands below it, and opens with the tick. Nothing is asked where `consent` is null: then something was entered already.
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
        <div class="dl-told">
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
