// The steps of a session. Shows one at a time, the one that the address names, and remembers the place in it: over a
// reload, over Back, and over a detour to another page. Without steps on the page it does nothing.

import { inTab, read, whileComing, write } from "./place.js";

const main = document.getElementById("main");
const bar = document.querySelector(".steps");
const steps = [...document.querySelectorAll(".step")];
const ends = steps.map((step) => step.querySelector(".step-end"));
const LAST = `dlcourse:step:${location.pathname}`;
const PLACES = `dlcourse:scroll:${location.pathname}`;
const wide = matchMedia("(min-width: 56.01rem)");
const title = document.title;

let here = null; // the step that is shown
let followed = false; // a link within the page was followed, in contrast to Back and Forward
let letGo = null; // ends holding the place while the page is still growing
const seen = new Set(); // the steps whose end was in view
const shares = new Map(); // how much of each exercise is done, from 0 to 1
const unsaved = new Map(); // what each exercise says of words in it that were not saved

// The opening is there until the first step is named in the address, as the link that begins it does.
const atOpening = () => here === steps[0] && !named(location.hash)?.closest(".step");
const key = () => (atOpening() ? "opening" : here.dataset.step);
const entry = (step) => bar.querySelector(`li[data-step="${step.dataset.step}"]`);
const heading = (step) => step.querySelector("h2");

const inBrowser = () => localStorage;

function named(hash) {
  try {
    return document.getElementById(decodeURIComponent(hash.slice(1)));
  } catch {
    return null; // not an address of ours
  }
}

function show(step) {
  here = step;
  main.classList.add("ready");
  main.classList.toggle("at-opening", atOpening());
  main.classList.toggle("at-last", step === steps.at(-1));
  for (const each of steps) {
    each.classList.toggle("here", each === step);
    const link = entry(each).querySelector("a");
    if (each === step) link.setAttribute("aria-current", "step");
    else link.removeAttribute("aria-current");
  }
  document.title = `${heading(step).textContent} · ${title}`;
  write(inBrowser, LAST, step.dataset.step);
  if (!wide.matches) bar.querySelector("details").open = false;
  tellPlace();
  document.dispatchEvent(new Event("dlcourse:alarm")); // trouble is told by an exercise that is in sight
}

// On a phone, one line says where one is and how far the exercise is.
function tellPlace() {
  const link = entry(here).querySelector("a");
  const soFar = link.querySelector(".so-far").textContent;
  bar.querySelector("summary").textContent = [link.dataset.place, soFar].filter(Boolean).join(" · ");
}

// The minutes that are left count on while an exercise is being done, and not only when a step is.
function tellLeft() {
  const left = steps.reduce((sum, step) => sum + Number(entry(step).dataset.left) * (1 - shareOf(step)), 0);
  const minutes = Math.max(1, Math.round(left));
  if (left > 0) bar.querySelector(".left").textContent = minutes === 1 ? bar.dataset.oneLeft : bar.dataset.manyLeft.replace("{minutes}", minutes);
}

function shareOf(step) {
  const done = [...shares].filter(([exercise]) => step.contains(exercise)).map(([, share]) => share);
  return done.length ? done.reduce((sum, share) => sum + share, 0) / done.length : 0;
}

// Beside the way to the next step: whether words in this one were not saved.
function tellUnsaved({ target, detail }) {
  const step = target.closest(".step");
  if (!step) return;
  unsaved.set(target, detail);
  const told = [...unsaved].filter(([exercise, words]) => words && step.contains(exercise)).map(([, words]) => words);
  step.querySelector(".step-end .unsaved").textContent = told[0] ?? "";
}

function focus(target) {
  if (!target.hasAttribute("tabindex")) target.tabIndex = -1;
  target.focus({ preventScroll: true });
}

function goTo(target) {
  letGo?.();
  const goal = target === here ? heading(here) : target;
  if (goal.matches("details")) goal.open = true;
  else focus(goal);
  goal.scrollIntoView({ block: "start", behavior: "instant" });
}

const loaded = () => document.readyState === "complete";

// Keeps the view at the height that `place()` gives while exercises are still coming, until the person moves it.
// Once the page is loaded, the browser itself scrolls to the heading that the address names, whatever was done before.
function hold(place) {
  letGo?.();
  const apply = () => scrollTo({ top: place(), behavior: "instant" });
  const afterLoading = () => requestAnimationFrame(() => requestAnimationFrame(() => letGo === held.end && held.again()));
  const ended = () => {
    removeEventListener("load", afterLoading);
    letGo = null;
  };
  const held = whileComing(main, () => here.querySelector(".waiting") || !loaded(), apply, ended);
  letGo = held.end;
  if (!loaded()) addEventListener("load", afterLoading);
}

const keptPlace = () => (read(inTab, PLACES) ?? {})[key()];

