// The widgets of a page: Jupyter's own, by Jupyter's own front end, connected to the kernel of the page.

import * as base from "@jupyter-widgets/base";
import { ManagerBase } from "@jupyter-widgets/base-manager";
import * as controls from "@jupyter-widgets/controls";
import { Comm } from "./comm.js";
import { outputClasses } from "./captured.js";

/** @typedef {{ model_name: string, model_module: string, model_module_version: string, state: any, buffers?: { path: (string | number)[], data: string }[] }} Model */
/** @typedef {import("./links.js").Message} Message */

const OURS = /^dlcourse\.widgets\./;

/** Loads the front end of anywidget, which is written for another kind of module loader. */
async function anywidget() {
  const scope = /** @type {any} */ (globalThis);
  const before = scope.define;
  /** @type {any} */
  let made;
  scope.define = (/** @type {unknown} */ _, /** @type {(...parts: unknown[]) => unknown} */ factory) => (made = factory(base));
  // @ts-expect-error it has no types
  await import("anywidget");
  scope.define = before;
  return made;
}

/** @param {string} text */
const bytes = (text) => new DataView(Uint8Array.from(atob(text), (letter) => letter.charCodeAt(0)).buffer);

export class Manager extends ManagerBase {
  /** @type {Map<string, Comm>} */
  #comms = new Map();
  /** @type {Map<string, Message>} */
  #later = new Map();
  /** @type {Record<string, () => any>} */
  #modules;

  /** @param {import("./links.js").Links} links */
  constructor(links) {
    super();
    this.kernel = links.kernel;
    let other = /** @type {Promise<any> | undefined} */ (undefined);
    const output = outputClasses(links);
    this.#modules = {
      "@jupyter-widgets/base": () => base,
      "@jupyter-widgets/controls": () => controls,
      "@jupyter-widgets/output": () => output,
      anywidget: () => (other ??= anywidget()),
    };
  }

  /**
   * Adds the widgets that are not known yet, and asks the kernel how they are now: they may have changed meanwhile.
   * @param {Record<string, Model>} models
   */
  async add(models) {
    const fresh = Object.entries(models).filter(([id]) => !this.has_model(id));
    await Promise.all(fresh.map(([id, model]) => this.#make(id, model)));
    for (const [id] of fresh) this.kernel.say(id, { method: "request_state" });
  }

  /** Asks for everything that the kernel may have said while nobody listened. */
  refresh() {
    for (const [id, comm] of this.#comms) {
      comm.answered();
      this.kernel.say(id, { method: "request_state" });
    }
  }

  /**
   * Handles a message of the kernel; resolves when it has had its effect.
   * @param {Message} message
   */
  async hear(message) {
    const { content, header, parent_header } = message;
    const comm = this.#comms.get(content.comm_id);
    if (header.msg_type === "comm_msg") await comm?.heard(message);
    else if (header.msg_type === "comm_close") this.#closed(content.comm_id, message);
    else if (header.msg_type === "comm_open") await this.#opened(message);
    else if (content.execution_state === "idle") for (const each of this.#comms.values()) each.answered(parent_header.msg_id);
  }

  /**
   * The model with this id, also if it is a page of the course that stands in another widget.
   * @param {string} id
   */
  async get_model(id) {
    const waiting = this.#later.get(id);
    this.#later.delete(id);
    if (waiting && !this.has_model(id)) await this.handle_comm_open(this.#comm(id), /** @type {any} */ (waiting));
    return super.get_model(id);
  }

  /**
   * Shows the widget in `el`. Returns a function that takes it away.
   * @param {HTMLElement} el
   * @param {string} id
   */
  async show(el, id) {
    const view = await this.create_view(await this.get_model(id));
    const { Widget } = await import("@lumino/widgets");
    Widget.attach(view.luminoWidget, el);
    return () => view.remove();
  }

  /** @param {string} name @param {string} module @returns {Promise<any>} */
  async loadClass(name, module) {
    const found = (await this.#modules[module]?.())?.[name];
    if (!found) throw new Error(`${module} ${name} cannot be shown here.`);
    return found;
  }

  /** @returns {Promise<any>} */
  async _create_comm(/** @type {string} */ _target, /** @type {string} */ id) {
    return this.#comm(id);
  }

  async _get_comm_info() {
    return {};
  }

  /** @param {string} id @param {Model} model */
  #make(id, { state, buffers = [], ...kind }) {
    base.put_buffers(state, buffers.map(({ path }) => path), buffers.map(({ data }) => bytes(data)));
    return this.new_model({ ...kind, comm: this.#comm(id) }, state);
  }

  /** @param {string} id */
  #comm(id) {
    const comm = this.#comms.get(id) ?? new Comm(this.kernel, id);
    this.#comms.set(id, comm);
    return comm;
  }

  /** @param {Message} message */
  async #opened(message) {
    const { comm_id, target_name, data } = message.content;
    if (target_name !== this.comm_target_name || this.has_model(comm_id)) return;
    // A page of the course is large, and a chart is drawn without its widget. It is made when something shows it.
    if (OURS.test(data.state?._anywidget_id)) this.#later.set(comm_id, message);
    else await this.handle_comm_open(this.#comm(comm_id), /** @type {any} */ (message));
  }

  /** @param {string} id @param {Message} message */
  #closed(id, message) {
    this.#comms.get(id)?.closed(message);
    this.#comms.delete(id);
    this.#later.delete(id);
  }
}
