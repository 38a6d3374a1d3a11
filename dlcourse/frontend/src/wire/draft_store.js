// Where a browser stores drafts: what stands in each form, in the tab; and a copy of the words that outlives the tab, until
// the course has them. No DOM here.

import { read, remove, stored, write } from "./tab_storage.js";

/** @typedef {Record<string, string>} Fields what is filled in, by the names of the form's fields */
/** @typedef {{ draft: string, slot: string, count: number, fields: Fields, over?: string, over_count?: number }} Copy a draft as it is sent */
/**
 * @typedef {object} Begun a draft without words yet
 * @property {string} draft its id
 * @property {number} count grows with each change
 * @property {number} kept the count that the course has
 * @property {string} over the draft that it takes over, or empty
 * @property {number} over_count the count of that draft then
 * @property {boolean} [lasting] false where it is kept in the tab alone
 * @property {string} [at] when the course got it
 * @property {Fields} [sent] what was in the form when it was sent, until that is carried out
 */
/** @typedef {Begun & { fields: Fields }} Entry what stands in a form */
/** @typedef {{ draft: string, count: number }} Origin the draft that another one goes on from, and its count then */
/** @typedef {import("./tab_storage.js").Store} Store */

/**
 * The fields that were changed after the form was sent; null if none was.
 * @param {Entry} entry
 * @returns {Fields | null}
 */
export function changedSince({ fields, sent = fields }) {
  const changed = Object.entries(fields).filter(([name, value]) => value !== sent[name]);
  return changed.length > 0 ? Object.fromEntries(changed) : null;
}

export class DraftStore {
  #tab;
  #local;
  #name;

  /**
   * `tab` and `local` are storages: the tab's own, and the one that outlives it. `who` keeps people apart in both.
   * @param {{ tab: Store, local: Store, who: string }} stores
   */
  constructor({ tab, local, who }) {
    this.#tab = tab;
    this.#local = local;
    this.#name = `dlcourse:log:${who}:`;
  }

  /**
   * What stood in this form; null where nothing did.
   * @param {string} slot
   */
  entry(slot) {
    const entry = read(this.#tab, `${this.#name}slot:${slot}`, /** @type {Entry | null} */ (null));
    return entry?.fields ? entry : null;
  }

  /**
   * Stores what stands in the form; with undefined, that nothing does.
   * @param {string} slot
   * @param {Entry | undefined} entry
   */
  put(slot, entry) {
    if (entry) write(this.#tab, `${this.#name}slot:${slot}`, entry);
    else remove(this.#tab, `${this.#name}slot:${slot}`);
  }

  /**
   * Stores the copy that outlives the tab; false where that could not be done.
   * @param {Copy} copy
   */
  copy({ draft, slot, count, fields, over, over_count }) {
    return write(this.#local, `${this.#name}draft:${draft}`, { draft, slot, count, fields, over, over_count });
  }

  /**
   * The copies that are there, also from tabs that are long closed.
   * @returns {Copy[]}
   */
  copies() {
    const found = stored(this.#local, `${this.#name}draft:`);
    return found.filter(([, copy]) => copy.fields).map(([draft, copy]) => ({ ...copy, draft }));
  }

  /**
   * Removes the copy that outlives the tab, unless it has gone further than `count`.
   * @param {string} draft
   */
  forget(draft, count = Infinity) {
    const copy = read(this.#local, `${this.#name}draft:${draft}`, /** @type {Copy | null} */ (null));
    if (copy && copy.count <= count) remove(this.#local, `${this.#name}draft:${draft}`);
  }
}
