// The exercises of a session page that need a kernel. The text is there at once. This module asks for them and puts each
// one in its place when its cell has run. After that, it passes messages between the exercises and the kernel. It draws
// nothing and has no text of its own. What draws other results of cells is loaded when the first one arrives.

import widget from "./widget.js";
import { Kernel } from "./kernel.js";

const TRIES = 3; // after that somebody has to ask for it
const PAUSE = 1000; // ms

const main = document.getElementById("main");
const socketAddress = (path) => new URL(path, location.href.replace(/^http/, "ws"));
const waiting = () => [...document.querySelectorAll(".exercise:not([data-start], [data-ran]) > .waiting")];

let kernel = null;

const copyOf = (name) => document.getElementById(name)?.content.cloneNode(true);

// Says that something did not work, and why, if the course can tell. Those who facilitate get the details as well.
function fail(exercise, details = "", why = "") {
  exercise.replaceChildren(copyOf("failed"));
  if (why) exercise.querySelector(".failed").firstChild.data = `${document.getElementById("failed").dataset.why.replace("{why}", () => why)} `;
  if (!details) return;
  exercise.append(copyOf("traceback"));
  exercise.querySelector(".text").textContent = details;
}

customElements.define(
  "course-page",
  class extends HTMLElement {
    connectedCallback() {
      if (this.model) return; // it was moved
      this.model = kernel.model(this.getAttribute("model"), JSON.parse(this.getAttribute("state")));
      this.removeAttribute("state");
      widget.initialize?.({ model: this.model });
      widget.render({ model: this.model, el: this });
    }
  },
);

// Puts the result of a cell in the place that waits for it.
function settle({ for: id, failed, html, says, traceback, ...result }) {
  const place = document.getElementById(id);
  if (!place) return;
  if (result.outputs) draw(place, result);
  else if (failed) fail(place, traceback, says);
  else if (html) place.innerHTML = html;
  else place.remove();
}

// Lets Jupyter's front end draw what a cell has shown.
async function draw(place, result) {
  place.dataset.ran = "";
  try {
    const { show } = await import("./outputs.js");
    await show(place, result, kernel);
  } catch {
    fail(place);
  }
}

// Shows in one place only that all exercises are waiting, one that can be seen.
function tell(words) {
  const places = waiting();
  const place = places.find((each) => each.checkVisibility()) ?? places[0];
  if (place) place.firstChild.data = words;
}

function getExercises(tries) {
  let ended = false;
  const socket = new WebSocket(socketAddress(main.dataset.exercises));
  const hear = {
    waiting: tell,
    kernel: (id) => {
      kernel?.leave();
      kernel = new Kernel(socketAddress(main.dataset.kernels + id));
    },
    result: settle,
    end: () => {
      ended = true;
      socket.close();
      waiting().forEach((line) => fail(line.parentElement));
    },
  };
  socket.onmessage = ({ data }) => {
    for (const [name, news] of Object.entries(JSON.parse(data))) hear[name](news);
  };
  socket.onclose = () => {
    if (ended) return;
    if (tries > 1) setTimeout(getExercises, PAUSE, tries - 1);
    else waiting().forEach((line) => fail(line.parentElement));
  };
}

if (waiting().length) getExercises(TRIES);
