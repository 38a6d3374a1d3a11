// What a browser tab stores so that it survives a reload: messages not yet answered, and where the person was.
// It never fails. If the browser has no storage or a full one, the same things are only in memory.

/** @typedef {Storage | undefined} Store a storage of the browser; undefined if the browser refuses it */
/** @typedef {{ message: Page.Sent }} Waiting a message that is not answered yet */

/**
 * What is stored under this name, or `empty`. Its shape is not checked.
 * @template T
 * @param {Store} storage
 * @param {string} name
 * @param {T} empty
 * @returns {T}
 */
export function read(storage, name, empty) {
  try {
    return JSON.parse(storage?.getItem(name) ?? "null") ?? empty;
  } catch {
    return empty; // nothing readable is stored
  }
}

/**
 * Stores the value; false if that is not possible, and then it is only in memory.
 * @param {Store} storage
 * @param {string} name
 * @param {unknown} value
 */
export function write(storage, name, value) {
  if (!storage) return false;
  try {
    storage.setItem(name, JSON.stringify(value));
    return true;
  } catch {
    return false;
  }
}

/**
 * Removes what is stored under this name, if there is anything.
 * @param {Store} storage
 * @param {string} name
 */
export function remove(storage, name) {
  try {
    storage?.removeItem(name);
  } catch {
    // The browser allows no storage, so nothing was stored.
  }
}

/**
 * Everything stored under names that begin with `start`, each with the rest of its name.
 * @param {Store} storage
 * @param {string} start
 * @returns {[string, any][]}
 */
export function stored(storage, start) {
  if (!storage) return [];
  try {
    const names = Array.from({ length: storage.length }, (_, at) => storage.key(at) ?? "");
    const ours = names.filter((name) => name.startsWith(start));
    return ours.map((name) => [name.slice(start.length), read(storage, name, {})]);
  } catch {
    return []; // the browser does not allow reading it
  }
}

/** The messages that were sent, in order, each until it is answered. */
export class Outbox {
  /**
   * @param {Store} storage
   * @param {string} name
   */
  constructor(storage, name) {
    this.storage = storage;
    this.name = `${name}:outbox`;
    /** @type {Waiting[]} */
    this.entries = this.#stored();
  }

  add(/** @type {Page.Sent} */ message) {
    const entry = { message };
    this.entries = [...this.entries, entry];
    write(this.storage, this.name, [...this.#stored(), entry]);
  }

  /** Removes and returns the entry with this id; undefined if there is none. */
  settle(/** @type {string | null} */ id) {
    const entry = this.entries.find(({ message }) => message.id === id);
    if (!entry) return undefined;
    const others = (/** @type {Waiting} */ { message }) => message.id !== id;
    this.entries = this.entries.filter(others);
    write(this.storage, this.name, this.#stored().filter(others));
    return entry;
  }

  /**
   * What is in the storage now. Another view of the same page may have added something.
   * @returns {Waiting[]}
   */
  #stored() {
    const found = read(this.storage, this.name, /** @type {Waiting[]} */ ([]));
    return Array.isArray(found) ? found.filter((entry) => entry?.message?.id) : [];
  }
}

/** Where the person was on this page. What the address says takes precedence over what was stored. */
export class Place {
  /**
   * @param {Store} storage
   * @param {string} name
   * @param {Record<string, unknown>} given
   */
  constructor(storage, name, given) {
    this.storage = storage;
    this.name = `${name}:place`;
    this.given = given;
    /** @type {Record<string, unknown>} */
    this.now = { ...read(storage, this.name, {}), ...given };
  }

  /** Whether a page that opens at `place` opens where the person was: the tab has stored this place, or none. */
  leadsTo(/** @type {Record<string, unknown>} */ place) {
    const stored = read(this.storage, this.name, /** @type {Record<string, unknown> | null} */ (null));
    return stored === null || sorted(stored) === sorted(place);
  }

  set(/** @type {Record<string, unknown>} */ place) {
    this.now = { ...place, ...this.given };
    write(this.storage, this.name, place);
  }
}

const sorted = (/** @type {Record<string, unknown>} */ place) => JSON.stringify(Object.entries(place).sort());

/** What a page can be about. Of two pages with the same name, one of these differs in their places. */
const ABOUT = ["time", "scenario", "exercise", "team", "session", "part", "check", "network", "name", "aid"];

/**
 * Everything the tab stores for one page, separately for each thing that it can be about: `place` says which.
 * @param {Store} storage
 * @param {string} page
 * @param {Record<string, unknown>} given
 * @param {Record<string, unknown>} place
 */
export function tabStorage(storage, page, given = {}, place = given) {
  const about = ABOUT.map((key) => place[key]).find((value) => value !== undefined && value !== null);
  const name = ["dlcourse", page, about].filter(Boolean).join(":");
  return { name, outbox: new Outbox(storage, name), place: new Place(storage, name, given) };
}