function keepPlace() {
  if (here && !letGo) write(inTab, PLACES, { ...read(inTab, PLACES), [key()]: Math.round(scrollY) });
}

// Tells the course of the steps that were seen to their end, once each. This goes out even if the page is being left.
function finishSeen() {
  for (const step of seen) {
    if (!entry(step).hasAttribute("data-reads")) continue;
    entry(step).removeAttribute("data-reads");
    const id = Array.from(crypto.getRandomValues(new Uint8Array(16)), (byte) => byte.toString(16).padStart(2, "0")).join("");
    const body = JSON.stringify({ say: "FinishStep", id, session: main.dataset.session, step: step.dataset.step });
    fetch(main.dataset.steps, { method: "POST", body, keepalive: true })
      .then(() => document.dispatchEvent(new Event("dlcourse:done")))
      .catch(() => entry(step).setAttribute("data-reads", "")); // not reachable now: next time
  }
}

function moved() {
  const target = location.hash ? named(location.hash) : heading(steps[0]);
  const step = target?.closest(".step");
  const byLink = followed;
  followed = false;
  if (!step) return; // the link that skips to the content, for one
  finishSeen();
  show(step);
  const top = byLink ? undefined : keptPlace();
  if (top === undefined) return goTo(target);
  focus(heading(step));
  hold(() => top);
}

function follow({ target }) {
  const link = target.closest?.('a[href^="#"]');
  if (!link) return;
  if (link.closest(".step-end")) seen.add(here); // nobody gets to this link but by coming to the end
  followed = link.hash !== location.hash;
  const goal = named(link.hash);
  if (!followed && goal?.closest(".step")) goTo(goal); // the address stays the same, so nothing else would happen
}

function showAll({ currentTarget: button }) {
  const before = heading(here).getBoundingClientRect().top;
  button.setAttribute("aria-pressed", String(main.classList.toggle("all")));
  hold(() => scrollY + heading(here).getBoundingClientRect().top - before); // what was hidden until now takes its size
}

// The marks of the bar, from a newer answer of the server.
export function renew(answer) {
  for (const fresh of answer.querySelectorAll(".steps li")) {
    const shown = bar?.querySelector(`li[data-step="${fresh.dataset.step}"]`);
    if (!shown) continue;
    shown.classList.toggle("done", fresh.classList.contains("done"));
    shown.dataset.left = fresh.dataset.left;
    shown.toggleAttribute("data-reads", fresh.hasAttribute("data-reads"));
    for (const part of [".number", ".mark"]) shown.querySelector(part).textContent = fresh.querySelector(part).textContent;
  }
  const left = answer.querySelector(".steps .left");
  if (bar && left) bar.querySelector(".left").textContent = left.textContent;
  if (bar) tellLeft();
}

function begin() {
  const goOn = document.getElementById(main.dataset.on)?.closest(".step");
  const toGoOn = location.hash === `#${main.dataset.on}`; // a link that leaves it to this page which step that is
  const target = toGoOn ? goOn && heading(goOn) : location.hash ? named(location.hash) : null;
  const last = read(inBrowser, LAST);
  const step = target?.closest(".step") ?? steps.find((each) => each.dataset.step === last) ?? goOn ?? steps[0];
  if (toGoOn || (!target?.closest(".step") && step !== steps[0])) {
    history.replaceState(history.state, "", `#${encodeURIComponent(heading(step).id)}`);
  }
  show(step);
  const top = keptPlace();
  history.scrollRestoration = "manual";
  if (top !== undefined) hold(() => top);
  else if (target?.closest(".step")) goTo(target);
}

const open = () => bar.querySelector("details").toggleAttribute("open", wide.matches);

// What sticks below the bar has to know how high it is; a list that is opened for a moment lies over that.
function tellHeight() {
  if (wide.matches || !bar.querySelector("details").open) document.documentElement.style.setProperty("--bar", `${bar.offsetHeight}px`);
}

if (bar) {
  open();
  wide.addEventListener("change", open);
  bar.querySelector(".show-all").addEventListener("click", showAll);
  new ResizeObserver(tellHeight).observe(bar);
  document.addEventListener("click", follow);
  document.addEventListener("dlcourse:progress", ({ target, detail }) => {
    const step = target.closest(".step");
    if (!step) return;
    entry(step).querySelector(".so-far").textContent = detail;
    tellPlace();
  });
  document.addEventListener("dlcourse:unsaved", tellUnsaved);
  document.addEventListener("dlcourse:share", ({ target, detail }) => {
    shares.set(target, detail);
    tellLeft();
  });
  const watch = new IntersectionObserver((changes) => {
    for (const { target, isIntersecting } of changes) if (isIntersecting) seen.add(target.closest(".step"));
  });
  ends.forEach((end) => watch.observe(end));
  addEventListener("hashchange", moved);
  addEventListener("scroll", keepPlace, { passive: true });
  addEventListener("pagehide", finishSeen);
  begin();
}
