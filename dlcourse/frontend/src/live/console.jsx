// The console of those who lead a live session.

import { Heading } from "../parts/parts.jsx";

/** @param {Course.LiveConsoleProps} props */
export function LiveConsole({ title, contents }) {
  if (!contents) return null;
  return (
    <div class="dl-live-console">
      <Heading goal>{title}</Heading>
      <p>{contents.people}</p>
      <ul>
        {contents.groups.map((group) => <li key={group.number}>{group.number}: {group.phase}, {group.here}</li>)}
      </ul>
    </div>
  );
}
