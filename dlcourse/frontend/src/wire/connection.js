// A page's connection to the course: messages that wait for an answer, the newest props, and whether anybody answers.
// A host (a WebSocket or a notebook widget) says when it is open and carries the messages. No DOM here.
// Up:   {"id", …} a message · {"ping": n}
// Down: {"props"} what to draw · {"changes"} what has changed in it · {"pong": n}
//       {"answered": id, "error", "taken"} the answer to a message, and whether it was carried out

import { changed } from "./changes.js";
import { newId } from "./ids.js";
import { Pulse } from "./pulse.js";
import { Saving } from "./saving.js";
import { Unstored } from "./unstored.js";

/** @typedef {ReturnType<typeof import("./tab_storage.js").tabStorage>} TabStorage what the tab stores for a page */

const nothing = () => {};
/** @type {Page.Host} */
const NOBODY = { transmit: nothing, greeting: () => ({}), silence: nothing, refused: nothing, patient: () => false };

export class Connection {
  /** @type {Page.Host} */
  #host;
  /** @type {TabStorage} */
  #tab;
  #pulse = new Pulse(() => this.ask(), () => this.#silence());
  /** @type {Set<(now: Page.Now) => void>} */
  #listeners = new Set();
  #open = false; // the host can carry messages
  #ready = false; // the other side has answered our greeting, so it takes messages
  /** @type {string | null} */
  #greeting = null;
  #lost = false;
  #gone = false;
  #saving = new Saving(() => this.#notify());
  #met = false;
  #done = 0;
  #pings = 0;
  /** @type {Page.Now["props"]} */
  #props;
  /** @type {Course.NoticeProps | null} */
  #error = null;
  #unstored = new Unstored();
  /** @type {Set<(message: Page.Sent) => void>} */
  #heeding = new Set();

