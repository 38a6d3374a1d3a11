// @ts-nocheck: this file has no types yet.
// A practice of one's own: a few fields, and other people's eyes to read it with.

import { useId } from "../wire/page.js";
import { Heading } from "../parts/parts.jsx";
import { Halves } from "./page.jsx";
import { Form } from "../parts/form.jsx";

export function OwnPractice({ view }) {
  const id = useId();
  if (!view) return null;
  const { title, note, form, paper, said, eyes } = view;
  return (
    <div class="dl-round">
      <Heading>{title}</Heading>
      <p dir="auto">{note}</p>
      <div class="dl-task">
        <Form form={form} />
        <p role="status" dir="auto">{said}</p>
      </div>
      <div class="dl-on-paper"><Halves halves={paper} /></div>
      <section aria-labelledby={id}>
        <Heading depth={1} id={id}>{eyes.title}</Heading>
        <p dir="auto">{eyes.note}</p>
        {eyes.list.map((each) => <Eyes key={each.name} {...each} />)}
      </section>
    </div>
  );
}

const Eyes = ({ name, mark, sees, form }) => (
  <details class="dl-person">
    <summary>
      <span dir="auto">{name}</span> {mark && <span class="dl-mark dl-mark-done">{mark}</span>}
    </summary>
    <p dir="auto">{sees}</p>
    <Form form={form} />
  </details>
);
