// In a place that is thrown away when nobody uses it: notices that nothing has been done here for a while, or that the
// place does not answer any more, and then shows the words that came with the page.

const MINUTE = 60_000;
const LIFE = ["pointermove", "pointerdown", "keydown", "wheel", "scroll"]; // signs that somebody is here

const place = document.querySelector(".passing");
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

// A page that nobody can see has nothing to show.
async function look() {
  if (document.visibilityState === "hidden") return;
  if (!(await answers())) show("gone");
  else if (Date.now() - done >= place.dataset.minutes * MINUTE) show("idle");
  else if (status.dataset.shown === "gone") hide();
}

// Moving the pointer is a sign of life; only a deed takes the words away, so that who comes back can read them.
for (const sign of LIFE) addEventListener(sign, () => (done = Date.now()), { capture: true, passive: true });
for (const deed of ["pointerdown", "keydown"]) addEventListener(deed, () => status.dataset.shown === "idle" && hide(), true);

document.addEventListener("visibilitychange", look);
addEventListener("online", look);
setInterval(look, MINUTE);
