// Lists of what was entered, whose rows can be changed and removed. The focus is never lost with a row.

import { useLayoutEffect, useRef, useState } from "preact/hooks";
import { useId, usePage } from "../wire/page.js";
import { Button, Heading, Scroll, Submit } from "../parts/parts.jsx";

/**
 * A list whose rows can be changed and removed; what is done in it leaves the focus at its heading. A long one, which has
 * a cue, scrolls in a box of its own.
 * @param {Course.EntryList & { children: Page.Children }} props
 */
export function List({ title, columns, cue, children }) {
  const id = useId();
  return (
    <>
      <Heading depth={2} id={id} tabIndex={-1} data-list>{title}</Heading>
      {cue && <p class="dl-quiet dl-cue" dir="auto">{cue}</p>}
      <div class={cue ? "dl-list dl-list-long" : "dl-list"}>
        <Scroll labelledBy={id}>
          <table>
            <thead><tr>{columns.map((column) => <th key={column} scope="col">{column}</th>)}</tr></thead>
            <tbody>{children}</tbody>
          </table>
        </Scroll>
      </div>
    </>
  );
}

/** Moves the focus to the heading of the list in which something was done. */
function toList(/** @type {Event} */ event) {
  const section = /** @type {Element} */ (event.currentTarget).closest("section");
  /** @type {HTMLElement | null | undefined} */ (section?.querySelector("[data-list]"))?.focus();
}

/**
 * What can be done with a row: named in full for who hears only the button.
 * @param {{ of: string, children: string, message?: Course.MessagesOf["network"], onClick?: () => void }} props
 */
export function RowButton({ of, children, message, onClick }) {
  const { queue } = usePage("network");
  const act = (/** @type {Event} */ event) => {
    if (message) {
      toList(event);
      queue(message);
    } else onClick?.();
  };
  return <button type="button" class="dl-button" aria-label={`${children}: ${of}`} onClick={act}>{children}</button>;
}

/**
 * A field that replaces a row while it is edited.
 * @param {Pick<Course.RowWords, "new" | "save" | "cancel"> & { value: string, limit: number, onSave: (words: string) => void, onCancel: () => void, required?: boolean, choices?: string[] }} props
 */
export function Line({ new: label, value, save, cancel, limit, onSave, onCancel, required, choices }) {
  const [words, write] = useState(value);
  const id = useId();
  const input = useRef(/** @type {HTMLInputElement | null} */ (null));
  useLayoutEffect(() => input.current?.select(), []);
  const submit = (/** @type {Event} */ event) => {
    event.preventDefault();
    toList(event);
    onSave(words);
  };
  return (
    <form class="dl-line-form" onSubmit={submit}>
      <label class="dl-field">
        <span>{label}</span>
        <input type="text" autocomplete="off" dir="auto" ref={input} list={choices ? id : undefined} required={required} maxLength={limit} value={words} onInput={(event) => write(event.currentTarget.value)} />
      </label>
      {choices && <datalist id={id}>{choices.map((each) => <option key={each} value={each} />)}</datalist>}
      <div class="dl-row">
        <Submit>{save}</Submit>
        <Button onClick={onCancel}>{cancel}</Button>
      </div>
    </form>
  );
}
