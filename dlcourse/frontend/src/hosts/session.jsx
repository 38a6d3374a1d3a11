// The host of the pages on a session page that need no kernel. All of them share one WebSocket. Each is drawn in its place
// as soon as its first props are there, and loads only what draws the pages of its subject. The first one in sight is drawn
// at once: its first props came with the document. The others begin when they come in sight. Those near to it, and then all
// others, begin when the first one has had time to be used, so that they do not keep anybody waiting.

import "../../generated/shared.js";
import { SUBJECTS } from "../../generated/subjects.js";
import { fromAddress } from "../wire/chart_loader.js";
import { prepareTimes } from "../wire/times.js";
import { mount } from "./mount.jsx";
import { socketAt } from "./page_socket.js";

/** @import { Connection } from "../wire/connection.js" */

const base = document.documentElement.dataset.root ?? "/";
const main = /** @type {HTMLElement} */ (document.getElementById("main"));
const socket = socketAt(main.dataset.live ?? "");

const SOON = 1000; // ms until those begin that are near
const NEAR = "1000px 0px"; // how far from what is in sight that is
const LATER = 2000; // ms until the others begin in any case

/**
 * Opens the page of a place; resolves once it is drawn. If its first props came with the document, it waits for nothing
 * but its component.
 * @param {HTMLElement} place
 */
async function begin(place) {
  const start = starts.get(place);
  const loaded = load(start.subject);
  const connection = socket.add(start, place.id);
  if (!connection.begun) await firstNews(connection);
  const { PAGES: components } = await loaded;
  place.classList.add("dlcourse");
  mount(place, connection, { components, base, level: 2, floats: true, renderer: fromAddress });
}

/**
 * Loads what draws the pages of a subject; without a network it tries again, as the connection does.
 * @param {string} subject
 */
async function load(subject) {
  for (;;) {
    try {
      return await SUBJECTS[subject]();
    } catch {
      await new Promise((again) => setTimeout(again, LATER));
    }
  }
}

/**
 * Resolves when the course has sent something to draw.
 * @param {Connection} connection
 * @returns {Promise<void>}
 */
function firstNews(connection) {
  const before = connection.now.props;
  return new Promise((there) => {
    const end = connection.subscribe(({ props, error }) => {
      if (props === before && !error) return;
      end();
      there();
    });
  });
}

socket.connect();
const places = Array.from(/** @type {NodeListOf<HTMLElement>} */ (main.querySelectorAll(".exercise[data-start]")));
const starts = new Map(places.map((place) => [place, JSON.parse(place.dataset.start ?? "{}")]));
const first = places.filter((place) => starts.get(place).props);
const waiting = new Set(places.filter((place) => !first.includes(place)));

function beginNow(/** @type {HTMLElement} */ place) {
  if (waiting.delete(place)) void begin(place);
}

/** Begins those that come so near to what is in sight. */
function beginWithin(/** @type {string} */ rootMargin) {
  const watcher = new IntersectionObserver((seen) => {
    for (const { isIntersecting, target } of seen) if (isIntersecting) beginNow(/** @type {HTMLElement} */ (target));
  }, { rootMargin });
  waiting.forEach((place) => watcher.observe(place));
}

void Promise.all(first.map(begin)).then(() => {
  beginWithin("0px");
  setTimeout(beginWithin, SOON, NEAR);
});
setTimeout(() => waiting.forEach(beginNow), LATER);
prepareTimes();
