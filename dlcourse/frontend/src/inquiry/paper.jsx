// The plan as it is printed. A gap says what is missing, and leads to where it is written.

import { Heading } from "../parts/parts.jsx";
import { usePage } from "../wire/page.js";

/** @param {Course.PlanPaper & { box: Page.Ref<HTMLElement>, onWrite: (slot: string) => void }} props */
export const Paper = ({ title, name, about, rows, check_ins_title: checks, check_ins: dates, box, onWrite }) => (
  <article class="dl-plan-paper" ref={box}>
    <header>
      <Heading depth={1}>{title}</Heading>
      {name && <p class="dl-plan-name" dir="auto">{name}</p>}
      <p class="dl-quiet" dir="auto">{about.join(" · ")}</p>
    </header>
    {rows.map((row) => <Row key={row.part} {...row} onWrite={() => onWrite(row.slot)} />)}
    <section class="dl-plan-row">
      <Heading depth={2}>{checks}</Heading>
      <div>
        {dates.map(({ name: date, text }) => <p key={date} dir="auto"><b>{date}</b> {text}</p>)}
      </div>
    </section>
  </article>
);

/** @param {Course.PaperRow & { onWrite: () => void }} props */
const Row = ({ slot, title, lines, onWrite }) => (
  <section class="dl-plan-row">
    <Heading depth={2}>{title}</Heading>
    <div>
      {lines.map((line) => (
        <p key={line.name} dir="auto">
          <b>{line.name}:</b> {line.kind === "answer" ? line.text : <Gap slot={slot} {...line} onWrite={onWrite} />}
        </p>
      ))}
    </div>
  </section>
);

/**
 * Says what is missing; what stands in its form and was not saved is not missing.
 * @param {Course.PaperLine & { slot: string, onWrite: () => void }} props
 */
function Gap({ slot, field, text, unsaved, onWrite }) {
  const { keeper, drafts } = usePage();
  const fields = (keeper.get(slot) ?? drafts.find((card) => card.slot === slot))?.fields;
  return <button type="button" class="dl-link" onClick={onWrite}>{fields?.[field]?.trim() ? unsaved : text}</button>;
}
