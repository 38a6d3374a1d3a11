// The host of a page in a browser without a kernel. It loads only what draws the pages of one subject. The first props
// come with the page itself.

import "../../generated/shared.js";
import { SUBJECTS } from "../../generated/subjects.js";
import { fromAddress } from "../wire/chart_loader.js";
import { prepareTimes } from "../wire/times.js";
import { mount } from "./mount.jsx";
import { socketAt } from "./page_socket.js";

const base = document.documentElement.dataset.root ?? "/";
const start = JSON.parse(document.getElementById("start")?.textContent ?? "{}");
const socket = socketAt(start.live);
socket.connect(); // first, because it takes its time: the page is loaded and drawn meanwhile
const { PAGES: components } = await SUBJECTS[start.subject]();
const bar = document.querySelector("body > header");
mount(/** @type {HTMLElement} */ (document.getElementById("page")), socket.add(start), { components, base, level: 1, bar, floats: true, renderer: fromAddress });
prepareTimes();
