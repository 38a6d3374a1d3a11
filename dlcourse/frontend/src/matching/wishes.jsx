// What is fixed before a plan is made: who contributes, answers, or has no part. Added and taken back one by one.

import { useState } from "preact/hooks";
import { newId } from "../wire/ids.js";
import { useId, usePage } from "../wire/page.js";
import { Button, Heading } from "../parts/parts.jsx";

export function NextPlan({ title, intro, team, name, submit, wishes, list_title, list_empty, list, form }) {
  const id = useId();
  return (
    <section aria-labelledby={id} class="dl-card">
      <Heading depth={1} id={id}>{title}</Heading>
      <p dir="auto">{intro}</p>
      <Heading depth={2}>{list_title}</Heading>
      {list.length === 0 && <p class="dl-quiet" dir="auto">{list_empty}</p>}
      <ul class="dl-entries">
        {list.map(({ words, remove, label, message }) => (
          <li key={words} class="dl-row">
            <span dir="auto">{words}</span> <Button message={() => message} aria-label={label}>{remove}</Button>
          </li>
        ))}
      </ul>
      {form && <WishForm {...form} />}
      <p>
        <Button primary message={() => ({ say: "BeginPlan", plan: newId(), team, name, wishes })}>{submit}</Button>
      </p>
    </section>
  );
}

function WishForm({ title, person, kind, task, submit }) {
  const { send, busy } = usePage();
  const [wish, setWish] = useState({ person: "", kind: kind.options[0].value, task: "" });
  const set = (part) => (value) => setWish({ ...wish, [part]: value });
  const add = (event) => {
    event.preventDefault();
    if (!busy) send({ say: "Wish", on: true, ...wish });
  };
  return (
    <details class="dl-more">
      <summary>{title}</summary>
      <form class="dl-inline" onSubmit={add}>
        <Select {...person} value={wish.person} onChange={set("person")} />
        <Select {...kind} value={wish.kind} onChange={set("kind")} />
        <Select {...task} value={wish.task} onChange={set("task")} />
        <button type="submit" class="dl-button" aria-disabled={busy}>{submit}</button>
      </form>
    </details>
  );
}

/** A menu; its first entry is empty where there is nothing chosen yet. */
export const Select = ({ label, options, value, onChange }) => (
  <label class="dl-field">
    <span>{label}</span>
    <select required value={value} onChange={(event) => onChange(event.currentTarget.value)}>
      {value === "" && <option value="" />}
      {options.map((option) => (
        <option key={option.value ?? option} value={option.value ?? option}>{option.text ?? option}</option>
      ))}
    </select>
  </label>
);
