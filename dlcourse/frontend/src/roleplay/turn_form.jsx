// The form for the next minute of a talk: after a minute was taken, the next one begins at the top of the form.

import { useEffect, useRef } from "preact/hooks";
import { Form } from "../parts/form.jsx";
import { usePage } from "../wire/page.js";

/** @param {{ form: Course.FormProps, onLeave: () => void }} props */
export function TurnForm({ form, onLeave }) {
  const box = useRef(/** @type {HTMLFormElement | null} */ (null));
  useReturn(box, usePage().done);
  return <Form form={form} onLeave={onLeave} box={box} />;
}

/**
 * The focus goes back to the first way to spend a minute; the view follows the talk, not the form.
 * @param {Page.Ref<HTMLElement>} box
 * @param {number} done
 */
function useReturn(box, done) {
  const before = useRef(done);
  useEffect(() => {
    if (done === before.current) return;
    before.current = done;
    if (box.current?.contains(document.activeElement) || document.activeElement === document.body)
      box.current?.querySelector("input")?.focus({ preventScroll: true });
  }, [done]);
}
