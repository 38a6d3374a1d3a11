// One connection to the course: messages that wait for an answer, the newest props, and whether anybody answers. A host (a
// web socket or a notebook widget) says when it is open and carries the messages. No DOM here.
// Up:   {"id", …} a message · {"ping": n}
// Down: {"props"} what to draw · {"changes"} what has changed in it · {"pong": n}
//       {"answered": id, "error", "taken"} a message is settled, and whether it was done

import { changed } from "./changes.js";
import { newId } from "./ids.js";
import { Pulse } from "./pulse.js";
import { Saving } from "./saving.js";
import { Unstored } from "./unstored.js";

/** @typedef {ReturnType<typeof import("./tab_storage.js").keep>} Kept what a tab keeps of a page */

const nothing = () => {};
/** @type {Page.Host} */
const NOBODY = { transmit: nothing, greeting: () => ({}), silence: nothing, refused: nothing, patient: () => false };

export class Connection {
  /** @type {Page.Host} */
  #host;
  /** @type {Kept} */
  #kept;
  #pulse = new Pulse(() => this.ask(), () => this.#silence());
  /** @type {Set<(now: Page.Now) => void>} */
  #listeners = new Set();
  #open = false; // the host can carry messages
  #ready = false; // the other side has greeted us back: it takes messages
  /** @type {string | null} */
  #greeting = null;
  #lost = false;
  #gone = false;
  #saving = new Saving(() => this.#tell());
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
   * `kept` comes from `keep`; `props` are there already, where they came with the page.
   * @param {Partial<Page.Host>} host
   * @param {Kept} kept
   * @param {Page.Now["props"]} props
   */
  constructor(host, kept, props = {}) {
    this.#host = { ...NOBODY, ...host };
    this.#kept = kept;
    this.#props = props;
    if (this.#waiting.length) this.#saving.expect();
    this.#pulse.listen(); // whoever does not answer at the very beginning is lost, too
  }

  get name() {
    return this.#kept.name;
  }

  /** @returns {Page.Now} what there is to show now; `done` counts the messages that were carried out */
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

  get #waiting() {
    return this.#kept.outbox.entries;
  }

  /** Calls `listener` after each change, until the returned function is called. */
  subscribe(/** @type {(now: Page.Now) => void} */ listener) {
    this.#listeners.add(listener);
    return () => void this.#listeners.delete(listener);
  }

  /** Says something. It is kept until it is answered, whatever happens meanwhile. Returns its id. */
  post(/** @type {{ id?: string } & Record<string, unknown>} */ message) {
    const said = { ...message, id: message.id ?? newId() };
    this.#kept.outbox.add(said);
    this.#error = null;
    this.#saving.expect();
    if (this.#ready) this.#send(said);
    this.#tell();
    return said.id;
  }

  /** Whether a message waits here for its answer. */
  waits(/** @type {string | undefined} */ id) {
    return this.#waiting.some(({ message }) => message.id === id);
  }

  /**
   * Says something that its sayer keeps and nobody waits for; false where nobody is there now. `settled` hears whether
   * it was taken, and nothing where the answer did not come.
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

  /** The other side is gone for good, or, with `false`, has come back. */
  gone(gone = true) {
    this.#gone = gone;
    this.#tell();
  }

  /** Asks now whether somebody is there, for instance when the person comes back to the tab. */
  ask() {
    if (!this.#open) return;
    this.#transmit({ ping: ++this.#pings });
    this.#pulse.listen();
  }

  /** Takes in what the other side said. */
  received(/** @type {Page.News} */ news) {
    this.#hear();
    if (news.props) this.#show(news.props);
    if (news.changes) this.#show(changed(this.#props, news.changes));
    if (news.answered !== undefined) this.#settle(news.answered, news.error, news.taken ?? !news.error);
    this.#tell();
  }

  /** The person has read the error. */
  dismiss() {
    this.#error = null;
    this.#tell();
  }

  /** Ends it; what was not answered stays kept for the next one. */
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
    if (props.place) this.#kept.place.set(props.place);
  }

  #greet() {
    this.#ready = false;
    this.#greeting = newId();
    this.#send({ ...this.#host.greeting(this.#kept.place.now), id: this.#greeting });
  }

  /**
   * @param {string | null} id
   * @param {Course.NoticeProps | null | undefined} error
   * @param {boolean} taken
   */
  #settle(id, error, taken) {
    if (id && id === this.#greeting) return this.#greeted(error);
    if (this.#unstored.settle(id, taken)) return;
    const entry = this.#kept.outbox.settle(id);
    if (!entry) return; // somebody else's, or answered before
    this.#error = error ?? this.#error;
    if (!this.#waiting.length) this.#saving.rest();
    if (!taken) return; // the words are kept; what the course itself refuses is told by the page
    this.#done += 1;
    for (const listener of this.#heeding) listener(entry.message);
  }

  #greeted(/** @type {Course.NoticeProps | null | undefined} */ error) {
    this.#greeting = null;
    this.#error = error ?? this.#error;
    if (error) this.#host.refused();
    if (!this.#open) return; // the host hung up and will try again
    this.#ready = this.#met = true;
    // Each was perhaps heard before; the course records one id once.
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
    this.#tell();
  }

  #send(/** @type {object} */ message) {
    this.#transmit(message);
    this.ask(); // is answered at once, however long the message itself takes
  }

  #transmit(/** @type {object} */ message) {
    try {
      this.#host.transmit(message);
    } catch {
      // The silence that follows will tell.
    }
  }

  #tell() {
    for (const listener of this.#listeners) listener(this.now);
  }
}
