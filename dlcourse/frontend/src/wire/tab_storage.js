// @ts-nocheck: this file has no types yet.
// What a browser tab keeps over a reload: messages not yet answered, and where the person was.
// It never fails: a browser without storage, or with a full one, keeps the same things in memory.

export function read(storage, name, empty) {
  try {
    return JSON.parse(storage.getItem(name)) ?? empty;
  } catch {
    return empty; // nothing readable was kept
  }
}

/** Whether it could be written; where not, it is kept in memory only. */
export function write(storage, name, value) {
  try {
    storage.setItem(name, JSON.stringify(value));
    return true;
  } catch {
    return false;
  }
}

/** Removes it; a browser that keeps nothing has nothing to remove. */
export function remove(storage, name) {
  try {
    storage.removeItem(name);
  } catch {
    // It was never there.
  }
}

/** What is kept under names that begin so, each with the rest of its name. */
export function stored(storage, start) {
  try {
    const names = Array.from({ length: storage.length }, (_, at) => storage.key(at));
    const ours = names.filter((name) => name?.startsWith(start));
    return ours.map((name) => [name.slice(start.length), read(storage, name, {})]);
  } catch {
    return []; // a browser without storage
  }
}

/** Messages in the order in which they were said, until each is answered. */
export class Outbox {
  constructor(storage, name) {
    Object.assign(this, { storage, name: `${name}:outbox` });
    this.entries = this.#stored();
  }

  add(message) {
    const entry = { message };
    this.entries = [...this.entries, entry];
    write(this.storage, this.name, [...this.#stored(), entry]);
  }

  /** Takes out the entry with this id; undefined where there is none (any more). */
  settle(id) {
    const entry = this.entries.find(({ message }) => message.id === id);
    if (!entry) return undefined;
    const others = ({ message }) => message.id !== id;
    this.entries = this.entries.filter(others);
    write(this.storage, this.name, this.#stored().filter(others));
    return entry;
  }

  /** What is in the storage now: another view of the same page may have put something there. */
  #stored() {
    const found = read(this.storage, this.name, []);
    return Array.isArray(found) ? found.filter((entry) => entry?.message?.id) : [];
  }
}

/** Where the person was on this page; what the address itself names goes before what was kept. */
export class Place {
  constructor(storage, name, given) {
    Object.assign(this, { storage, name: `${name}:place`, given });
    this.now = { ...read(storage, this.name, {}), ...given };
  }

  set(place) {
    this.now = { ...place, ...this.given };
    write(this.storage, this.name, place);
  }
}

/** All that one page keeps, apart for each scenario, exercise, team or session that it may be about: `place` says which. */
export function keep(storage, page, given = {}, place = given) {
  const about = place.scenario ?? place.exercise ?? place.team ?? place.session;
  const name = ["dlcourse", page, about].filter(Boolean).join(":");
  return { name, outbox: new Outbox(storage, name), place: new Place(storage, name, given) };
}
