// What every part of a page can use: how to send messages, whether one is under way, what was filled in, and its place.

import { createContext } from "preact";
import { useContext, useLayoutEffect, useState } from "preact/hooks";
import { newId } from "./ids.js";

/** @type {import("preact").Context<Page.Context<any> | null>} */
export const PageContext = createContext(/** @type {Page.Context<any> | null} */ (null));

/**
 * The page around a part. The name is only for the type checker: with it, `send` and `queue` take only the messages of
 * that page.
 * @template {Page.Name} N
 * @param {N} [_name]
 * @returns {Page.Context<Course.MessagesOf[N]>}
 */
export function usePage(_name) {
  const page = useContext(PageContext);
  if (!page) throw new Error("A part of a page is drawn outside a page.");
  return page;
}

const MARK = newId().slice(0, 8);
let made = 0;

/** An id for an element. Preact numbers its own ids in each page, and a session shows several pages at once. */
export const useId = () => useState(() => `dl-${MARK}-${++made}`)[0];

/**
 * What was filled in under this name and not sent yet, stored in the tab; and a function that changes a part of it.
 * @param {string} key
 * @returns {[Record<string, any>, (part: Record<string, any>) => void]}
 */
export function useDraft(key) {
  const { keeper, slotOf } = usePage();
  const slot = slotOf(key);
  const values = () => keeper.get(slot)?.fields ?? {};
  return [values(), (part) => keeper.choose(slot, { ...values(), ...part })];
}

/**
 * What was just chosen, until the course has answered; and a function that sets it. It is set at once, because the next
 * click may come before the page is drawn again.
 * @template T
 * @returns {[T | null, (chosen: T) => void]}
 */
export function useChosen() {
  const { busy } = usePage();
  const [chosen, choose] = useState(/** @type {T | null} */ (null));
  useLayoutEffect(() => choose((last) => (busy ? last : null)), [busy]);
  return [chosen, choose];
}

/**
 * The text in a piece of HTML, for places that hold text only, such as a menu.
 * @param {string} html
 */
export function plain(html) {
  const template = document.createElement("template");
  template.innerHTML = html;
  return template.content.textContent;
}
