// The host of a page in a notebook cell, in JupyterLab and on a session page. A widget model carries the props down, and
// messages both ways. If a model has several views, each handles only the answers to its own messages.

import { PAGES } from "../../generated/pages.js";
import { changed } from "../wire/changes.js";
import { Connection } from "../wire/connection.js";
import { tabStorage } from "../wire/tab_storage.js";
import { mount } from "./mount.jsx";
import { fromAddress, fromKernel, hasAddress } from "../wire/chart_loader.js";

const PATIENCE = 2; // unanswered pings after which a kernel that could answer is considered gone

const served = () => document.documentElement.dataset.root ?? null;
const kernelOf = (/** @type {Page.Model} */ model) => model.widget_manager?.kernel;
const same = (/** @type {unknown} */ one, /** @type {unknown} */ other) => JSON.stringify(one) === JSON.stringify(other);

/**
 * Keeps keys that are pressed in our page from JupyterLab, which would use them as shortcuts. Escape still leads out.
 * @param {KeyboardEvent} event
 */
function keepKey(event) {
  if (event.key !== "Escape" && !event.ctrlKey && !event.metaKey && !event.altKey) event.stopPropagation();
}

/** Whether there is a reason that nobody answers: cells are still running, one after the other. */
const running = (/** @type {Page.Kernel | undefined} */ kernel) => (kernel ? kernel.status === "busy" : document.readyState === "loading");

/**
 * Whether the kernel can be reached, so that its silence means that it is gone.
 * @param {Page.Kernel | undefined} kernel
 */
async function reachable(kernel) {
  if (kernel) return kernel.status !== "unknown" && kernel.connectionStatus === "connected";
  const root = served();
  if (root === null) return false;
  return fetch(root, { method: "HEAD", cache: "no-store" }).then((answer) => answer.ok, () => false);
}

/** @param {{ model: Page.Model, el: HTMLElement }} view */
function render({ model, el }) {
  const props = model.get("props");
  const page = props.page ?? model.get("page");
  const tab = tabStorage(sessionStorage, page, {}, props.place);
  const kernel = kernelOf(model);
  let silences = 0;

  const connection = new Connection(
    {
      transmit: (message) => Promise.resolve(model.send(message)).catch(() => {}),
      // Sent its place although it is already there, the page would start again.
      greeting: (place) => ({ hello: same(place, model.get("props").place) ? {} : place }),
      patient: () => running(kernel),
      silence: async () => ++silences >= PATIENCE && (await reachable(kernel)) && silences && connection.gone(),
    },
    tab,
    props,
  );

  const heard = (/** @type {Page.News} */ news) => {
    silences = 0;
    connection.received(news);
  };
  const redraw = () => heard({ props: model.get("props") });
  // Each view receives the changes. The first one applies them to the model, so that later views have them as well.
  const change = (/** @type {Page.News} */ { changes = [], since, revision }) => {
    const shown = model.get("props");
    if (shown.revision === since) model.set("props", changed(shown, changes));
    if (model.get("props").revision === revision) redraw();
    else model.send({ hello: {} }); // something was missed, so ask for everything
  };
  const news = (/** @type {Page.News} */ message) => (message.changes ? change(message) : heard(message));
  const leave = () => connection.gone();
  const ask = () => connection.ask(); // finds out soon whether anybody is there
  const listens = { "change:props": redraw, "msg:custom": news, cut: ask, gone: leave, comm_live_update: leave };

  // The frame around the page may have to show something else now.
  let done = 0;
  connection.subscribe((now) => {
    if (now.done > done) el.dispatchEvent(new Event("dlcourse:done", { bubbles: true }));
    done = now.done;
  });
  el.classList.add("dlcourse");
  el.addEventListener("keydown", keepKey);
  const renderer = hasAddress() ? fromAddress : () => fromKernel(model);
  const wake = served() === null ? null : () => location.reload();
  const host = { components: PAGES, base: served() ?? "", level: 2, floats: served() !== null, wake, renderer };
  const unmount = mount(el, connection, host);
  for (const [name, listener] of Object.entries(listens)) model.on(name, listener);
  connection.opened();
  return () => {
    for (const [name, listener] of Object.entries(listens)) model.off(name, listener);
    el.removeEventListener("keydown", keepKey);
    connection.stop();
    unmount();
  };
}

export default { render };
