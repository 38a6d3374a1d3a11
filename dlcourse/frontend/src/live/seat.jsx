// The page of one person in a live session.

import { Button, Heading } from "../parts/parts.jsx";
import { usePage } from "../wire/page.js";

/** @param {Course.LiveSeatProps} props */
export function LiveSeat({ contents }) {
  if (!contents) return null;
  const { title, heading, role, door } = contents;
  return (
    <div class="dl-live">
      <Heading goal>{title}</Heading>
      <p role="status">{heading}</p>
      {role && <p>{role}</p>}
      {door && <Door {...door} />}
    </div>
  );
}

/** @param {Course.DoorProps} props */
function Door({ label, cohort, session }) {
  const { send } = usePage("live");
  return <Button onClick={() => send({ say: "EnterLive", cohort, session })}>{label}</Button>;
}
