// Whether something is being saved: an answer is due, and takes longer than a moment.

export const SAVING_AFTER = 300; // ms that an answer may take before the page says that it is being saved

export class Saving {
  /** @type {ReturnType<typeof setTimeout> | undefined} */
  #timer;
  #tell;
  now = false;

  /** @param {() => void} tell is called when it begins to be true */
  constructor(tell) {
    this.#tell = tell;
  }

  /** An answer is due. */
  expect() {
    this.#timer ??= setTimeout(() => {
      this.now = true;
      this.#tell();
    }, SAVING_AFTER);
  }

  /** No answer is due any more. */
  rest() {
    clearTimeout(this.#timer);
    this.#timer = undefined;
    this.now = false;
  }
}
