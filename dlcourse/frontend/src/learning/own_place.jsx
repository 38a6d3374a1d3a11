// A place like one's own: its settings with one's own figures beside them, and what would move its curve.

import { Form } from "../parts/form.jsx";
import { Heading } from "../parts/parts.jsx";
import { useId } from "../wire/page.js";
import { Result } from "./result.jsx";

/** @param {Course.OwnPlaceProps} props */
export function OwnPlace({ view }) {
  const id = useId();
  if (!view) return null;
  return (
    <div class="dl-school">
      <Heading>{view.title}</Heading>
      <p class="dl-school-lead" dir="auto">{view.lead}</p>
      <div class="dl-own-place">
        <div class="dl-card dl-school-form"><Form form={view.form} /></div>
        <section class="dl-card" aria-labelledby={`${id}f`}>
          <Heading depth={1} id={`${id}f`}>{view.figures_title}</Heading>
          <p class="dl-quiet" dir="auto">{view.figures_note}</p>
          <ul class="dl-decided">
            {view.figures.map(({ name, text, source }) => (
              <li key={text} dir="auto"><b>{name}.</b> {text} <span class="dl-quiet">{source}</span></li>
            ))}
          </ul>
        </section>
      </div>
      <section class="dl-card" aria-labelledby={id}>
        <Heading depth={1} id={id} goal>{view.result_title}</Heading>
        {view.result ? (
          <>
            <Result {...view.result} />
            <p dir="auto"><b>{view.honest}</b> {view.further}</p>
          </>
        ) : <p class="dl-quiet" dir="auto">{view.empty}</p>}
      </section>
    </div>
  );
}
