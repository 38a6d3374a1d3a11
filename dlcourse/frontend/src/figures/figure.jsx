// A figure that explains an idea: one or two drawings, each with its caption. What is drawn comes from Python.

import { useId } from "../wire/page.js";
import { Heading } from "../parts/parts.jsx";

/** @typedef {Course.PanelProps["shapes"][number]} AnyShape */

/** @param {Course.FigureProps} props */
export function Figure({ title, panels }) {
  if (!panels.length) return null;
  return (
    <div class="dl-figure">
      <Heading>{title}</Heading>
      <div class="dl-panels">{panels.map((panel) => <Panel key={panel.caption} {...panel} />)}</div>
    </div>
  );
}

/**
 * One drawing with its caption.
 * @param {Course.PanelProps} props
 */
export function Panel({ caption, description, width, height, shapes }) {
  const id = useId();
  return (
    <figure class="dl-panel">
      <svg role="img" aria-labelledby={`${id}t`} aria-describedby={`${id}d`} viewBox={`0 0 ${width} ${height}`}>
        <title id={`${id}t`}>{caption}</title>
        <desc id={`${id}d`}>{description}</desc>
        {shapes.map((shape, place) => <Drawn key={place} shape={shape} />)}
      </svg>
      <figcaption>{caption}</figcaption>
    </figure>
  );
}

/** @param {{ shape: AnyShape }} props */
function Drawn({ shape }) {
  if (shape.kind === "words") return <Words {...shape} />;
  const look = `dl-tone-${shape.tone}${shape.filled ? " dl-strong" : ""}`;
  switch (shape.kind) {
    case "path":
      return <path class={`${look}${shape.filled ? "" : " dl-open"}${shape.dashed ? " dl-dashed" : ""}`} d={shape.d} />;
    case "round":
      return <circle class={look} cx={shape.x} cy={shape.y} r={shape.r} />;
    case "box":
      return <rect class={look} x={shape.x} y={shape.y} width={shape.width} height={shape.height} rx={shape.filled ? 2 : 8} />;
  }
}

/** @param {Extract<AnyShape, { kind: "words" }>} props */
const Words = ({ x, y, lines, tone, anchor, bold }) => (
  <text class={`dl-words-${tone}${bold ? " dl-strong-words" : ""}`} y={y} text-anchor={anchor}>
    {lines.map((line, place) => <tspan key={place} x={x} dy={place ? 17 : 0}>{line}</tspan>)}
  </text>
);
