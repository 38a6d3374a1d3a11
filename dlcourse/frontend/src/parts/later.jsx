// Parts that are loaded only when they are needed. On a light page they are files of their own; in a notebook they are
// part of the one file that there is.

import { useEffect, useState } from "preact/hooks";

const PAUSE = 2000; // ms before another try, when the network was lost

/**
 * A component of a module that `load` imports, and a function that loads it ahead of time. Until it is there, nothing is
 * drawn in its place.
 * @template {object} P
 * @param {() => Promise<import("preact").ComponentType<P>>} load
 */
export function later(load) {
  /** @type {import("preact").ComponentType<P> | null} */
  let found = null;
  const begin = () => load().then((component) => void (found = component));
  /** @param {P} props */
  function Later(props) {
    const [, drawAgain] = useState(false);
    useEffect(() => {
      /** @type {ReturnType<typeof setTimeout> | undefined} */
      let next;
      const look = () => begin().then(() => drawAgain(true), () => (next = setTimeout(look, PAUSE)));
      if (!found) look();
      return () => clearTimeout(next);
    }, []);
    const Found = found;
    return Found && <Found {...props} />;
  }
  return { Later, ahead: () => begin().catch(() => {}) };
}
