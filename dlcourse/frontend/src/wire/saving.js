// Whether something is being saved: an answer is due and takes longer than `SAVING_AFTER`.

export const SAVING_AFTER = 300; // ms that an answer may take before the page says that it is being saved

export class Saving {
  /** @type {ReturnType<typeof setTimeout> | undefined} */
  #timer;
  #notify;
  now = false;

  /** @param {() => void} notify is called when saving starts to take long */
  constructor(notify) {
    this.#notify = notify;
  }

  /** An answer is due. */
  expect() {
    this.#timer ??= setTimeout(() => {
      this.now = true;
      this.#notify();
    }, SAVING_AFTER);
  }

  /** No answer is due any more. */
  rest() {
    clearTimeout(this.#timer);
    this.#timer = undefined;
    this.now = false;
  }
}
