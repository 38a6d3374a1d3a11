// Messages under way that the connection does not store, because their sender does. Each sender is told the result.

export class Unstored {
  /** @type {Map<string, (taken?: boolean) => void>} */
  #settled = new Map();

  /** Adds a message that is being sent. */
  add(/** @type {string} */ id, /** @type {(taken?: boolean) => void} */ settled) {
    this.#settled.set(id, settled);
  }

  /** Reports whether a message was carried out; without `taken`, no answer will come. False if it is not one of these. */
  settle(/** @type {string | null} */ id, /** @type {boolean | undefined} */ taken = undefined) {
    const settled = this.#settled.get(id ?? "");
    this.#settled.delete(id ?? "");
    settled?.(taken);
    return settled !== undefined;
  }

  /** No answer will come to any of them. */
  lose() {
    for (const id of [...this.#settled.keys()]) this.settle(id);
  }
}
