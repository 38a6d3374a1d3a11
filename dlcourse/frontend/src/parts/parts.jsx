// Small parts that all pages use. HTML is only inserted if Python rendered and cleaned it.

import { createElement } from "preact";
import { useLayoutEffect, useRef } from "preact/hooks";
import { useId, usePage } from "../wire/page.js";

/** @typedef {Record<string, unknown>} Attributes attributes of the part's element */

/**
 * Rendered Markdown; nothing if there is none. `dir="auto"`, because authors write in every script.
 * @param {{ html?: string | null, as?: string } & Attributes} props
 */
export const Html = ({ html, as = "div", ...rest }) =>
  html ? createElement(as, { dir: "auto", ...rest, dangerouslySetInnerHTML: { __html: html } }) : null;

/**
 * A heading `depth` steps below the page's own, whatever level that has in its host. The focus goes to a `goal` when
 * the page shows something else; a `still` one leaves the view where it is. If the step of a session that a page is in
 * has the same title, that is not seen twice.
 * @param {{ depth?: number, html?: string, children?: Page.Children, goal?: boolean | "still" } & Attributes} props
 */
export const Heading = ({ depth = 0, html, children, goal = false, ...rest }) => {
  const focus = goal ? { tabIndex: -1, "data-goal": goal } : {};
  const words = html === undefined ? { children } : { dangerouslySetInnerHTML: { __html: html } };
  return createElement(`h${Math.min(usePage().level + depth, 6)}`, { ref: useSeenOnce(), dir: "auto", ...focus, ...rest, ...words });
};

/** A ref for a title that is only heard, and not seen, where the step of the session around it has the same title. */
export function useSeenOnce() {
  const box = useRef(/** @type {any} */ (null));
  useLayoutEffect(() => void box.current?.classList.toggle("dl-unseen", repeats(box.current)));
  return box;
}

/** @type {(heading: Element) => boolean} */
const repeats = (heading) => heading.closest(".step")?.querySelector("h2")?.textContent === heading.textContent;

/**
 * A face beside a name; one's own is a ring.
 * @param {Course.FaceProps & { mine?: boolean }} props
 */
export const Face = ({ initials, shape, color, mine }) => (
  <span class={`dl-face dl-shape-${shape} dl-color-${color}${mine ? " dl-face-mine" : ""}`} aria-hidden="true">
    {initials}
  </span>
);

/**
 * A button that sends a message or calls `onClick`. While a message is under way, it keeps the focus and does nothing.
 * @param {{ primary?: boolean, message?: () => Page.Message, onClick?: () => void, children: Page.Children } & Attributes} props
 */
export const Button = ({ primary, message, onClick, children, ...rest }) => {
  const { send, busy } = usePage();
  return (
    <button
      type="button"
      {...rest}
      class={primary ? "dl-button dl-primary" : "dl-button"}
      aria-disabled={busy}
      onClick={() => !busy && (message ? send(message()) : onClick?.())}
    >
      {children}
    </button>
  );
};

/**
 * The button that sends a form.
 * @param {{ children: Page.Children }} props
 */
export const Submit = ({ children }) => (
  <button type="submit" class="dl-button dl-primary" aria-disabled={usePage().busy}>
    {children}
  </button>
);

/**
 * A box for wide content. It scrolls, also with the keyboard.
 * @param {{ labelledBy: string, children: Page.Children }} props
 */
export const Scroll = ({ labelledBy, children }) => (
  <div class="dl-scroll" role="region" tabIndex={0} aria-labelledby={labelledBy}>
    {children}
  </div>
);

/**
 * How much of something there is, in words and as a bar. With `shown`, its label is visible.
 * @param {Course.MeasureProps & { shown?: boolean }} props
 */
export const Measure = ({ label, text, value, max, shown = false }) => (
  <div class="dl-measure">
    <span>
      {shown && <b dir="auto">{label}</b>} {text}
    </span>
    <progress aria-label={label} aria-valuetext={text} value={value} max={max} />
  </div>
);

/**
 * A section with its heading.
 * @param {{ title: string, children: Page.Children }} props
 */
export function Part({ title, children }) {
  const id = useId();
  return (
    <section aria-labelledby={id}>
      <Heading depth={1} id={id}>{title}</Heading>
      {children}
    </section>
  );
}
