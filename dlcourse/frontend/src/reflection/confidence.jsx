// @ts-nocheck: this file has no types yet.
// How sure somebody was over time: a small drawing with its sentence, and the same as a table.

import { useId } from "../wire/page.js";
import { Heading } from "../parts/parts.jsx";
import { day, when } from "../wire/times.js";
import { DataTable } from "../parts/data_table.jsx";

const [WIDE, HIGH, LEFT, EDGE] = [640, 190, 96, 16];

export function Confidence({ title, says, note, steps, points, table }) {
  const id = useId();
  const x = (place) => LEFT + EDGE + (place * (WIDE - LEFT - 2 * EDGE)) / Math.max(1, points.length - 1);
  const y = (level) => EDGE + ((5 - level) * (HIGH - 3 * EDGE)) / 4;
  const way = points.map(({ level }, place) => `${x(place)},${y(level)}`).join(" ");
  return (
    <section class="dl-card dl-sure" aria-labelledby={id}>
      <Heading depth={1} id={id}>{title}</Heading>
      <p id={`${id}s`} dir="auto">{says}</p>
      <div class="dl-scroll" role="region" tabIndex={0} aria-labelledby={id}>
        <svg viewBox={`0 0 ${WIDE} ${HIGH}`} role="img" aria-labelledby={`${id}s`}>
          {steps.map((word, place) => (
            <g key={word}>
              <line class="dl-sure-line" x1={LEFT} x2={WIDE} y1={y(place + 1)} y2={y(place + 1)} />
              <text x={LEFT - 8} y={y(place + 1) + 5} text-anchor="end">{word}</text>
            </g>
          ))}
          <polyline class="dl-sure-way" points={way} />
          {points.map(({ at, level }, place) => <circle key={place} class="dl-sure-point" cx={x(place)} cy={y(level)} r={5}><title>{when(at)}</title></circle>)}
          <text x={x(0)} y={HIGH - 4}>{day(points[0].at.slice(0, 10))}</text>
          <text x={WIDE - 4} y={HIGH - 4} text-anchor="end">{day(points.at(-1).at.slice(0, 10))}</text>
        </svg>
      </div>
      <p class="dl-quiet" dir="auto">{note}</p>
      <DataTable {...table} rows={table.rows.map(({ at, cells }) => [when(at), ...cells])} />
    </section>
  );
}
