// Prints one exercise and nothing around it, whatever page it stands in: a light page, a session, a notebook.

/**
 * Prints `el`; the style sheet hides what is not on the way to it.
 * @param {Element | null | undefined} el
 */
export function printPage(el) {
  /** @type {Element[]} */
  const way = [];
  for (let here = el ?? null; here; here = here.parentElement) way.push(here);
  way.forEach((here) => here.setAttribute("data-dl-print", here === el ? "page" : "way"));
  addEventListener("afterprint", () => way.forEach((here) => here.removeAttribute("data-dl-print")), { once: true });
  print();
}
