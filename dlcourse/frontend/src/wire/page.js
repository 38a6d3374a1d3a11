// What every part of a page may use: `send` (one message at a time), `queue` (behind those under way), whether one is
// under way, the drafts and their keeper, the address it stands at, and `renderer`, which promises what draws charts.

import { createContext } from "preact";
import { useContext, useLayoutEffect, useState } from "preact/hooks";
import { newId } from "./ids.js";

export const PageContext = createContext(null);

export const usePage = () => useContext(PageContext);

const MARK = newId().slice(0, 8);
let made = 0;

/** An id for an element. Preact's own begin anew in each page, and a session shows several pages at once. */
export const useId = () => useState(() => `dl-${MARK}-${++made}`)[0];

/** What was filled in under this name and not sent yet, kept in the tab; and what changes one part of it. */
export function useDraft(key) {
  const { keeper, slotOf } = usePage();
  const slot = slotOf(key);
  const values = () => keeper.get(slot)?.fields ?? {};
  return [values(), (part) => keeper.choose(slot, { ...values(), ...part })];
}

/** What was just chosen, until the course has answered, and what sets it. At once: the next click may come before a paint. */
export function useChosen() {
  const { busy } = usePage();
  const [chosen, choose] = useState(null);
  useLayoutEffect(() => choose((last) => (busy ? last : null)), [busy]);
  return [chosen, choose];
}

/** The text in a piece of HTML, for places that hold text only, such as a menu. */
export function plain(html) {
  const template = document.createElement("template");
  template.innerHTML = html;
  return template.content.textContent;
}
