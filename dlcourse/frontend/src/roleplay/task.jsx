// What a seat does next: one form at a time. While people talk, the form for the next minute stays at the lower edge of
// the window, and the form that ends the talk is behind its second button.

import { useEffect, useRef } from "preact/hooks";
import { Dock, NextForm, Plain } from "../at_table/dock.jsx";
import { Form } from "../parts/form.jsx";
import { Heading } from "../parts/parts.jsx";
import { useDraft } from "../wire/page.js";
import { OpenAsides } from "../at_table/asides.jsx";
import { ReadOn } from "../at_table/read_on.jsx";
import { firstControl } from "../at_table/view.js";

/** @typedef {Pick<Course.TableScreen, "task" | "play" | "clock" | "stage" | "heading" | "read" | "read_facts" | "show_facts"> & { sheet: string, facts: Page.Ref<HTMLElement> }} TaskProps */

/** @param {TaskProps} props */
export function Task({ task, play, clock, stage, heading, read, read_facts, show_facts, sheet, facts }) {
  const [{ closing }, change] = useDraft(`closing/${play}`);
  const box = useRef(/** @type {HTMLElement | null} */ (null));
  useTurned(box, closing);
  if (!task.form && !task.waiting) return null;
  const talks = task.closing !== null && !closing;
  const form = task.closing && closing ? task.closing : task.form;
  const Box = talks ? Dock : Plain;
  return (
    <>
      <ReadOn box={box} form={form?.slot} facts={stage === "prefer" ? facts : undefined} read_facts={read_facts}>{read}</ReadOn>
      <Box key={talks ? "talk" : form?.slot} box={box}>
        {stage === "prefer" && <Heading depth={1}>{heading}</Heading>}
        <div class="dl-task-head">
          {clock && <Clock {...clock} />}
          <OpenAsides sheet={sheet}>{show_facts}</OpenAsides>
        </div>
        {talks && form && <NextForm form={form} onLeave={() => change({ closing: true })} />}
        {!talks && form && <Form form={form} onLeave={() => change({ closing: false })} />}
        {task.waiting && <p role="status">{task.waiting}</p>}
      </Box>
    </>
  );
}

/**
 * The time that is left is told after each minute, behind what was said in it.
 * @param {Course.ClockProps} props
 */
const Clock = ({ label, text, left, all }) => (
  <div class="dl-measure dl-clock">
    <span role="status"><span key={text}>{text}</span></span>
    <progress aria-label={label} aria-valuetext={text} value={left} max={all} />
  </div>
);

/**
 * Who turns from the one form of the talk to the other finds it in view, and the focus in it.
 * @param {Page.Ref<HTMLElement>} box
 * @param {boolean | undefined} closing
 */
function useTurned(box, closing) {
  const before = useRef(closing);
  useEffect(() => {
    if (closing === before.current) return;
    before.current = closing;
    box.current?.scrollIntoView({ block: "nearest" });
    /** @type {HTMLElement | null | undefined} */
    const goal = box.current?.querySelector("form [data-goal]");
    (goal ?? firstControl(box.current))?.focus({ preventScroll: true });
  }, [closing]);
}
