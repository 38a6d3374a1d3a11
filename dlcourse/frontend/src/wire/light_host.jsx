// The host of a page in a browser without a kernel. It loads only what draws the pages of one subject. The first props
// come with the page itself; then a WebSocket carries messages up and props down. It reconnects for as long as the page is
// open.

import { SUBJECTS } from "../../generated/subjects.js";
import { Connection } from "./connection.js";
import { tabStorage } from "./tab_storage.js";
import { mount } from "./mount.jsx";
import { fromAddress } from "./chart_loader.js";

const SOONEST = 500;
const LATEST = 5000; // ms between two tries

const root = document.documentElement.dataset.root ?? "/";
const start = JSON.parse(document.getElementById("start")?.textContent ?? "{}");
// Before anything listens or connects, so that no answer comes while nothing is drawn.
const { PAGES: components } = await SUBJECTS[start.subject]();
const address = new URL(start.live, location.href.replace(/^http/, "ws"));
const tab = tabStorage(sessionStorage, start.page, start.place);

/** @type {WebSocket | null} */
let socket = null;
let pause = SOONEST;
/** @type {ReturnType<typeof setTimeout> | undefined} */
let next;

const connection = new Connection(
  {
    transmit: (message) => socket?.send(JSON.stringify(message)),
    greeting: (place) => ({ page: start.page, place }),
    silence: leave,
    refused: leave,
  },
  tab,
  start.props,
);

function connect() {
  clearTimeout(next);
  if (socket) return;
  const made = new WebSocket(address);
  socket = made;
  made.onopen = () => connection.opened();
  made.onmessage = ({ data }) => {
    pause = SOONEST;
    connection.received(JSON.parse(data));
  };
  made.onclose = () => made === socket && leave();
}

// Closes the socket, even if it still seems to be open, and tries again a little later.
function leave() {
  socket?.close();
  socket = null;
  connection.closed();
  clearTimeout(next);
  next = setTimeout(connect, pause * (0.75 + Math.random() / 2)); // so that thirty phones do not all try at once
  pause = Math.min(pause * 2, LATEST);
}

function comeBack() {
  if (document.visibilityState === "hidden") return;
  pause = SOONEST;
  if (socket) connection.ask();
  else connect();
}

addEventListener("online", comeBack);
addEventListener("pageshow", comeBack);
document.addEventListener("visibilitychange", comeBack);
const bar = document.querySelector("body > header");
mount(/** @type {HTMLElement} */ (document.getElementById("page")), connection, { components, base: root, level: 1, bar, floats: true, renderer: fromAddress });
connect();
