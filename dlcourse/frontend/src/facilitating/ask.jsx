// What whoever does not lead yet is asked, on each page for those who lead: one button, and the page opens.

import { Button, Part } from "../parts/parts.jsx";
import { usePage } from "../wire/page.js";

/** @param {Course.LeadQuestion} props */
export function Ask({ title, note, choose }) {
  const { send } = usePage("facilitator-home");
  return (
    <Part title={title}>
      <p>{note}</p>
      <Button primary onClick={() => send({ say: "ChooseFacilitating", chosen: true })}>{choose}</Button>
    </Part>
  );
}
