// @ts-nocheck: this file has no types yet.
// The talk as it went: scenes, and in each who said or did what. Lines are only ever added at the end.

import { useLayoutEffect, useRef } from "preact/hooks";
import { Face, Heading, Html } from "../parts/parts.jsx";

/**
 * The scenes with their lines. `label` makes it a log, whose additions are read out politely; `last` is the heading
 * of the last scene, which then gets the focus when the talk moves on; `after(line)` is drawn below a line.
 */
export function Conversation({ passages, label, last, after, depth = 1 }) {
  const log = label ? { role: "log", "aria-label": label } : {};
  const box = useRef(null);
  useNewLines(box, label ? passages.reduce((count, { lines }) => count + lines.length, 0) : 0);
  return (
    <div class="dl-talk" ref={box} {...log}>
      {passages.map((passage, place) => (
        <Scene
          key={passage.key}
          {...passage}
          depth={depth}
          goal={last !== undefined && place === passages.length - 1}
          fallback={place === passages.length - 1 ? last : undefined}
          after={after}
        />
      ))}
    </div>
  );
}

const Scene = ({ title, html, lines, depth, goal, fallback, after }) => (
  <section class="dl-scene">
    {title && <Heading depth={depth} html={title} goal={goal} />}
    {!title && fallback && <Heading depth={depth} goal={goal}>{fallback}</Heading>}
    <Html html={html} class="dl-reading" />
    {lines.length > 0 && (
      <ol class="dl-lines">{lines.map((line, place) => <Line key={place} {...line} after={after} />)}</ol>
    )}
  </section>
);

function Line({ after, ...line }) {
  return (
    <li class={line.mine ? "dl-line dl-line-mine" : "dl-line"}>
      {line.parting && <p class="dl-parting" dir="auto">{line.parting}</p>}
      <Face initials={line.initials} mine={line.mine} />
      <div class="dl-said">
        <p class="dl-who" dir="auto">
          <b>{line.who}</b>
          {line.manner && <span>, {line.manner}</span>}
        </p>
        {line.says && <p class="dl-speech" dir="auto">{line.says}</p>}
        <Html html={line.html} class="dl-speech" />
        {line.fact && <Fact {...line.fact} />}
        {line.words && <blockquote class="dl-words" dir="auto">{line.words}</blockquote>}
        <Html html={line.feedback} class="dl-feedback" />
        {after?.(line)}
      </div>
    </li>
  );
}

const Fact = ({ html, note, new: fresh }) => (
  <div class={fresh ? "dl-fact dl-fact-new" : "dl-fact"}>
    <p class="dl-fact-note">{note}</p>
    <Html html={html} />
  </div>
);

/** Brings what was just said into view; what was there when the page opened stays where it is. */
function useNewLines(box, count) {
  const before = useRef(count);
  useLayoutEffect(() => {
    const first = box.current.querySelectorAll(".dl-line")[before.current];
    if (count > before.current) first?.scrollIntoView({ block: "nearest" });
    before.current = count;
  }, [count]);
}
