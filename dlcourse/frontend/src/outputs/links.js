// What the outputs of a page have to do with its kernel: the widgets that they show, the messages in which more output
// comes, and the displays that are updated later.

/** @typedef {{ header: { msg_type: string }, parent_header: { msg_id?: string }, content: any, metadata?: any, buffers?: DataView[] }} Message */
/** @typedef {{ heard(message: Message): void, opened(): void, gone(): void }} Listener */
/** @typedef {{ say(comm: string, data: any, buffers?: any[]): string, listen(listener: Listener): void }} Kernel */

const CAPTURED = new Set(["stream", "display_data", "execute_result", "error", "clear_output"]);

export class Links {
  /** @type {Promise<import("./manager.js").Manager> | null} */
  #manager = null;
  #chain = Promise.resolve();
  /** @type {Map<string, (message: Message) => void>} */
  #captures = new Map();
  /** @type {Map<string, Set<(output: any) => void>>} */
  #displays = new Map();

  /** @param {Kernel} kernel */
  constructor(kernel) {
    this.kernel = kernel;
    kernel.listen({
      heard: (message) => this.#next(() => this.#hear(message)),
      opened: () => this.#next(async () => (await this.#manager)?.refresh()),
      gone: () => this.#next(async () => (await this.#manager)?.disconnect()),
    });
  }

  /** The manager of the page's widgets, loaded when the first one is needed. */
  get manager() {
    this.#manager ??= import("./manager.js").then(({ Manager }) => new Manager(this));
    return this.#manager;
  }

  /**
   * Makes widgets known that outputs may show. The kernel then says how they are now.
   * @param {import("./show.js").Models} models
   */
  async know(models) {
    if (Object.keys(models).length) await (await this.manager).add(models);
  }

  /**
   * Gives `take` the output that a message leads to, until the returned function is called.
   * @param {string} id the id of the message
   * @param {(message: Message) => void} take
   */
  capture(id, take) {
    this.#captures.set(id, take);
    return () => void (this.#captures.get(id) === take && this.#captures.delete(id));
  }

  /**
   * Gives `redraw` each new version of a display, until the returned function is called.
   * @param {string} id
   * @param {(output: any) => void} redraw
   */
  display(id, redraw) {
    const all = this.#displays.get(id) ?? new Set();
    this.#displays.set(id, all.add(redraw));
    return () => void all.delete(redraw);
  }

  // One message after the other: a widget that captures output has to know it before the output comes.
  #next(/** @type {() => Promise<void> | void} */ step) {
    this.#chain = this.#chain.then(step).catch((fault) => console.warn(fault));
  }

  /** @param {Message} message */
  async #hear(message) {
    const { msg_type } = message.header;
    if (CAPTURED.has(msg_type)) this.#captures.get(message.parent_header.msg_id ?? "")?.(message);
    else if (msg_type === "update_display_data") {
      for (const redraw of this.#displays.get(message.content.transient?.display_id) ?? []) redraw(message.content);
    } else await (await this.#manager)?.hear(message);
  }
}
