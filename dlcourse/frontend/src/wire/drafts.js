// What is filled in to a form and not sent yet. Choices are kept in this tab, over a reload. Words are written down in
// this browser at once, sent to the course after a pause, and sent again until it has them; then this browser forgets
// them. No DOM here.
//
// A form has a slot. What is typed into it is one draft from when the page was opened; a page opened later, also a copy
// of this tab, begins one of its own that takes the earlier one over. So two tabs never write into the same draft.

import { DraftStore, changedSince } from "./draft_store.js";
/** @import { Begun, Copy, Entry, Fields, Origin } from "./draft_store.js" */
import { newId } from "./ids.js";
import { seldom } from "./times.js";

export const PAUSE = 500; // ms without typing after which words are sent
export const LATEST = 1500; // ms of typing after which they are sent anyhow
export const AGAIN = 5000; // ms after which what was refused is tried again
const ASK = 200; // ms between two questions whether anybody is there, while somebody types

export class DraftKeeper {
  #connection; #store;
  #keeps; // whether the course keeps drafts of this page
  /** @type {Map<string, Entry>} */ #slots = new Map(); // what stands in each form; kept in the tab, too
  /** @type {Set<string>} */ #begun = new Set(); // the drafts that were begun since the page was opened
  /** @type {Map<string, number>} */ #under = new Map(); // the count that is under way, by draft
  /** @type {Map<string, ReturnType<typeof setTimeout>>} */ #timers = new Map();
  /** @type {Map<string, number>} */ #since = new Map(); // when the first word that is not sent yet was typed, by slot
  /** @type {Set<string>} */ #refused = new Set();
  /** @type {Set<string>} */ #done = new Set(); // slots whose words were said, until something new is filled in
  /** @type {Map<string, string>} */ #claimed = new Map(); // the slot that a command is from, by its id
  #fragile = false; #ready = false; #shown = new Set(); // the slots of the forms of this page
  /** @type {Set<() => void>} */ #listeners = new Set();
  #ends; #ask = seldom(ASK, () => this.#connection.ask());

  /**
   * `stores` are those of `DraftStore`; `who` is empty on a page whose drafts the course does not keep.
   * @param {import("./connection.js").Connection} connection
   * @param {ConstructorParameters<typeof DraftStore>[0]} stores
   */
  constructor(connection, stores) {
    this.#connection = connection;
    this.#store = new DraftStore(stores);
    this.#keeps = stores.who !== "";
    this.#ends = [connection.subscribe(() => this.#listen()), connection.heed((message) => this.#said(message.id))];
    this.#listen();
  }

  /** What stands in this form, which is one of this page; undefined where nothing was filled in. */
  get(/** @type {string} */ slot) {
    this.#shown.add(slot);
    if (!this.#slots.has(slot)) {
      const entry = this.#store.entry(slot);
      if (entry) {
        this.#slots.set(slot, entry);
        this.#soon(slot, 0); // what this tab had not sent before it was loaded again
      }
    }
    return this.#slots.get(slot);
  }

