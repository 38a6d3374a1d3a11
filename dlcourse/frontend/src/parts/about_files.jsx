// Messages about uploaded files: questions, notes, and the number of problems that are not shown.

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
