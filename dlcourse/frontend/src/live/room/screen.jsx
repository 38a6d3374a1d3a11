// The screen for the room: how to come in, how many are here, and the clocks. It shows no names.

import { JoinCode, useJoinCode } from "../../cohort/once.jsx";
import { Heading } from "../../parts/parts.jsx";
import { usePage } from "../../wire/page.js";
import { Clock } from "../clock.jsx";

/** @param {Course.LiveScreenProps} props */
export function LiveScreen({ title, contents }) {
  const { base } = usePage("live-screen");
  if (!contents) return null;
  const { here, clocks, told, back, code, code_later } = contents;
  return (
    <div class={clocks.length ? "dl-live-screen dl-live-on" : "dl-live-screen"}>
      <div class="dl-live-bar"><a href={base + back.to}>{back.text}</a></div>
      <Heading goal>{title}</Heading>
      {told && <p class="dl-live-told" role="status" dir="auto">{told}</p>}
      <div class={`dl-live-clocks${clocks.length > 1 ? " dl-live-many" : ""}`}>
        {clocks.map(({ group, phase, clock }) => (
          <div key={group}>
            {group && <span>{group}</span>} <b>{phase}</b> {clock && <Clock clock={clock} />}
          </div>
        ))}
      </div>
      {here && <p class="dl-live-here" role="status">{here}</p>}
      <Code code={code} later={code_later} />
    </div>
  );
}

/**
 * The join code. Once the session has begun, the form for it is no longer in the way.
 * @param {{ code: Course.CodeProps, later: string }} props
 */
function Code({ code, later }) {
  const [{ code: typed = "" }] = useJoinCode(code.cohort);
  if (typed || !later) return <JoinCode {...code} />;
  return <details class="dl-fold dl-live-later"><summary>{later}</summary><JoinCode {...code} /></details>;
}