  /**
   * `tab` comes from `tabStorage`. `props` are the first props, if they came with the page.
   * @param {Partial<Page.Host>} host
   * @param {TabStorage} tab
   * @param {Page.Now["props"]} props
   */
  constructor(host, tab, props = {}) {
    this.#host = { ...NOBODY, ...host };
    this.#tab = tab;
    this.#props = props;
    if (this.#waiting.length) this.#saving.expect();
    this.#pulse.listen(); // if nobody answers at the beginning, the connection is lost as well
  }

  get name() { return this.#tab.name; }
  get begun() { return Boolean(this.#props.page) && this.#tab.place.leadsTo(this.#props.place ?? {}); } // whether its first props came with it

  /** @returns {Page.Now} what to show now; `done` counts the messages that were carried out */
  get now() {
    const busy = this.#waiting.length > 0;
    const [met, ready] = [this.#met, this.#ready];
    return { props: this.#props, state: this.#state, busy, met, ready, error: this.#error, done: this.#done };
  }

  /** @returns {Page.Now["state"]} */
  get #state() {
    if (this.#gone) return "gone";
    if (this.#lost) return "lost";
    return this.#saving.now ? "saving" : "saved";
  }

  get #waiting() { return this.#tab.outbox.entries; }

  /** Calls `listener` after each change, until the returned function is called. */
  subscribe(/** @type {(now: Page.Now) => void} */ listener) {
    this.#listeners.add(listener);
    return () => void this.#listeners.delete(listener);
  }

  /** Sends a message and returns its id. The message is stored until it is answered, whatever happens in the meantime. */
  post(/** @type {{ id?: string } & Record<string, unknown>} */ message) {
    const sent = { ...message, id: message.id ?? newId() };
    this.#tab.outbox.add(sent);
    this.#error = null;
    this.#saving.expect();
    if (this.#ready) this.#send(sent);
    this.#notify();
    return sent.id;
  }

  /** Whether this message is still waiting for its answer. */
  waits(/** @type {string | undefined} */ id) {
    return this.#waiting.some(({ message }) => message.id === id);
  }

  /**
   * Sends a message that its sender stores and nobody waits for; false if nobody is there now. `settled` is called with
   * whether it was carried out, or without a value if the answer did not come.
   */
  whisper(/** @type {Page.Sent} */ message, /** @type {(taken?: boolean) => void} */ settled) {
    if (!this.#ready) return false;
    this.#unstored.add(message.id, settled);
    this.#send(message);
    return true;
  }

  /** Calls `listener` with each message that was carried out, until the returned function is called. */
  heed(/** @type {(message: Page.Sent) => void} */ listener) {
    this.#heeding.add(listener);
    return () => void this.#heeding.delete(listener);
  }

  /** The host can carry messages (again). */
  opened() {
    this.#open = true;
    this.#greet();
  }

  /** The host cannot carry messages any more. */
  closed() {
    this.#open = false;
    this.#pulse.stop();
    this.#lose();
  }

  /** The other side is gone for good; with `false`, it has come back. */
  gone(gone = true) {
    this.#gone = gone;
    this.#notify();
  }

  /** Says where the page shall open next, for a page that knows better than what the tab stored. */
  openAt(/** @type {Record<string, unknown>} */ place) { this.#tab.place.set({ ...this.#tab.place.now, ...place }); }

  /** Asks at once whether somebody is there, for example when the person comes back to the tab. */
  ask() {
    if (!this.#open) return;
    this.#transmit({ ping: ++this.#pings });
    this.#pulse.listen();
  }

  /** Handles a message from the other side. */
  received(/** @type {Page.News} */ news) {
    const before = this.#state;
    this.#hear();
    if (news.props) this.#show(news.props);
    if (news.changes) this.#show(changed(this.#props, news.changes));
    if (news.answered !== undefined) this.#settle(news.answered, news.error, news.taken ?? !news.error);
    if (news.pong === undefined || this.#state !== before) this.#notify(); // most pongs change nothing
  }

  /** The person has read the error. */
  dismiss() {
    this.#error = null;
    this.#notify();
  }

  /** Ends the connection. Messages without an answer stay stored for the next one. */
  stop() {
    this.#host = NOBODY;
    this.#open = false;
    this.#listeners.clear();
    this.#heeding.clear();
    this.#pulse.stop();
    this.#saving.rest();
  }

  #show(/** @type {Page.Now["props"]} */ props) {
    this.#props = props;
    if (props.place) this.#tab.place.set(props.place);
  }

  #greet() {
    this.#ready = false;
    this.#greeting = newId();
    this.#send({ ...this.#host.greeting(this.#tab.place.now), id: this.#greeting });
  }

  /**
   * @param {string | null} id
   * @param {Course.NoticeProps | null | undefined} error
   * @param {boolean} taken
   */
  #settle(id, error, taken) {
    if (id && id === this.#greeting) return this.#greeted(error);
    if (this.#unstored.settle(id, taken)) return;
    const entry = this.#tab.outbox.settle(id);
    if (!entry) return; // it belongs to another view, or was answered before
    this.#error = error ?? this.#error;
    if (!this.#waiting.length) this.#saving.rest();
    if (!taken) return; // the words stay in the form; the page shows what the course refused
    this.#done += 1;
    for (const listener of this.#heeding) listener(entry.message);
  }

  #greeted(/** @type {Course.NoticeProps | null | undefined} */ error) {
    this.#greeting = null;
    this.#error = error ?? this.#error;
    if (error) this.#host.refused();
    if (!this.#open) return; // the host has closed and will try again
    this.#ready = this.#met = true;
    // The course may already have received some of them; it records each id only once.
    for (const { message } of this.#waiting) this.#transmit(message);
    if (this.#waiting.length) this.ask();
  }

  #hear() {
    this.#pulse.heard();
    this.#gone = false;
    if (!this.#lost) return;
    this.#lost = false;
    if (this.#open && !this.#greeting) this.#greet();
  }

  #silence() {
    if (this.#open && this.#host.patient()) return;
    this.#lose();
    this.#host.silence();
  }

  #lose() {
    this.#lost = true;
    this.#ready = false;
    this.#greeting = null;
    this.#unstored.lose();
    this.#notify();
  }

  #send(/** @type {object} */ message) {
    this.#transmit(message);
    this.ask(); // a ping is answered at once, however long the message itself takes
  }

  #transmit(/** @type {object} */ message) {
    try {
      this.#host.transmit(message);
    } catch {
      // If nobody answers, the pulse will notice.
    }
  }

  #notify() {
    for (const listener of this.#listeners) listener(this.now);
  }
}
