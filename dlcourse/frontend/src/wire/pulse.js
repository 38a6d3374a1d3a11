// Checks whether the other side is there: pings it after some silence, and reports if no answer comes.

export const BEAT = 5000; // ms of silence after which we ask
export const DEAF = 4000; // ms without an answer after which we assume that nobody is there

export class Pulse {
  /** @type {ReturnType<typeof setTimeout> | undefined} */
  #beat;
  /** @type {ReturnType<typeof setTimeout> | undefined} */
  #deaf;

  /**
   * `ask()` sends a ping. `silence()` is called after each ping that nobody answers.
   * @param {() => void} ask
   * @param {() => void} silence
   */
  constructor(ask, silence) {
    this.ask = ask;
    this.silence = silence;
  }

  /** Something was sent, so an answer is due. */
  listen() {
    this.#deaf ??= setTimeout(() => this.#giveUp(), DEAF);
  }

  /** Something came back. */
  heard() {
    this.stop();
    this.#wait();
  }

  stop() {
    clearTimeout(this.#beat);
    clearTimeout(this.#deaf);
    this.#deaf = undefined;
  }

  #giveUp() {
    this.stop();
    this.#wait();
    this.silence();
  }

  #wait() {
    this.#beat = setTimeout(() => this.ask(), BEAT);
  }
}
