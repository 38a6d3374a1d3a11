// Promises and their witnesses: one's own, and what others ask.

import { useId, usePage } from "../wire/page.js";
import { Form } from "../parts/form.jsx";
import { Button, Heading } from "../parts/parts.jsx";

/** @param {Course.WitnessProps} props */
export function Witness({ view }) {
  const { base } = usePage();
  if (!view) return null;
  return (
    <div class="dl-witness">
      <Heading goal>{view.title}</Heading>
      <p>{view.note}</p>
      <Part title={view.others_title} empty={view.others_empty}>
        {view.others.map((promise) => <Asked key={promise.author + promise.commitment} {...promise} />)}
      </Part>
      <Part title={view.mine_title} empty={view.mine_empty}>
        {view.mine.map((promise, place) => <Mine key={place} {...promise} />)}
      </Part>
      <p><a href={base + view.back.to}>{view.back.text}</a></p>
    </div>
  );
}

/** @param {{ title: string, empty: string, children: Page.Children }} props */
function Part({ title, empty, children }) {
  const id = useId();
  return (
    <section aria-labelledby={id}>
      <Heading depth={1} id={id}>{title}</Heading>
      {empty && <p class="dl-empty">{empty}</p>}
      {children}
    </section>
  );
}

/** @param {Course.MyPromise} props */
const Mine = ({ words, day, witness, form }) => (
  <article class="dl-shared-entry">
    <p class="dl-shared-words" dir="auto">{words}</p>
    <p class="dl-quiet">{[day, witness].filter(Boolean).join(". ")}</p>
    {form && <Form form={form} />}
  </article>
);

/** @param {Course.AskedPromise} props */
function Asked({ author, commitment, name, words, day, accept, decline }) {
  const answer = (/** @type {boolean} */ accepts) => () =>
    /** @type {Page.Message} */ ({ say: "AnswerWitness", author, commitment, accepts });
  return (
    <article class="dl-shared-entry">
      <p><b dir="auto">{name}</b> <span class="dl-quiet">{day}</span></p>
      <p class="dl-shared-words" dir="auto">{words}</p>
      <div class="dl-row">
        {accept && <Button primary message={answer(true)}>{accept}</Button>}
        <Button message={answer(false)}>{decline}</Button>
      </div>
    </article>
  );
}
