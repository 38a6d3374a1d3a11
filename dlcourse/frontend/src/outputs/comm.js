// One widget's connection to the kernel, in the shape that Jupyter's widgets expect.

/** @typedef {import("@jupyter-widgets/base").ICallbacks} Callbacks */
/** @typedef {import("./links.js").Message} Message */

const IDLE = /** @type {any} */ ({ header: { msg_type: "status" }, content: { execution_state: "idle" } });

export class Comm {
  target_name = "jupyter.widget";
  /** @type {Map<string, Callbacks>} */
  #waiting = new Map();
  /** @type {(message: Message) => any} */
  #heard = () => {};
  /** @type {(message: Message) => any} */
  #closed = () => {};

  /** @param {import("./links.js").Kernel} kernel @param {string} comm_id */
  constructor(kernel, comm_id) {
    this.kernel = kernel;
    this.comm_id = comm_id;
  }

  /** A page opens no connection: only the kernel makes widgets. @returns {string} */
  open() {
    throw new Error("Widgets are made by the kernel.");
  }

  /** @param {any} data @param {Callbacks} [callbacks] @param {any} [_metadata] @param {any[]} [buffers] */
  send(data, callbacks, _metadata, buffers) {
    const id = this.kernel.say(this.comm_id, data, buffers);
    if (callbacks?.iopub?.status) this.#waiting.set(id, callbacks);
    return id;
  }

  /** The kernel learns from nobody that a view was closed. */
  close() {
    return "";
  }

  /** @param {(message: any) => any} listener */
  on_msg(listener) {
    this.#heard = listener;
  }

  /** @param {(message: any) => any} listener */
  on_close(listener) {
    this.#closed = listener;
  }

  /** @param {Message} message */
  heard(message) {
    return this.#heard(message);
  }

  /** @param {Message} message */
  closed(message) {
    this.#closed(message);
  }

  /** The kernel is done with the message `id`; without one, with all that it ever got. @param {string} [id] */
  answered(id) {
    for (const one of id === undefined ? [...this.#waiting.keys()] : [id]) {
      const callbacks = this.#waiting.get(one);
      this.#waiting.delete(one);
      callbacks?.iopub?.status?.(IDLE);
    }
  }
}
