// @ts-nocheck: this file has no types yet.
// A table in play: the talk so far, the one thing to do next, and beside it what one knows and who is there.

import { useEffect, useRef } from "preact/hooks";
import { Conversation } from "./conversation.jsx";
import { Form } from "../parts/form.jsx";
import { TurnForm } from "./turn_form.jsx";
import { useDraft, useId } from "../wire/page.js";
import { Button, Face, Heading, Html, Measure } from "../parts/parts.jsx";

export function Table({ title, heading, setting, stage, passages, talk_label, ...rest }) {
  const before = stage === "prefer";
  return (
    <article class="dl-play">
      <header class="dl-head">
        <Heading>{title}</Heading>
        <Button message={() => ({ say: "show", play: "" })}>{rest.leave}</Button>
      </header>
      <div class="dl-columns">
        <div class="dl-main">
          <details class="dl-setting" open={setting.open}>
            <summary>{setting.title}</summary>
            <Html html={setting.html} class="dl-reading" />
          </details>
          <Conversation passages={passages} label={talk_label} last={before ? undefined : heading} />
          <Task key={stage} {...rest} heading={before ? heading : ""} />
        </div>
        <Asides {...rest} />
      </div>
    </article>
  );
}

/** One task at a time: a form, or the next minute of the talk with the form that ends it behind a button. */
function Task({ task, play, clock, heading }) {
  const [{ closing }, change] = useDraft(`closing/${play}`);
  const box = useRef(null);
  const turn = (closing) => () => {
    change({ closing });
    box.current.dataset.moved = "yes";
  };
  useEffect(() => {
    // The person turned from one form to the other; the focus goes along.
    if (box.current?.dataset.moved) box.current.querySelector("[data-goal], input").focus();
    if (box.current) delete box.current.dataset.moved;
  }, [closing]);
  const ends = task.closing && closing;
  if (!task.form) return null;
  return (
    <section class="dl-task" ref={box}>
      {heading && <Heading depth={1} goal>{heading}</Heading>}
      {task.closing && clock && <Measure {...clock} value={clock.left} max={clock.all} />}
      {ends && <Form form={task.closing} onLeave={turn(false)} />}
      {task.closing && !ends && <TurnForm form={task.form} onLeave={turn(true)} />}
      {!task.closing && task.form && <Form form={task.form} />}
      {task.waiting && <p role="status">{task.waiting}</p>}
    </section>
  );
}

function Asides({ known, gauges, people }) {
  const id = useId();
  const parts = [known && "k", gauges && "g", people && "p"].filter(Boolean);
  return (
    <aside class="dl-asides" tabIndex={0} aria-labelledby={parts.map((part) => id + part).join(" ")}>
      {known && <Known {...known} id={`${id}k`} />}
      {gauges && <Gauges {...gauges} id={`${id}g`} />}
      {people && <People {...people} id={`${id}p`} />}
    </aside>
  );
}

const Known = ({ title, groups, id }) => (
  <section>
    <Heading depth={2} id={id}>{title}</Heading>
    {groups.map((group) => <Facts key={group.title} {...group} />)}
  </section>
);

const Facts = ({ title, mine, facts }) => (
  <details open>
    <summary dir="auto">{title}</summary>
    <ul class={mine ? "dl-known dl-known-mine" : "dl-known"}>
      {facts.map(({ html, note }) => (
        <li key={html}>
          <Html html={html} />
          {note && <p class="dl-quiet" dir="auto">{note}</p>}
        </li>
      ))}
    </ul>
  </details>
);

const Gauges = ({ title, list, id }) => (
  <section>
    <Heading depth={2} id={id}>{title}</Heading>
    {list.map(({ name, value, min, max, text }) => (
      <Measure key={name} shown label={name} text={text} value={value - min} max={max - min} />
    ))}
  </section>
);

const People = ({ title, list, id }) => (
  <section>
    <Heading depth={2} id={id}>{title}</Heading>
    <ul class="dl-people">
      {list.map((person) => (
        <li key={person.name}>
          <Face initials={person.initials} mine={person.you} />
          <details>
            <summary>
              <span dir="auto">{person.name}</span> {person.note && <span class="dl-mark">{person.note}</span>}
            </summary>
            <Html html={person.html} />
          </details>
        </li>
      ))}
    </ul>
  </section>
);
