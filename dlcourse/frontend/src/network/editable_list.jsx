// Lists of what was entered, whose rows can be changed and removed. The focus is never lost with a row.

import { useLayoutEffect, useRef, useState } from "preact/hooks";
import { useId, usePage } from "../wire/page.js";
import { Button, Heading, Scroll, Submit } from "../parts/parts.jsx";

/**
 * A list whose rows can be changed and removed; what is done in it leaves the focus at its heading.
 * @param {{ title: string, columns: string[], children: Page.Children }} props
 */
export function List({ title, columns, children }) {
  const id = useId();
  return (
    <>
      <Heading depth={2} id={id} tabIndex={-1} data-list>{title}</Heading>
      <div class="dl-list">
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
 * One line to be written anew in place of a row.
 * @param {{ label: string, value: string, keep: string, cancel: string, limit: number, onKeep: (words: string) => void, onCancel: () => void, required?: boolean, choices?: string[] }} props
 */
export function Line({ label, value, keep, cancel, limit, onKeep, onCancel, required, choices }) {
  const [words, write] = useState(value);
  const id = useId();
  const input = useRef(/** @type {HTMLInputElement | null} */ (null));
  useLayoutEffect(() => input.current?.select(), []);
  const submit = (/** @type {Event} */ event) => {
    event.preventDefault();
    toList(event);
    onKeep(words);
  };
  return (
    <form class="dl-line-form" onSubmit={submit}>
      <label class="dl-field">
        <span>{label}</span>
        <input type="text" autocomplete="off" dir="auto" ref={input} list={choices ? id : undefined} required={required} maxLength={limit} value={words} onInput={(event) => write(event.currentTarget.value)} />
      </label>
      {choices && <Known id={id} words={choices} />}
      <div class="dl-row">
        <Submit>{keep}</Submit>
        <Button onClick={onCancel}>{cancel}</Button>
      </div>
    </form>
  );
}

/** @param {{ id: string, words: string[] }} props */
export const Known = ({ id, words }) => <datalist id={id}>{words.map((each) => <option key={each} value={each} />)}</datalist>;
