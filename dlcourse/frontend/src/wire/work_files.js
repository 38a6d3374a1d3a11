// Handles a person's work in the browser: packs it for sending, saves it as a file, stores a copy in the browser.
// If a browser stores nothing (a private window, a full disk), there is no copy, and everything else still works.

/** The event on the document after each message that was carried out. */
export const DONE = "dlcourse:done";
/** The event on the document after everything of a person (`detail`) was erased. */
export const ERASED = "dlcourse:erased";
const OFF = "dlcourse:copies";

/**
 * The bytes, compressed, as base64 text.
 * @param {BlobPart} bytes
 */
export async function pack(bytes) {
  const small = new Blob([bytes]).stream().pipeThrough(new CompressionStream("gzip"));
  const packed = new Uint8Array(await new Response(small).arrayBuffer());
  let text = "";
  for (let at = 0; at < packed.length; at += 0x8000) text += String.fromCharCode(...packed.subarray(at, at + 0x8000));
  return btoa(text);
}

/**
 * Lets the person save a file.
 * @param {string} name
 * @param {string} text
 */
export function save(name, text) {
  const href = URL.createObjectURL(new Blob([text], { type: "application/json" }));
  Object.assign(document.createElement("a"), { href, download: name }).click();
  setTimeout(() => URL.revokeObjectURL(href), 60_000);
}

export const keepsCopies = () => attempt(() => localStorage.getItem(OFF)) !== "off";

/**
 * Turns copies in this browser on or off.
 * @param {boolean} on
 */
export function keepCopies(on) {
  attempt(() => (on ? localStorage.removeItem(OFF) : localStorage.setItem(OFF, "off")));
}

/**
 * Stores a copy of the person's work as it is now and returns it; null if there is no work or copies are off.
 * @param {string} address
 * @returns {Promise<Page.WorkCopy | null>}
 */
export async function takeCopy(address) {
  if (!keepsCopies()) return null;
  const answer = await fetch(address, { cache: "no-store" });
  const text = await answer.text();
  const { person, at, events, texts, drafts } = JSON.parse(text);
  if (!keepsCopies() || events.length + texts.length + drafts.length === 0) return null;
  const copy = { person, at, packed: await pack(text) };
  if (!keepsCopies()) return null; // turned off in the meantime
  await inStore("readwrite", (copies) => copies.put(copy));
  return copy;
}

/**
 * The newest copy of all people, or of one person; null if there is none.
 * @param {string} [person]
 * @returns {Promise<Page.WorkCopy | null>}
 */
export async function findCopy(person) {
  /** @type {Page.WorkCopy[]} */
  const all = (await inStore("readonly", (copies) => copies.getAll())) ?? [];
  const found = all.filter((copy) => person === undefined || copy.person === person);
  return found.sort((one, other) => (one.at < other.at ? 1 : -1))[0] ?? null;
}

export const dropCopy = (/** @type {string} */ person) => inStore("readwrite", (copies) => copies.delete(person));

/** Forgets whatever pages of the course keep for a tab or for this browser; whether copies are wanted stays. */
export function forget() {
  for (const storage of [() => sessionStorage, () => localStorage]) {
    attempt(() => {
      const names = Object.keys(storage()).filter((name) => name.startsWith("dlcourse:") && name !== OFF);
      for (const name of names) storage().removeItem(name);
    });
  }
}

/**
 * @template T
 * @param {() => T} step
 */
function attempt(step) {
  try {
    return step();
  } catch {
    return undefined; // this browser stores nothing
  }
}

/**
 * @template T
 * @param {IDBTransactionMode} mode
 * @param {(copies: IDBObjectStore) => IDBRequest<T>} step
 * @returns {Promise<T | undefined>}
 */
async function inStore(mode, step) {
  let base;
  try {
    base = await settled(opened());
    return await settled(step(base.transaction("copies", mode).objectStore("copies")));
  } catch {
    return undefined;
  } finally {
    base?.close();
  }
}

function opened() {
  const asked = indexedDB.open("dlcourse", 1);
  asked.onupgradeneeded = () => asked.result.createObjectStore("copies", { keyPath: "person" });
  return asked;
}

/**
 * @template T
 * @param {IDBRequest<T>} asked
 * @returns {Promise<T>}
 */
const settled = (asked) =>
  new Promise((resolve, reject) => {
    asked.onsuccess = () => resolve(asked.result);
    asked.onerror = () => reject(asked.error);
  });
