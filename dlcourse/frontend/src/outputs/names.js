// Names for what a widget of another package leaves without one, for screen readers: its own description, or what the page
// says about such a part.

const CONTROLS = "input, select, textarea, button, [role=slider]";

/**
 * Names the controls and pictures in `place` that have no name, now and whenever something is added. Returns what ends it.
 * @param {HTMLElement} place
 */
export function keepNamed(place) {
  const watch = new MutationObserver(() => name(place));
  watch.observe(place, { childList: true, subtree: true });
  name(place);
  return () => watch.disconnect();
}

/** @param {HTMLElement} place */
function name(place) {
  const words = /** @type {HTMLElement} */ (document.getElementById("main"))?.dataset ?? {};
  for (const picture of place.querySelectorAll("img:not([alt])")) picture.setAttribute("alt", words.picture ?? "");
  for (const control of place.querySelectorAll(CONTROLS)) {
    if (isNamed(/** @type {HTMLInputElement} */ (control))) continue;
    const said = control.closest(".jupyter-widgets")?.querySelector(".widget-label")?.textContent?.trim();
    control.setAttribute("aria-label", said || control.getAttribute("title") || (words.control ?? ""));
  }
}

/** @param {HTMLInputElement} control */
function isNamed(control) {
  const labels = Array.from(control.labels ?? []).some((label) => label.textContent?.trim());
  const shown = control.matches("button") && control.textContent?.trim();
  return labels || Boolean(shown || control.getAttribute("aria-label") || control.getAttribute("aria-labelledby"));
}
