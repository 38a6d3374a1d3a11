// Talks to a kernel over its WebSocket: only Jupyter's comm messages, as ipywidgets and anywidget use them.
// It reconnects when the connection is lost. Messages that were sent meanwhile are stored and sent then.

const PROTOCOL = "5.3";

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

  // The page has another kernel now.
  leave() {
    this.#dead = true;
    this.#socket?.close();
  }

  say(comm_id, data) {
    const header = { msg_id: `${this.#session}-${this.#said++}`, msg_type: "comm_msg", session: this.#session };
    header.username = "";
    header.version = PROTOCOL;
    header.date = new Date().toISOString();
    const content = { comm_id, data };
    this.#waiting.push(
      JSON.stringify({ channel: "shell", header, parent_header: {}, metadata: {}, content, buffers: [] }),
    );
    this.#flush();
  }

  #connect() {
    if (this.#dead || this.#socket?.readyState < WebSocket.CLOSING) return;
    if (this.#socket && !this.#models.size) return; // no exercise needs it
    const socket = new WebSocket(this.address);
    this.#socket = socket;
    socket.onopen = () => {
      this.#pause = 500;
      // Ask again for what the kernel said while nobody listened.
      if (this.#met) for (const model of this.#models.values()) model.send({ hello: {} });
      this.#met = true;
      this.#flush();
    };
    socket.onmessage = ({ data }) => this.#hear(JSON.parse(data));
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

  #hear({ header, content }) {
    if (header.msg_type === "comm_msg") this.#models.get(content.comm_id)?.heard(content.data);
    else if (content.execution_state === "dead") {
      this.#dead = true;
      this.#socket.close();
      for (const model of this.#models.values()) model.gone();
    }
  }
}
