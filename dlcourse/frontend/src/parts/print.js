// Prints one exercise and nothing around it, whether it is in a light page, a session or a notebook.

/**
 * Prints `el`. The style sheet hides everything that is not inside it or around it.
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
