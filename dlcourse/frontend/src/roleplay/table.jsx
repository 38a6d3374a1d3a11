// A table in play: the talk so far, the one thing to do next, and what the seat has at hand.

import { useRef } from "preact/hooks";
import { Asides } from "../at_table/asides.jsx";
import { Conversation } from "../at_table/conversation.jsx";
import { useShow } from "./show.js";
import { Task } from "./task.jsx";
import { useNewLines } from "../at_table/view.js";
import { useId } from "../wire/page.js";
import { Button, Heading, Html } from "../parts/parts.jsx";

/** @param {Course.TableScreen} props */
export function Table({ title, heading, setting, passages, talk_label, goes_on, ...rest }) {
  const show = useShow();
  const sheet = useId();
  const facts = useRef(/** @type {HTMLElement | null} */ (null));
  const talk = useRef(/** @type {HTMLDivElement | null} */ (null));
  const before = rest.stage === "prefer";
  const lines = passages.reduce((count, scene) => count + scene.lines.length, 0);
  // Here and not in the conversation: the form below it has found its place by now.
  useNewLines(talk, lines, `${before}|${passages.length}`);
  return (
    <article class={before ? "dl-play dl-before" : "dl-play"}>
      <header class="dl-head">
        <Heading goal={before ? "still" : false}>{title}</Heading>
        <Button onClick={() => show()}>{rest.leave}</Button>
      </header>
      <div class="dl-columns">
        <div class="dl-main">
          <div class="dl-story-so-far">
            <details class="dl-setting">
              <summary>{setting.title}</summary>
              <Html html={setting.html} class="dl-reading" />
            </details>
            <Conversation passages={passages} label={talk_label} last={before ? undefined : heading} box={talk} />
            {goes_on && <p class="dl-parting" dir="auto">{goes_on}</p>}
            <span class="dl-end-of-talk" />
          </div>
          <Task key={rest.stage} {...rest} heading={heading} sheet={sheet} facts={facts} />
        </div>
        <Asides {...rest} sheet={sheet} box={facts} />
      </div>
    </article>
  );
}
