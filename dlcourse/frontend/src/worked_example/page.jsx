// A worked example: its lines as they stand, and the one that is to be mended now.

import { Form } from "../parts/form.jsx";
import { Heading, Html } from "../parts/parts.jsx";
import { useId } from "../wire/page.js";

/** @param {Course.WorkedExampleProps} props */
export function WorkedExample({ view }) {
  if (!view) return null;
  const { title, note, progress, lines, now, after } = view;
  return (
    <div class="dl-example">
      <Heading>{title}</Heading>
      <Html html={note} />
      <dl class="dl-example-lines">{lines.map((line) => <Line key={line.id} {...line} now={line.id === now?.key} />)}</dl>
      <p class="dl-quiet" role="status">{progress}</p>
      {now ? <Now {...now} /> : <After html={after} label={progress} />}
    </div>
  );
}

/** @param {Course.ExampleLineProps & { now: boolean }} props */
const Line = ({ label, html, before, mark, why, now }) => (
  <div class={now ? "dl-example-now" : undefined}>
    <dt dir="auto">{label} {mark && <span class="dl-mark dl-mark-done">{mark}</span>}</dt>
    {before && <dd><Html as="s" html={before} /></dd>}
    <dd><Html as="span" html={html} /></dd>
    {why && <dd class="dl-quiet"><Html as="span" html={why} /></dd>}
  </div>
);

/** @param {Course.LineToMend} props */
function Now({ title, html, told, form }) {
  const id = useId();
  return (
    <section class="dl-task" aria-labelledby={id}>
      <Heading depth={1} id={id} goal>{title}</Heading>
      <blockquote class="dl-example-quote"><Html as="p" html={html} /></blockquote>
      <div role="status">{told && <Html as="p" class="dl-told dl-told-other" html={told} />}</div>
      <Form form={form} />
    </section>
  );
}

/**
 * What follows once all lines are mended. The focus comes here, because the form that had it is gone.
 * @param {{ html: string, label: string }} props
 */
const After = ({ html, label }) => (
  <section class="dl-told dl-told-best" aria-label={label} tabIndex={-1} data-goal="still">
    <Html html={html} class="dl-reading" />
  </section>
);
