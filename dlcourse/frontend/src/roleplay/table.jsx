// @ts-nocheck: this file has no types yet.
// A table in play: the talk so far, the one thing to do next, and beside it what one knows and who is there.

import { useEffect, useRef } from "preact/hooks";
import { Conversation } from "./conversation.jsx";
import { Form } from "../parts/form.jsx";
import { Minute } from "./turn_form.jsx";
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
  const name = (form) => `${play}:${form?.say ?? "talk"}`;
  const [{ closing }, change] = useDraft(name());
  const box = useRef(null);
  const open = (closing) => {
    change({ closing });
    box.current.dataset.moved = "yes";
  };
  useEffect(() => {
    // The person turned from one form to the other; the focus goes along.
    if (box.current?.dataset.moved) box.current.querySelector("[data-goal], input").focus();
    if (box.current) delete box.current.dataset.moved;
  }, [closing]);
  if (!task.kind) return null;
  return (
    <section class="dl-task" ref={box}>
      {heading && <Heading depth={1} goal>{heading}</Heading>}
      {task.kind === "talk" && !closing && (
        <Minute task={task} play={play} clock={clock} name={name()} onClose={() => open(true)} />
      )}
      {task.kind === "talk" && closing && (
        <>
          {clock && <Measure {...clock} value={clock.left} max={clock.all} />}
          <Form form={task.closing} play={play} name={name(task.closing)} onCancel={() => open(false)} />
        </>
      )}
      {task.kind === "form" && <Form form={task.form} play={play} name={name(task.form)} />}
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
