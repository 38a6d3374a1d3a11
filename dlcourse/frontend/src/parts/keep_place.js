// What one is reading, or has just pressed, stays where it is in the window while the page above it changes.

/**
 * Remembers where an element is in the window. The function that it returns is called when the page was drawn anew, and
 * moves what scrolls around the element, so that it is there again.
 * @param {Element | null | undefined} element
 * @returns {() => void}
 */
export function keepPlace(element) {
  const before = element?.getBoundingClientRect().top;
  return () => {
    if (!element?.isConnected || before === undefined) return;
    scrollerOf(element).scrollTop += element.getBoundingClientRect().top - before;
  };
}

/** What scrolls around an element: in JupyterLab a box, in a browser's page the document. */
function scrollerOf(/** @type {Element} */ element) {
  for (let box = element.parentElement; box; box = box.parentElement) {
    if (box.scrollHeight > box.clientHeight && /auto|scroll/.test(getComputedStyle(box).overflowY)) return box;
  }
  return document.scrollingElement ?? document.documentElement;
}
