// What is around the exercises of a session page: the marks in the list of sessions and in the bar of steps.

import { renew } from "./steps.js";

// Something done here or in another tab may have completed a session, so the marks in the list and the bar are fetched again.
const CALM = 1000; // ms after the last activity
let due = null;

const outdated = () => {
  clearTimeout(due);
  due = setTimeout(() => freshList().catch(() => {}), CALM); // not reachable now: try again after the next activity
};

async function freshList() {
  const nav = document.querySelector(".sessions");
  const answer = await fetch(nav.dataset.address);
  const fresh = new DOMParser().parseFromString(answer.ok ? await answer.text() : "", "text/html");
  renew(fresh);
  const list = fresh.querySelector(".list");
  const shown = nav.querySelector(".list");
  if (list && !shown.contains(document.activeElement)) shown.replaceWith(list);
}

document.addEventListener("dlcourse:done", outdated);
document.addEventListener("dlcourse:changed", outdated);
document.addEventListener("visibilitychange", () => document.visibilityState === "visible" && outdated());

// If there is room beside the content, the list of sessions is open, also for the keyboard.
const list = () => document.querySelector(".sessions details");
const open = () => list()?.toggleAttribute("open", matchMedia("(min-width: 56.01rem)").matches);

open();
