// What is fixed before a plan is made: who contributes, answers, or has no part. Added and taken back one by one.

import { useState } from "preact/hooks";
import { newId } from "../wire/ids.js";
import { useId, usePage } from "../wire/page.js";
import { Button, Heading } from "../parts/parts.jsx";

/** @param {Course.NextPlanProps} props */
export function NextPlan({ title, intro, team, name, submit, wishes, list_title, list_empty, list, form }) {
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
      {form && <WishForm {...form} />}
      <p>
        <Button primary onClick={() => send({ say: "BeginPlan", plan: newId(), team, name, wishes })}>{submit}</Button>
      </p>
    </section>
  );
}

/** @param {Course.WishForm} props */
function WishForm({ title, person, kind, task, submit }) {
  const { send, busy } = usePage("plan");
  const [wish, setWish] = useState({ person: "", kind: kind.options[0].value, task: "" });
  const add = (/** @type {Event} */ event) => {
    event.preventDefault();
    if (!busy) send({ say: "Wish", on: true, ...wish });
  };
  return (
    <details class="dl-more">
      <summary>{title}</summary>
      <form class="dl-inline" onSubmit={add}>
        <Select {...person} value={wish.person} onChange={(value) => setWish({ ...wish, person: value })} />
        <Select {...kind} value={wish.kind} onChange={(value) => setWish({ ...wish, kind: value })} />
        <Select {...task} value={wish.task} onChange={(value) => setWish({ ...wish, task: value })} />
        <button type="submit" class="dl-button" aria-disabled={busy}>{submit}</button>
      </form>
    </details>
  );
}

/**
 * A menu; its first entry is empty where there is nothing chosen yet.
 * @template {string} T
 * @param {{ label: string, options: { value: T, text: string }[], value: T | "", onChange: (value: T) => void }} props
 */
export const Select = ({ label, options, value, onChange }) => (
  <label class="dl-field">
    <span>{label}</span>
    <select required value={value} onChange={(event) => onChange(/** @type {T} */ (event.currentTarget.value))}>
      {value === "" && <option value="" />}
      {options.map((option) => <option key={option.value} value={option.value}>{option.text}</option>)}
    </select>
  </label>
);
