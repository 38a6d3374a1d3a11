// The talk as it went: scenes, and in each who said or did what. Lines are only ever added at the end.

import { Face, Heading, Html } from "../parts/parts.jsx";

/** @typedef {(line: Course.LineProps) => Page.Children} After what is drawn below a line */

/**
 * The scenes with their lines. `label` makes it a log, whose additions are read out politely; `last` is the heading
 * of the last scene, which then gets the focus when the talk moves on; `after(line)` is drawn below a line.
 * @param {{ passages: Course.SceneProps[], label?: string, last?: string, after?: After, depth?: number, box?: Page.Ref<HTMLDivElement> }} props
 */
export function Conversation({ passages, label, last, after, depth = 1, box }) {
  const log = label ? { role: /** @type {const} */ ("log"), "aria-label": label } : {};
  return (
    <div class="dl-talk" ref={box} {...log}>
      {passages.map((passage, place) => (
        <Scene
          key={passage.key}
          passage={passage}
          depth={depth}
          goal={last !== undefined && place === passages.length - 1}
          fallback={place === passages.length - 1 ? last : undefined}
          after={after}
        />
      ))}
    </div>
  );
}

/** @param {{ passage: Course.SceneProps, depth: number, goal: boolean, fallback?: string, after?: After }} props */
const Scene = ({ passage: { title, html, lines }, depth, goal, fallback, after }) => (
  <section class="dl-scene">
    {title && <Heading depth={depth} html={title} goal={goal && "still"} />}
    {!title && fallback && <Heading depth={depth} goal={goal && "still"}>{fallback}</Heading>}
    <Html html={html} class="dl-reading" />
    {lines.length > 0 && (
      <ol class="dl-lines">{lines.map((line, place) => <Line key={place} line={line} after={after} />)}</ol>
    )}
  </section>
);

/** @param {{ line: Course.LineProps, after?: After }} props */
export function Line({ line, after }) {
  return (
    <li class={`dl-line${line.mine ? " dl-line-mine" : ""}${line.quiet ? " dl-line-quiet" : ""}`}>
      {line.parting && <p class="dl-parting" dir="auto">{line.parting}</p>}
      <Face {...line.face} mine={line.mine} />
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

/** @param {Course.FactCard} props */
const Fact = ({ html, note, new: fresh }) => (
  <div class={fresh ? "dl-fact dl-fact-new" : "dl-fact"}>
    <p class="dl-fact-note">{note}</p>
    <Html html={html} />
  </div>
);
