// The debrief of one group, for those who lead the session.

import { Heading } from "../../parts/parts.jsx";
import { usePage } from "../../wire/page.js";
import { GroupDebrief } from "../debrief.jsx";

/** @param {Course.LedGroupProps} props */
export function LedGroup({ title, back, contents }) {
  const { base } = usePage("live-group");
  return (
    <div class="dl-live-figures">
      <div class="dl-live-bar"><a href={base + back.to}>{back.text}</a></div>
      {title && <Heading goal>{title}</Heading>}
      {contents && (
        <div class="dl-live-debrief">
          <Heading depth={1}>{contents.title}</Heading>
          <GroupDebrief {...contents} depth={2} />
        </div>
      )}
    </div>
  );
}
