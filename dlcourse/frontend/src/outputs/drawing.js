// Draws a list of outputs into an element, and again when there are others. The old drawing stays until the new one is
// complete, so that nothing jumps.

import { drawOutput } from "./kinds.js";

/** @typedef {import("./show.js").Output} Output */

export class Drawing {
  /** @type {Output[] | null} */
  #wanted = null;
  /** @type {Promise<void> | null} */
  #running = null;
  /** @type {(() => void)[]} */
  #ends = [];

  /**
   * @param {HTMLElement} el
   * @param {import("./links.js").Links} links
   * @param {{ folded: boolean }} how `folded` says whether printed text is folded
   */
  constructor(el, links, how) {
    this.el = el;
    this.links = links;
    this.how = how;
  }

  /** Draws these outputs; of several calls meanwhile, only the last one. @param {Output[]} outputs */
  draw(outputs) {
    this.#wanted = outputs;
    this.#running ??= this.#run().finally(() => (this.#running = null));
    return this.#running;
  }

  /** Ends what the drawing keeps going. */
  end() {
    for (const end of this.#ends.splice(0)) end();
  }

  async #run() {
    while (this.#wanted) {
      const outputs = this.#wanted;
      this.#wanted = null;
      await this.#replace(outputs);
    }
  }

  /** @param {Output[]} outputs */
  async #replace(outputs) {
    const [old, before] = [[...this.el.childNodes], this.#ends.splice(0)];
    const places = outputs.map(() => Object.assign(document.createElement("div"), { className: "dl-output" }));
    for (const place of places) place.classList.add("dl-drawn-soon");
    this.el.append(...places);
    await Promise.all(outputs.map((output, at) => this.#one(places[at], output)));
    for (const end of before) end();
    for (const node of old) node.remove();
    for (const place of places) place.classList.remove("dl-drawn-soon");
  }

  /** @param {HTMLElement} place @param {Output} output */
  async #one(place, output) {
    const ends = await drawOutput(place, output, this.links, this.how);
    this.#ends.push(...ends);
  }
}
