// Giving somebody another place by hand, right below their name.

import { useEffect, useRef } from "preact/hooks";
import { Form } from "../../parts/form.jsx";
import { goInto } from "../../parts/fold.jsx";
import { Button, Heading } from "../../parts/parts.jsx";
import { useId, usePage } from "../../wire/page.js";

/** @param {Course.Mover} props */
export function Mover({ title, note, form, close }) {
  const { send } = usePage("lead-live");
  const id = useId();
  const box = useRef(/** @type {HTMLElement | null} */ (null));
  useEffect(() => goInto(box.current), []);
  return (
    <section class="dl-live-mover" aria-labelledby={id} ref={box}>
      <Heading depth={3} id={id}>{title}</Heading>
      <p class="dl-quiet">{note}</p>
      <Form form={form} />
      <Button onClick={() => send({ say: "PickPerson", person: "" })}>{close}</Button>
    </section>
  );
}
