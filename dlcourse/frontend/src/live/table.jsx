// A live table in play, drawn like that of a role-play by oneself: the talk so far, the form for what to do next, and what
// the seat has at hand.

import { useRef } from "preact/hooks";
import { Asides, OpenAsides } from "../at_table/asides.jsx";
import { Conversation } from "../at_table/conversation.jsx";
import { Dock, NextForm, Plain } from "../at_table/dock.jsx";
import { ReadOn } from "../at_table/read_on.jsx";
import { useNewLines } from "../at_table/view.js";
import { Form } from "../parts/form.jsx";
import { Html } from "../parts/parts.jsx";
import { useId } from "../wire/page.js";
import { Acts } from "./acts.jsx";
import { Clock } from "./clock.jsx";

/** @param {Course.SeatContents} contents */
export function LiveTable(contents) {
  const { passages, reads, talks, setting, words, forms, would } = contents;
  const sheet = useId();
  const facts = useRef(/** @type {HTMLElement | null} */ (null));
  const talk = useRef(/** @type {HTMLDivElement | null} */ (null));
  useNewLines(talk, passages.reduce((count, scene) => count + scene.lines.length, 0), "");
  const rest = talks ? forms.slice(0, -1) : forms;
  return (
    <div class={reads ? "dl-play dl-before" : "dl-play"}>
      <div class="dl-columns">
        <div class="dl-main">
          <div class="dl-story-so-far">
            <details class="dl-setting" open={reads}>
              <summary>{words.case}</summary>
              <Html html={setting} class="dl-reading" />
            </details>
            <section aria-label={words.said}>
              <Conversation passages={passages} depth={2} after={afterLine} box={talk} />
              <span class="dl-end-of-talk" />
            </section>
          </div>
          {rest.map((form, place) => <Task key={form.slot} {...contents} would={place === rest.length - 1 ? would : []} form={form} unread={reads ? facts : undefined} sheet={sheet} />)}
          <Next {...contents} sheet={sheet} />
        </div>
        <AtHand {...contents} sheet={sheet} box={facts} />
      </div>
    </div>
  );
}

/**
 * What can be done with something that was said, and what people did with it.
 * @param {Course.LineProps} line
 */
function afterLine(line) {
  const { note, acts } = /** @type {Course.LiveLineProps} */ (line);
  return (
    <>
      {note && <p class="dl-quiet" dir="auto">{note}</p>}
      <Acts acts={acts} />
    </>
  );
}

/** @param {Course.SeatContents & { form: Course.FormProps, unread?: Page.Ref<HTMLElement>, sheet: string }} props */
function Task({ form, unread, would, reads, words, sheet }) {
  const box = useRef(/** @type {HTMLElement | null} */ (null));
  return (
    <>
      <ReadOn box={box} form={form.slot} facts={unread} read_facts={words.read_facts}>{unread ? words.have_read_facts : words.read}</ReadOn>
      <Plain box={box}>
        {!reads && <div class="dl-task-head"><OpenAsides sheet={sheet}>{words.show_facts}</OpenAsides></div>}
        {would.map((sentence) => <p key={sentence} dir="auto">{sentence}</p>)}
        <Form form={form} />
      </Plain>
    </>
  );
}

/**
 * The form for what one says next, at the lower edge of the window. Without any form, only the way to what one knows.
 * @param {Course.SeatContents & { sheet: string }} props
 */
function Next({ forms, talks, clock, would, words, sheet }) {
  const box = useRef(/** @type {HTMLElement | null} */ (null));
  const form = talks && forms.at(-1);
  if (form) {
    return (
      <Dock box={box}>
        <div class="dl-task-head">
          {clock && <Clock clock={clock} />}
          <OpenAsides sheet={sheet}>{words.show_facts}</OpenAsides>
        </div>
        <NextForm form={form} />
      </Dock>
    );
  }
  if (forms.length > 0) return null;
  return (
    <>
      {would.map((sentence) => <p key={sentence} dir="auto">{sentence}</p>)}
      <p class="dl-live-hand"><OpenAsides sheet={sheet}>{words.show_facts}</OpenAsides></p>
    </>
  );
}

/** @param {Course.SeatContents & { sheet: string, box: Page.Ref<HTMLElement> }} props */
function AtHand({ facts, known, people, gauges, words, sheet, box }) {
  const heard = known.filter(({ since }) => since !== "everyone");
  const common = known.filter(({ since }) => since === "everyone");
  const groups = [
    { title: words.facts, mine: true, facts },
    { title: words.heard, mine: false, facts: heard },
    { title: words.known, mine: false, facts: common },
  ].filter((group) => group.facts.length > 0);
  return (
    <Asides
      known={groups.length > 0 ? { title: words.what_you_know, groups } : null}
      gauges={gauges}
      people={{ title: words.people, list: people }}
      hide_facts={words.hide_facts}
      after={(fact) => <Acts acts={/** @type {Course.FactProps} */ (fact).acts} />}
      sheet={sheet}
      box={box}
    />
  );
}
