// On a server that is deleted when nobody uses it: notices that nobody has done anything here for a while, or that the
// server no longer answers, and then shows the text that came with the page.

const MINUTE = 60_000;
const LIFE = ["pointermove", "pointerdown", "keydown", "wheel", "scroll"]; // signs that somebody is here

const place = document.querySelector(".passing[data-minutes]");
const status = place.querySelector("[role=status]");
let done = Date.now();

const show = (name) => {
  if (status.dataset.shown === name) return;
  status.dataset.shown = name;
  status.replaceChildren(document.getElementById(`passing-${name}`).content.cloneNode(true));
};

const hide = () => {
  delete status.dataset.shown;
  status.replaceChildren();
};

const answers = () =>
  fetch(document.documentElement.dataset.root, { method: "HEAD", cache: "no-store", redirect: "error" }).then(
    (answer) => answer.ok,
    () => false,
  );

// A hidden page does not check or show anything.
async function look() {
  if (document.visibilityState === "hidden") return;
  if (!(await answers())) show("gone");
  else if (Date.now() - done >= place.dataset.minutes * MINUTE) show("idle");
  else if (status.dataset.shown === "gone") hide();
}

// Moving the pointer counts as activity. Only a click or a key hides the text, so that people who return can read it.
for (const sign of LIFE) addEventListener(sign, () => (done = Date.now()), { capture: true, passive: true });
for (const deed of ["pointerdown", "keydown"]) addEventListener(deed, () => status.dataset.shown === "idle" && hide(), true);

document.addEventListener("visibilitychange", look);
addEventListener("online", look);
setInterval(look, MINUTE);