  /**
   * The id for the command that sends what is in the form now. Once that is carried out, the form is empty, apart from
   * what was changed in the meantime. A copy of this tab sends the same words under the same id; a choice gets a new one.
   * `kept` is the draft of the course's that is in the form, if nothing was filled in here.
   * @param {string} slot
   * @param {string} [kept]
   */
  claim(slot, kept) {
    const before = this.get(slot);
    if (before?.lasting === false && !this.#begun.has(before.draft)) this.choose(slot, before.fields);
    const entry = this.get(slot);
    if (entry) this.#set(slot, { ...entry, sent: entry.fields });
    const id = entry?.draft ?? kept ?? newId();
    this.#claimed.set(id, slot);
    return id;
  }

  /** Something was chosen in a form without words: it is kept in the tab alone. */
  choose(/** @type {string} */ slot, /** @type {Fields} */ fields) {
    const before = this.get(slot);
    const entry = before && this.#begun.has(before.draft) ? before : { ...this.#begin(), lasting: false };
    this.#set(slot, { ...entry, fields, count: entry.count + 1 });
    this.#done.delete(slot);
    this.#tell();
  }

  /**
   * Words were typed; on a page that keeps no drafts in the course they are kept in the tab. `from` is the draft of the
   * course's that stood in the form before.
   * @param {string} slot
   * @param {Fields} fields
   * @param {Origin} [from]
   */
  change(slot, fields, from) {
    if (!this.#keeps) return this.choose(slot, fields);
    const before = this.get(slot);
    const entry = before && this.#begun.has(before.draft) ? before : this.#begin(before ?? from);
    const next = { ...entry, fields, count: entry.count + 1, lasting: true };
    this.#set(slot, next);
    this.#fragile = !this.#store.copy({ ...next, slot });
    if (entry !== before && before) this.#store.forget(before.draft);
    this.#done.delete(slot);
    const since = this.#since.get(slot) ?? Date.now();
    this.#since.set(slot, since);
    this.#soon(slot, Math.min(PAUSE, Math.max(0, since + LATEST - Date.now())));
    this.#ask();
    this.#tell();
  }

  /** Puts another draft of the course's into the form; what stood there goes on being a draft by itself. */
  take(/** @type {string} */ slot, /** @type {Course.DraftCard} */ card) {
    this.#send(slot);
    this.#set(slot, undefined);
    this.change(slot, card.fields, card);
  }

  /** Forgets what stands in the form. */
  drop(/** @type {string} */ slot) {
    const draft = this.get(slot)?.draft;
    this.#set(slot, undefined);
    if (draft) this.#store.forget(draft);
    this.#tell();
  }

  /**
   * How what stands in the form is kept: the name of a sentence, and when. `card` is the course's own draft, if any.
   * @param {string} slot
   * @param {Course.DraftCard} [card]
   * @returns {{ name: string, at?: string } | null}
   */
  state(slot, card) {
    const entry = this.get(slot);
    if (entry?.lasting === false) return null;
    if (this.#connection.waits(entry?.draft ?? card?.draft)) return { name: "sending" };
    if (!entry && card) return { name: "kept", at: card.at };
    if (!entry) return this.#done.has(slot) ? { name: "said" } : null;
    if (entry.kept >= entry.count) return { name: "kept", at: entry.at };
    if (["lost", "gone"].includes(this.#connection.now.state)) return { name: this.#fragile ? "lost_fragile" : "lost" };
    if (this.#refused.has(entry.draft)) return { name: "refused" };
    return { name: this.#under.has(entry.draft) ? "keeping" : "waiting" };
  }

  /** Whether words stand in some form of this page that were not sent; `cards` are drafts that the course keeps. */
  holds = (/** @type {Course.DraftCard[]} */ cards) => cards.some(({ slot }) => this.#shown.has(slot)) || [...this.#slots.values()].some(({ lasting }) => lasting !== false);

  /** Sends at once what is not sent yet: the page may be about to close. */
  hurry() { for (const slot of this.#slots.keys()) this.#send(slot); }

  subscribe(/** @type {() => void} */ listener) {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }

  /** Ends it; what was not delivered stays in the storages for the next one. */
  stop() {
    this.hurry();
    for (const end of this.#ends) end();
    for (const timer of this.#timers.values()) clearTimeout(timer);
    this.#listeners.clear();
  }

  /** @returns {Begun} */
  #begin(/** @type {Origin | undefined} */ from = undefined) {
    const draft = newId();
    this.#begun.add(draft);
    return { draft, count: 0, kept: 0, over: from?.draft ?? "", over_count: from?.count ?? 0 };
  }

  #set(/** @type {string} */ slot, /** @type {Entry | undefined} */ entry) {
    if (entry) this.#slots.set(slot, entry);
    else this.#slots.delete(slot);
    this.#store.put(slot, entry);
  }

  #soon(/** @type {string} */ slot, /** @type {number} */ wait) {
    clearTimeout(this.#timers.get(slot));
    this.#timers.set(slot, setTimeout(() => this.#send(slot), wait));
  }

  #send(/** @type {string} */ slot) {
    clearTimeout(this.#timers.get(slot));
    const entry = this.#slots.get(slot);
    if (entry && entry.lasting !== false && !(entry.kept >= entry.count)) this.#deliver({ ...entry, slot });
  }

  /** Sends a draft as it is now, unless an earlier state of it is under way: its answer will bring us back. */
  #deliver(/** @type {Copy} */ { draft, slot, count, fields, over = "", over_count = 0 }) {
    if (this.#under.has(draft)) return;
    if (this.#connection.waits(draft)) return this.#soon(slot, PAUSE); // it is being said; if that is refused, it is kept
    const message = { say: "KeepDraft", id: newId(), draft, slot, count, fields, over, over_count };
    if (this.#connection.whisper(message, (taken) => this.#settled(message, taken))) {
      this.#under.set(draft, count);
      this.#since.delete(slot);
    }
  }

  #settled(/** @type {Copy} */ { draft, slot, count }, /** @type {boolean | undefined} */ taken) {
    this.#under.delete(draft);
    const entry = this.#slots.get(slot);
    const ours = entry?.draft === draft ? entry : undefined;
    this.#refused[taken === false ? "add" : "delete"](draft);
    if (taken) {
      if (ours) this.#set(slot, { ...ours, kept: count, at: new Date().toISOString() });
      this.#store.forget(draft, count);
    }
    if (ours && ours.count > count) this.#soon(slot, 0);
    else if (ours && taken === false) this.#soon(slot, AGAIN);
    this.#tell();
  }

  /** The command that a draft was for was carried out: it is no draft any more. */
  #said(/** @type {string} */ draft) {
    const claimed = this.#claimed.get(draft);
    if (claimed !== undefined) this.#done.add(claimed);
    this.#claimed.delete(draft);
    for (const [slot, entry] of this.#slots) {
      if (entry.draft !== draft) continue;
      this.#done.add(slot);
      this.drop(slot);
      this.#leave(entry);
      this.#goOn(slot, entry);
    }
    this.#store.forget(draft);
    this.#tell();
  }

  /** Keeps in the form what was changed after it was sent: a person may have begun the next answer before this one arrived. */
  #goOn(/** @type {string} */ slot, /** @type {Entry} */ entry) {
    const since = changedSince(entry);
    if (since) this[entry.lasting === false ? "choose" : "change"](slot, since);
  }

  /** What was said before it was ever kept has replaced no draft yet: the one that it went on from is put away now. */
  #leave(/** @type {Entry} */ { kept, over, over_count }) {
    if (over && over_count && !kept) this.#connection.post({ say: "DropDraft", draft: over, count: over_count });
  }

  /** Whoever has come back hears everything that is not delivered, also from tabs that are long closed. */
  #listen() {
    const { ready } = this.#connection.now;
    if (ready && !this.#ready) {
      this.hurry();
      for (const copy of this.#store.copies()) this.#deliver(copy);
    }
    this.#ready = ready;
    this.#tell();
  }

  #tell() {
    for (const listener of this.#listeners) listener();
  }
}
