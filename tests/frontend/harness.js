// A browser tab without a browser: what it keeps, a wire that records what was sent, and one connection over it.

import { Connection } from "../../dlcourse/frontend/src/wire/connection.js";
import { tabStorage } from "../../dlcourse/frontend/src/wire/tab_storage.js";

/** A `Storage` in memory; a full one refuses everything. */
export class Tab {
  constructor({ full = false } = {}) {
    this.full = full;
    this.values = new Map();
  }

  getItem(name) {
    return this.values.get(name) ?? null;
  }

  setItem(name, value) {
    if (this.full) throw new Error("QuotaExceededError");
    this.values.set(name, value);
  }

  removeItem(name) {
    this.values.delete(name);
  }

  key(place) {
    return [...this.values.keys()][place] ?? null;
  }

  get length() {
    return this.values.size;
  }
}

export const PLACE = { scenario: "bus" };
export const ERROR = { where: "table", what: "it is not your turn", remedy: "Wait." };

/** One page open in the tab: `sent` is all that went up, `said` what a person said, `says` what comes down. */
export function open(tab = new Tab(), host = {}, props = {}) {
  const sent = [];
  const told = [];
  const carry = { transmit: (message) => sent.push(message), greeting: (place) => ({ page: "roleplay", place }) };
  const connection = new Connection({ ...carry, ...host }, tabStorage(tab, "roleplay", PLACE), props);
  connection.subscribe((now) => told.push(now));
  const greeting = () => sent.findLast((message) => message.page);
  return {
    connection,
    sent,
    told,
    greeting,
    says: (news) => connection.received(news),
    said: () => sent.filter((message) => message.say),
    pings: () => sent.filter((message) => message.ping),
    state: () => connection.now.state,
    /** The wire is there and the other side greets back. */
    meet: (error = null) => {
      connection.opened();
      connection.received({ answered: greeting().id, error });
    },
    answer: (id, error = null) => connection.received({ answered: id, error }),
  };
}
