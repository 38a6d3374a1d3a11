// The plan as it is printed. A gap says what is missing, and leads to where it is written.

import { Heading } from "../parts/parts.jsx";

/** @param {Course.PlanPaper & { box: Page.Ref<HTMLElement>, onWrite: (part: string) => void }} props */
export const Paper = ({ title, name, about, rows, check_ins_title: checks, check_ins: dates, box, onWrite }) => (
  <article class="dl-plan-paper" ref={box}>
    <header>
      <Heading depth={1}>{title}</Heading>
      {name && <p class="dl-plan-name" dir="auto">{name}</p>}
      <p class="dl-quiet" dir="auto">{about.join(" · ")}</p>
    </header>
    {rows.map((row) => <Row key={row.part} {...row} onWrite={() => onWrite(row.part)} />)}
    <section class="dl-plan-row">
      <Heading depth={2}>{checks}</Heading>
      <div>
        {dates.map(({ name: date, text }) => <p key={date} dir="auto"><b>{date}</b> {text}</p>)}
      </div>
    </section>
  </article>
);

/** @param {Course.PaperRow & { onWrite: () => void }} props */
const Row = ({ title, lines, onWrite }) => (
  <section class="dl-plan-row">
    <Heading depth={2}>{title}</Heading>
    <div>
      {lines.map(({ name, text, kind }) => (
        <p key={name} dir="auto">
          <b>{name}:</b> {kind === "answer" ? text : <button type="button" class="dl-link" onClick={onWrite}>{text}</button>}
        </p>
      ))}
    </div>
  </section>
);
