// One WebSocket for all pages of a document that need no kernel. It carries messages up and props down, and it reconnects
// for as long as the document is open. Of several pages, each has a name, which its messages carry as `at`.

import { Connection } from "../wire/connection.js";
import { tabStorage } from "../wire/tab_storage.js";

const SOONEST = 500;
const LATEST = 5000; // ms between two tries
const REFUSED = 2000; // ms until a page that the course refused is tried again

/** @typedef {{ page: string, place: Record<string, unknown>, props?: Page.Now["props"] }} Start a page, where it begins, and its first props if they are there */

/** A time around this one, so that thirty phones do not all try at once. */
const around = (/** @type {number} */ pause) => pause * (0.75 + Math.random() / 2);

export class PageSocket {
  /** @type {Map<string | undefined, Connection>} */
  #pages = new Map();
  /** @type {WebSocket | null} */
  #socket = null;
  #asked = false; // a ping of one page is under way; its answer is for all of them
  #pause = SOONEST;
  /** @type {ReturnType<typeof setTimeout> | undefined} */
  #next;

  /** @param {URL} address */
  constructor(address) {
    this.address = address;
    addEventListener("online", () => this.#comeBack());
    addEventListener("pageshow", () => this.#comeBack());
    document.addEventListener("visibilitychange", () => this.#comeBack());
  }

  /**
   * Adds a page and returns its connection. A page that is alone needs no name.
   * @param {Start} start
   * @param {string} [name]
   */
  add(start, name) {
    const connection = new Connection(
      {
        transmit: (message) => this.#send(name, message),
        greeting: (place) => ({ page: start.page, place }),
        silence: () => this.#leave(),
        refused: () => this.#refused(connection),
      },
      tabStorage(sessionStorage, start.page, start.place),
      start.props,
    );
    this.#pages.set(name, connection);
    if (this.#isOpen) connection.opened();
    return connection;
  }

  connect() {
    clearTimeout(this.#next);
    if (this.#socket) return;
    const made = new WebSocket(this.address);
    this.#socket = made;
    this.#asked = false;
    made.onopen = () => this.#each((page) => page.opened());
    made.onmessage = ({ data }) => this.#hear(JSON.parse(data));
    made.onclose = ({ reason }) => made === this.#socket && (reason === "signed out" ? location.reload() : this.#leave());
  }

  get #isOpen() {
    return this.#socket?.readyState === WebSocket.OPEN;
  }

  #each(/** @type {(page: Connection) => void} */ step) {
    for (const page of this.#pages.values()) step(page);
  }

  /**
   * @param {string | undefined} at
   * @param {object} message
   */
  #send(at, message) {
    const asks = "ping" in message;
    if (asks && this.#asked) return;
    this.#asked ||= asks;
    this.#socket?.send(JSON.stringify({ at, ...message }));
  }

  #hear(/** @type {Page.News & { at?: string }} */ { at, ...news }) {
    this.#pause = SOONEST;
    if (news.pong === undefined) return this.#pages.get(at)?.received(news);
    this.#asked = false;
    this.#each((page) => page.received(news));
  }

  // Closes the socket, even if it still seems to be open, and tries again a little later.
  #leave() {
    this.#socket?.close();
    this.#socket = null;
    this.#each((page) => page.closed());
    clearTimeout(this.#next);
    this.#next = setTimeout(() => this.connect(), around(this.#pause));
    this.#pause = Math.min(this.#pause * 2, LATEST);
  }

  // The course did not open this page. It says why, and the page asks again a little later; the other pages go on.
  #refused(/** @type {Connection} */ page) {
    page.closed();
    setTimeout(() => this.#isOpen && page.opened(), around(REFUSED));
  }

  #comeBack() {
    if (document.visibilityState === "hidden") return;
    this.#pause = SOONEST;
    if (this.#socket) this.#each((page) => page.ask());
    else this.connect();
  }
}

/** The WebSocket at this path of the server. */
export const socketAt = (/** @type {string} */ path) => new PageSocket(new URL(path, location.href.replace(/^http/, "ws")));
