// The box in which a form is during a talk: at the lower edge of the window, or in its place in the page.

import { useEffect, useLayoutEffect, useRef } from "preact/hooks";
import { Form } from "../parts/form.jsx";
import { usePage } from "../wire/page.js";
import { firstControl, useDock, useUncovered } from "./view.js";

/** @typedef {{ box: Page.Ref<HTMLElement>, children: Page.Children }} BoxProps */

/**
 * The box of a form that has its place in the page.
 * @param {BoxProps} props
 */
export function Plain({ box, children }) {
  useUncovered(box);
  return <section class="dl-task" ref={box}>{children}</section>;
}

/**
 * The box of a form that stays at the lower edge of the window.
 * @param {BoxProps} props
 */
export function Dock({ box, children }) {
  useDock(box);
  return <section class="dl-task dl-dock" ref={box}>{children}</section>;
}

/**
 * The form for what one says next. After each thing said the focus goes back to the first way to say something, unless
 * the person has gone on meanwhile; the view follows the talk and not the form.
 * @param {{ form: Course.FormProps, onLeave?: () => void }} props
 */
export function NextForm({ form, onLeave }) {
  const box = useRef(/** @type {HTMLFormElement | null} */ (null));
  const { done, busy } = usePage();
  const before = useRef(done);
  const sender = useRef(/** @type {Element | null} */ (null)); // what had the focus when it was said
  useLayoutEffect(() => {
    if (busy) sender.current = document.activeElement;
  }, [busy]);
  useEffect(() => {
    if (done === before.current) return;
    before.current = done;
    const here = document.activeElement;
    const stayed = here === document.body || (here === sender.current && box.current?.contains(here));
    if (stayed) firstControl(box.current)?.focus({ preventScroll: true });
  }, [done]);
  return <Form form={form} onLeave={onLeave} box={box} />;
}
