// Who you are: a few lines of text, and a greeting once they were saved.

import { Form } from "../parts/form.jsx";

/** @param {Course.AboutYouProps} props */
export function AboutYou({ form, said }) {
  if (!form) return null;
  return (
    <div class="dl-card dl-about-you">
      <Form form={form} />
      <p role="status" dir="auto">{said}</p>
    </div>
  );
}
