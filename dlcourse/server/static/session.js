// The browser part of a session page. The text is there at once. Each exercise comes later in the same response, when
// its cell has run, and is moved to its place here. After that, this module passes messages between the exercises
// and the kernel. It draws nothing and has no text of its own.

import widget from "./widget.js";
import { Kernel } from "./kernel.js";

let kernel = null;

const place = (result) => document.getElementById(result.getAttribute("for"));

const fail = (exercise) => exercise.replaceChildren(document.getElementById("failed").content.cloneNode(true));

// Moves the result of a cell to the place that waits for it.
const settle = (result) => {
  if (result.hasAttribute("failed")) fail(place(result));
  else if (result.childElementCount || result.textContent.trim()) place(result).replaceChildren(...result.childNodes);
  else place(result).remove();
  result.remove();
};

const settleAll = () => document.querySelectorAll("course-result").forEach(settle);

customElements.define(
  "course-kernel",
  class extends HTMLElement {
    connectedCallback() {
      kernel = new Kernel(new URL(this.getAttribute("socket"), location.href.replace(/^http/, "ws")));
    }
  },
);

customElements.define(
  "course-page",
  class extends HTMLElement {
    connectedCallback() {
      if (this.model || this.closest("course-result")) return; // drawn once, in its place
      this.model = kernel.model(this.getAttribute("model"), JSON.parse(this.getAttribute("state")));
      this.removeAttribute("state");
      widget.initialize?.({ model: this.model });
      widget.render({ model: this.model, el: this });
    }
  },
);

// A result is complete as soon as something follows it.
customElements.define("course-result", class extends HTMLElement {});
const arrivals = new MutationObserver(() => {
  for (const result of document.querySelectorAll("course-result")) if (result.nextSibling) settle(result);
});
arrivals.observe(document.body ?? document.documentElement, { childList: true, subtree: true });

// Something done here or in another tab may have completed a session, so the marks in the list are fetched again.
const CALM = 1000; // ms after the last activity
let due = null;

const outdated = () => {
  clearTimeout(due);
  due = setTimeout(() => freshList().catch(() => {}), CALM); // not reachable now: try again after the next activity
};

async function freshList() {
  const nav = document.querySelector(".sessions");
  const answer = await fetch(nav.dataset.address);
  const list = new DOMParser().parseFromString(answer.ok ? await answer.text() : "", "text/html").querySelector(".list");
  const shown = nav.querySelector(".list");
  if (list && !shown.contains(document.activeElement)) shown.replaceWith(list);
}

document.addEventListener("dlcourse:done", outdated);
document.addEventListener("visibilitychange", () => document.visibilityState === "visible" && outdated());

// If there is room beside the content, the list of sessions is open, also for the keyboard.
const list = () => document.querySelector(".sessions details");
const open = () => list()?.toggleAttribute("open", matchMedia("(min-width: 56.01rem)").matches);

const finish = () => {
  open();
  arrivals.disconnect();
  settleAll();
  document.querySelectorAll(".exercise > .waiting").forEach((waiting) => fail(waiting.parentElement));
};
if (document.readyState === "loading") document.addEventListener("DOMContentLoaded", finish);
else finish();
