// What is fixed before a plan is made: who contributes, answers, or has no part. Wishes are added and removed one by one.

import { newId } from "../wire/ids.js";
import { useId, usePage } from "../wire/page.js";
import { Form } from "../parts/form.jsx";
import { Button, Heading } from "../parts/parts.jsx";

/** @param {Course.NextPlanProps} props */
export function NextPlan({ title, intro, team, name, submit, wishes, list_title, list_empty, list, form, form_title }) {
  const { send } = usePage("plan");
  const id = useId();
  return (
    <section aria-labelledby={id} class="dl-card">
      <Heading depth={1} id={id}>{title}</Heading>
      <p dir="auto">{intro}</p>
      <Heading depth={2}>{list_title}</Heading>
      {list.length === 0 && <p class="dl-quiet" dir="auto">{list_empty}</p>}
      <ul class="dl-entries">
        {list.map(({ words, remove, label, ...wish }) => (
          <li key={words} class="dl-row">
            <span dir="auto">{words}</span> <Button onClick={() => send({ say: "Wish", ...wish, on: false })} aria-label={label}>{remove}</Button>
          </li>
        ))}
      </ul>
      {form && (
        <details class="dl-more">
          <summary>{form_title}</summary>
          <Form form={form} />
        </details>
      )}
      <p>
        <Button primary onClick={() => send({ say: "BeginPlan", plan: newId(), team, name, wishes })}>{submit}</Button>
      </p>
    </section>
  );
}
