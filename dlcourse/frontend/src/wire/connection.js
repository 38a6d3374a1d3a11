// What was said and not yet answered, what came back, and whether anybody is there. The rules of the wire, apart from
// any wire: a host (a web socket, a notebook widget) says when it is open, and carries messages. No DOM here.
//
// Up:   {"id", …} a message · {"ping": n}
// Down: {"props"} what to draw · {"changes"} what has changed in it · {"pong": n}
//       {"answered": id, "error", "taken"} a message is settled, and whether it was done

import { changed } from "./changes.js";
import { newId } from "./ids.js";
import { Pulse } from "./pulse.js";

export const SAVING_AFTER = 300; // ms that an answer may take before the page says that it is being saved

const nothing = () => {};
const NOBODY = { transmit: nothing, greeting: nothing, silence: nothing, refused: nothing, patient: () => false };

export class Connection {
  #host;
  #kept;
  #pulse = new Pulse(() => this.ask(), () => this.#silence());
  #listeners = new Set();
  #open = false; // the host can carry messages
  #ready = false; // the other side has greeted us back: it takes messages
  #greeting = null;
  #lost = false;
  #gone = false;
  #slow = null; // the timer after which it is being saved, or true
  #met = false;
  #done = 0;
  #pings = 0;
  #props;
  #error = null;
  #whispers = new Map(); // what was said and is not kept here, by its id: who wants to know
  #heeding = new Set();

  /**
   * `host.transmit(message)` sends; `host.greeting(place)` is the first message; `host.refused()` hears that it was
   * refused, `host.silence()` that nobody answers, and `host.patient()` may say that this is no wonder.
   * `kept` comes from `keep`.
   */
  constructor(host, kept, props = {}) {
    this.#host = { ...NOBODY, ...host };
    this.#kept = kept;
    this.#props = props;
    if (this.#waiting.length) this.#expect();
    this.#pulse.listen(); // whoever does not answer at the very beginning is lost, too
  }

  get name() {
    return this.#kept.name;
  }

  /** What there is to show now. `done` counts the messages that were carried out. */
  get now() {
    const busy = this.#waiting.length > 0;
    const [met, ready] = [this.#met, this.#ready];
    return { props: this.#props, state: this.#state, busy, met, ready, error: this.#error, done: this.#done };
  }

  get #state() {
    if (this.#gone) return "gone";
    if (this.#lost) return "lost";
    return this.#slow === true ? "saving" : "saved";
  }

  get #waiting() {
    return this.#kept.outbox.entries;
  }

  /** Calls `listener` after each change, until the returned function is called. */
  subscribe(listener) {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }

  /** Says something. It is kept until it is answered, whatever happens meanwhile. Returns its id. */
  post(message) {
    const said = { ...message, id: message.id ?? newId() };
    this.#kept.outbox.add(said);
    this.#error = null;
    this.#expect();
    if (this.#ready) this.#send(said);
    this.#tell();
    return said.id;
  }

  /** Whether a message waits here for its answer. */
  waits(id) {
    return this.#waiting.some(({ message }) => message.id === id);
  }

  /**
   * Says something that its sayer keeps and nobody waits for; false where nobody is there now. `settled` hears whether
   * it was taken, and nothing where the answer did not come.
   */
  whisper(message, settled) {
    if (!this.#ready) return false;
    this.#whispers.set(message.id, settled);
    this.#send(message);
    return true;
  }

  /** Calls `listener` with each message that was carried out, until the returned function is called. */
  heed(listener) {
    this.#heeding.add(listener);
    return () => this.#heeding.delete(listener);
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
  received(news) {
    this.#hear();
    if (news.props) this.#show(news.props);
    if (news.changes) this.#show(changed(this.#props, news.changes));
    if ("answered" in news) this.#settle(news.answered, news.error, news.taken ?? !news.error);
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
    this.#rest();
  }

  #show(props) {
    this.#props = props;
    if (props.place) this.#kept.place.set(props.place);
  }

  #greet() {
    this.#ready = false;
    this.#greeting = newId();
    this.#send({ ...this.#host.greeting(this.#kept.place.now), id: this.#greeting });
  }

  #settle(id, error, taken) {
    if (id && id === this.#greeting) return this.#greeted(error);
    if (this.#whispers.has(id)) return this.#hush(id, taken);
    const entry = this.#kept.outbox.settle(id);
    if (!entry) return; // somebody else's, or answered before
    this.#error = error ?? this.#error;
    if (!this.#waiting.length) this.#rest();
    if (!taken) return; // the words are kept; what the course itself refuses is told by the page
    this.#done += 1;
    for (const listener of this.#heeding) listener(entry.message);
  }

  #hush(id, taken) {
    const settled = this.#whispers.get(id);
    this.#whispers.delete(id);
    settled(taken);
  }

  #greeted(error) {
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
    for (const id of [...this.#whispers.keys()]) this.#hush(id);
    this.#tell();
  }

  #send(message) {
    this.#transmit(message);
    this.ask(); // is answered at once, however long the message itself takes
  }

  #transmit(message) {
    try {
      this.#host.transmit(message);
    } catch {
      // The silence that follows will tell.
    }
  }

  #expect() {
    this.#slow ??= setTimeout(() => {
      this.#slow = true;
      this.#tell();
    }, SAVING_AFTER);
  }

  #rest() {
    if (this.#slow !== true) clearTimeout(this.#slow);
    this.#slow = null;
  }

  #tell() {
    for (const listener of this.#listeners) listener(this.now);
  }
}
