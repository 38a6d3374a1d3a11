// What a browser tab keeps over a reload: messages not yet answered, and where the person was.
// It never fails: a browser without storage, or with a full one, keeps the same things in memory.

/** @typedef {Storage | undefined} Store a storage of the browser, which may refuse to give one */
/** @typedef {{ message: Page.Sent }} Waiting a message that is not answered yet */

/**
 * What is kept under this name, or `empty`. Nothing makes sure that it has the same shape.
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
    return empty; // nothing readable was kept
  }
}

/**
 * Whether it could be written; where not, it is kept in memory only.
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
 * Removes it; a browser that keeps nothing has nothing to remove.
 * @param {Store} storage
 * @param {string} name
 */
export function remove(storage, name) {
  try {
    storage?.removeItem(name);
  } catch {
    // It was never there.
  }
}

/**
 * What is kept under names that begin so, each with the rest of its name.
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
    return []; // the browser does not let it be read
  }
}

/** Messages in the order in which they were said, until each is answered. */
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

  /** Takes out the entry with this id; undefined where there is none (any more). */
  settle(/** @type {string | null} */ id) {
    const entry = this.entries.find(({ message }) => message.id === id);
    if (!entry) return undefined;
    const others = (/** @type {Waiting} */ { message }) => message.id !== id;
    this.entries = this.entries.filter(others);
    write(this.storage, this.name, this.#stored().filter(others));
    return entry;
  }

  /**
   * What is in the storage now: another view of the same page may have put something there.
   * @returns {Waiting[]}
   */
  #stored() {
    const found = read(this.storage, this.name, /** @type {Waiting[]} */ ([]));
    return Array.isArray(found) ? found.filter((entry) => entry?.message?.id) : [];
  }
}

/** Where the person was on this page; what the address itself names goes before what was kept. */
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

  set(/** @type {Record<string, unknown>} */ place) {
    this.now = { ...place, ...this.given };
    write(this.storage, this.name, place);
  }
}

/**
 * All that one page keeps, apart for each scenario, exercise, team or session that it may be about: `place` says which.
 * @param {Store} storage
 * @param {string} page
 * @param {Record<string, unknown>} given
 * @param {Record<string, unknown>} place
 */
export function keep(storage, page, given = {}, place = given) {
  const about = place.scenario ?? place.exercise ?? place.team ?? place.session;
  const name = ["dlcourse", page, about].filter(Boolean).join(":");
  return { name, outbox: new Outbox(storage, name), place: new Place(storage, name, given) };
}
