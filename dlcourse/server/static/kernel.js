// Talks to a kernel over its WebSocket: only Jupyter's comm messages, as ipywidgets and anywidget use them.
// It reconnects when the connection is lost. Messages that were sent meanwhile are stored and sent then.

const PROTOCOL = "5.3";
const PIECE = 0x8000; // characters that a function can be given at once

// Binary data goes up as text, and comes down behind the message: the number of parts, where each begins, the parts.
function toText(data) {
  const bytes = ArrayBuffer.isView(data) ? new Uint8Array(data.buffer, data.byteOffset, data.byteLength) : new Uint8Array(data);
  let text = "";
  for (let at = 0; at < bytes.length; at += PIECE) text += String.fromCharCode(...bytes.subarray(at, at + PIECE));
  return btoa(text);
}

function read(data) {
  if (typeof data === "string") return { buffers: [], ...JSON.parse(data) };
  const view = new DataView(data);
  const begins = Array.from({ length: view.getUint32(0) }, (_, part) => view.getUint32(4 * (part + 1)));
  const [message, ...buffers] = begins.map((begin, at) => new DataView(data, begin, (begins[at + 1] ?? data.byteLength) - begin));
  return { ...JSON.parse(new TextDecoder().decode(message)), buffers };
}

class Model {
  #listeners = new Map();
  #state;
  #changed = new Set();

  constructor(kernel, id, state) {
    this.kernel = kernel;
    this.id = id;
    this.#state = state;
  }

  get(name) {
    return this.#state[name];
  }

  set(name, value) {
    this.#state[name] = value;
    this.#changed.add(name);
  }

  save_changes() {
    const state = Object.fromEntries([...this.#changed].map((name) => [name, this.#state[name]]));
    this.#changed.clear();
    this.kernel.say(this.id, { method: "update", state, buffer_paths: [] });
  }

  send(content) {
    this.kernel.say(this.id, { method: "custom", content });
  }

  on(names, listener) {
    for (const name of names.split(" ")) this.#listeners.set(name, [...(this.#listeners.get(name) ?? []), listener]);
  }

  off(names, listener) {
    for (const name of names ? names.split(" ") : [...this.#listeners.keys()]) {
      const left = (this.#listeners.get(name) ?? []).filter((known) => listener && known !== listener);
      this.#listeners.set(name, left);
    }
  }

  heard({ method, state, content }) {
    if (method === "custom") this.#tell("msg:custom", content, []);
    if (method !== "update") return;
    Object.assign(this.#state, state);
    for (const name of Object.keys(state)) this.#tell(`change:${name}`, this, state[name]);
    this.#tell("change", this);
  }

  // The connection to the kernel was lost. It will be made again.
  cut() {
    this.#tell("cut");
  }

  // The kernel died and will not be restarted.
  gone() {
    this.#tell("gone");
  }

  #tell(name, ...news) {
    for (const listener of this.#listeners.get(name) ?? []) listener(...news);
  }
}

export class Kernel {
  #models = new Map();
  #listeners = [];
  #session = crypto.getRandomValues(new Uint32Array(4)).join("-");
  #waiting = [];
  #said = 0;
  #pause = 500;
  #socket = null;
  #met = false;
  #dead = false;

  constructor(address) {
    this.address = address;
    address.searchParams.set("session_id", this.#session);
    this.#connect();
    // The page came back from the browser's page cache: the server has closed the connection meanwhile.
    addEventListener("pageshow", (event) => event.persisted && this.#connect());
    addEventListener("online", () => this.#connect());
  }

  model(id, state) {
    const model = new Model(this, id, state);
    this.#models.set(id, model);
    this.#connect();
    // The kernel may have changed it since it was written into the page.
    model.send({ hello: {} });
    return model;
  }

  // Calls `heard` with each message, `opened` when there is a new connection, and `gone` when the kernel died.
  listen(listener) {
    this.#listeners.push(listener);
    this.#connect();
  }

  // The page has another kernel now.
  leave() {
    this.#dead = true;
    this.#socket?.close();
  }

  // Sends a message to a widget and returns its id. `buffers` are binary parts of `data`.
  say(comm_id, data, buffers = []) {
    const header = { msg_id: `${this.#session}-${this.#said++}`, msg_type: "comm_msg", session: this.#session };
    header.username = "";
    header.version = PROTOCOL;
    header.date = new Date().toISOString();
    const content = { comm_id, data };
    this.#waiting.push(
      JSON.stringify({ channel: "shell", header, parent_header: {}, metadata: {}, content, buffers: buffers.map(toText) }),
    );
    this.#flush();
    return header.msg_id;
  }

  #connect() {
    if (this.#dead || this.#socket?.readyState < WebSocket.CLOSING) return;
    if (this.#socket && !this.#models.size && !this.#listeners.length) return; // nothing on the page needs it
    const socket = new WebSocket(this.address);
    socket.binaryType = "arraybuffer";
    this.#socket = socket;
    socket.onopen = () => {
      this.#pause = 500;
      // Ask again for what the kernel said while nobody listened.
      if (this.#met) for (const model of this.#models.values()) model.send({ hello: {} });
      if (this.#met) for (const listener of this.#listeners) listener.opened();
      this.#met = true;
      this.#flush();
    };
    socket.onmessage = ({ data }) => this.#hear(read(data));
    socket.onclose = () => {
      for (const model of this.#models.values()) model.cut();
      setTimeout(() => this.#connect(), this.#later());
    };
  }

  #later() {
    this.#pause = Math.min(this.#pause * 2, 10_000);
    return this.#pause;
  }

  #flush() {
    while (this.#socket?.readyState === WebSocket.OPEN && this.#waiting.length) this.#socket.send(this.#waiting.shift());
  }

  #hear(message) {
    const { header, content } = message;
    if (header.msg_type === "comm_msg") this.#models.get(content.comm_id)?.heard(content.data);
    for (const listener of this.#listeners) listener.heard(message);
    if (content.execution_state !== "dead") return;
    this.#dead = true;
    this.#socket.close();
    for (const model of this.#models.values()) model.gone();
    for (const listener of this.#listeners) listener.gone();
  }
}
