// One part of an inquiry: its form, and its earlier versions.

import { Form } from "../parts/form.jsx";
import { when } from "../wire/times.js";

/** @param {Course.PartFormProps} props */
export const Part = ({ form, before, before_title: title }) => (
  <>
    <Form form={form} />
    {before.length > 0 && (
      <details class="dl-before">
        <summary>{title} ({before.length})</summary>
        {before.map((version, place) => <Version key={place} {...version} />)}
      </details>
    )}
  </>
);

/** @param {Course.PartVersionProps} props */
const Version = ({ at, answers }) => (
  <div class="dl-inquiry-version">
    <p class="dl-quiet">{when(at)}</p>
    <Answers list={answers} />
  </div>
);

/** @param {{ list: Course.NamedText[] }} props */
export const Answers = ({ list }) => (
  <dl class="dl-inquiry-answers">
    {list.map(({ name, text }) => (
      <div key={name}>
        <dt>{name}</dt>
        <dd dir="auto">{text}</dd>
      </div>
    ))}
  </dl>
);
