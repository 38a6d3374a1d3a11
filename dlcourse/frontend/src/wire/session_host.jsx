// The host of the pages on a session page that need no kernel. All of them share one WebSocket. Each is drawn in its place
// as soon as its first props are there, and loads only what draws the pages of its subject.

import { SUBJECTS } from "../../generated/subjects.js";
import { fromAddress } from "./chart_loader.js";
import { mount } from "./mount.jsx";
import { socketAt } from "./page_socket.js";

const base = document.documentElement.dataset.root ?? "/";
const main = /** @type {HTMLElement} */ (document.getElementById("main"));
const socket = socketAt(main.dataset.live ?? "");

function begin(/** @type {HTMLElement} */ place) {
  const start = JSON.parse(place.dataset.start ?? "{}");
  const loaded = SUBJECTS[start.subject]();
  const connection = socket.add(start, place.id);
  const end = connection.subscribe(async ({ props, error }) => {
    if (!props.page && !error) return; // nothing to draw yet
    end();
    const { PAGES: components } = await loaded;
    place.classList.add("dlcourse");
    mount(place, connection, { components, base, level: 2, floats: true, renderer: fromAddress });
  });
}

socket.connect();
/** @type {NodeListOf<HTMLElement>} */ (main.querySelectorAll(".exercise[data-start]")).forEach(begin);
