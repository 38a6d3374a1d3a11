// Finds out whether anybody is there: asks after a while of silence, and gives up when no answer comes.

export const BEAT = 5000; // ms of silence after which we ask
export const DEAF = 4000; // ms without an answer after which nobody is there

export class Pulse {
  /** @type {ReturnType<typeof setTimeout> | undefined} */
  #beat;
  /** @type {ReturnType<typeof setTimeout> | undefined} */
  #deaf;

  /**
   * `ask()` asks; `silence()` is told, again after each unanswered question, that nobody answers.
   * @param {() => void} ask
   * @param {() => void} silence
   */
  constructor(ask, silence) {
    this.ask = ask;
    this.silence = silence;
  }

  /** Something was asked or said: an answer is due. */
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
