// Messages on their way that the connection does not keep, because whoever sent them does: who hears how each ended.

export class Unstored {
  /** @type {Map<string, (taken?: boolean) => void>} */
  #settled = new Map();

  /** Adds a message that is sent now. */
  add(/** @type {string} */ id, /** @type {(taken?: boolean) => void} */ settled) {
    this.#settled.set(id, settled);
  }

  /** Says how a message ended, or with nothing that its answer will not come. False where it is none of these. */
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
