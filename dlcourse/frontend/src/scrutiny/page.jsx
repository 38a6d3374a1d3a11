// A scrutiny round: the one thing to do now, and below it what one received and gave, the circle, and its balance.

import { useId, usePage } from "../wire/page.js";
import { Button, Heading, Html, Measure, Part, Scroll } from "../parts/parts.jsx";
import { Form } from "../parts/form.jsx";

/** @param {Course.ScrutinyProps} props */
export function Scrutiny({ view }) {
  if (!view) return null;
  const { title, setting, steps, task, received, given, circle, balance, learned, again, people } = view;
  return (
    <div class="dl-round">
      <Heading>{title}</Heading>
      <Fold key={String(setting.open)} {...setting}><Html html={setting.html} class="dl-reading" /></Fold>
      {steps.list.length > 0 && <Steps {...steps} />}
      <Task {...task} />
      {learned && learned.list.length > 0 && <Part title={learned.title}>{learned.list.map((said) => <Learned key={said.name} {...said} />)}</Part>}
      {received && received.list.length > 0 && <Fold {...received}>{received.list.map((said) => <Verdict key={said.html} {...said} />)}</Fold>}
      {given && given.list.length > 0 && <Fold {...given}>{given.list.map((comment) => <Given key={comment.to} {...comment} />)}</Fold>}
      {balance && <Balance {...balance} />}
      {circle && <Part title={circle.title}>{circle.people.map((person) => <Person key={person.id} {...person} />)}</Part>}
      {again && <Fold title={again.title}><Form form={again.form} /></Fold>}
      {people && <Fold title={people.title}><p>{people.note}</p><Form form={people.form} /></Fold>}
    </div>
  );
}

/** @param {{ title: string, note?: string, open?: boolean, children: Page.Children }} props */
const Fold = ({ title, note, open, children }) => (
  <details class="dl-more" open={open}>
    <summary dir="auto">{title}</summary>
    {note && <p class="dl-quiet" dir="auto">{note}</p>}
    {children}
  </details>
);

/** @param {Course.RoundSteps} props */
const Steps = ({ title, list }) => (
  <ol class="dl-round-steps" aria-label={title}>
    {list.map(({ text, now, mark }) => (
      <li key={text} aria-current={now ? "step" : undefined}>
        <span dir="auto">{text}</span> {mark && <span class={now ? "dl-mark" : "dl-mark dl-mark-done"}>{mark}</span>}
      </li>
    ))}
  </ol>
);

/**
 * The focus goes to its heading whenever it is another one.
 * @param {Course.RoundTask} props
 */
const Task = ({ kind, heading, note, reading, quote, progress, form, buttons = [], last }) => (
  <div class="dl-task">
    <Heading depth={1} goal>{heading}</Heading>
    {progress && <Measure {...progress} />}
    {note && <p class="dl-quiet" dir="auto">{note}</p>}
    {reading && <Reading {...reading} />}
    <Html as="blockquote" html={quote} class="dl-quote" />
    {form && <Form key={form.slot} form={form} />}
    {buttons.length > 0 && <Answers buttons={buttons} />}
    <div role="status">{kind === "sort" && last && <Verdict {...last} />}</div>
  </div>
);

/** @param {{ buttons: Course.TaskButton[] }} props */
function Answers({ buttons }) {
  const { send } = usePage("scrutiny");
  return (
    <div class="dl-places">
      {buttons.map(({ text, note, message }) => (
        <Button key={text} onClick={() => send(message)} primary={buttons.length === 1}>
          <span class="dl-answer"><b>{text}</b>{note && <span>{note}</span>}</span>
        </Button>
      ))}
    </div>
  );
}

/** @param {Course.ReadingProps} props */
const Reading = ({ title, html, words, ask }) => (
  <div class="dl-practice">
    <p class="dl-practice-title" dir="auto">{title}</p>
    <Html html={html} class="dl-reading" />
    {words && <p class="dl-words" dir="auto">{words}</p>}
    {ask && <p dir="auto"><b>{ask.label}</b> {ask.text} {ask.question && <q>{ask.question}</q>}</p>}
  </div>
);

/** @param {Course.VerdictProps} props */
const Verdict = ({ title, html, by, right, words, why }) => (
  <div class={right ? "dl-told dl-told-best" : "dl-told dl-told-other"}>
    {title && <p class="dl-quiet">{title}</p>}
    <Html html={html} class="dl-situation-said" />
    {by && <p class="dl-quiet" dir="auto">{by}</p>}
    <p class="dl-verdict" dir="auto">{words}</p>
    <Html as="p" html={why} />
  </div>
);

/** @param {{ halves: Course.NamedText[] }} props */
export const Halves = ({ halves }) => (
  <dl class="dl-halves">
    {halves.map(({ name, text }) => (
      <div key={name}><dt dir="auto">{name}</dt><dd dir="auto">{text}</dd></div>
    ))}
  </dl>
);

/** @param {Course.GivenProps} props */
const Given = ({ to, halves, put }) => (
  <div class="dl-given">
    <div>
      <p dir="auto"><b>{to}</b></p>
      <Halves halves={halves} />
    </div>
    {put && (
      <div class="dl-put">
        <p dir="auto"><b>{put.title}</b></p>
        <Halves halves={put.halves} />
        <p class="dl-quiet" dir="auto">{put.why}</p>
      </div>
    )}
  </div>
);

/** @param {Course.CircleMember} props */
const Person = ({ name, marks, about, practice, closed, heard_title, heard }) => (
  <details class="dl-person">
    <summary>
      <span dir="auto">{name}</span> {marks.map((mark) => <span key={mark} class="dl-mark">{mark}</span>)}
    </summary>
    <Html html={about} class="dl-quiet" />
    {practice ? <Reading {...practice} /> : <p dir="auto">{closed}</p>}
    {heard.length > 0 && <p><b>{heard_title}</b></p>}
    {heard.map((said) => (
      <blockquote key={said.html}>
        <Html html={said.html} />
        {said.by && <p class="dl-quiet" dir="auto">{said.by}</p>}
      </blockquote>
    ))}
  </details>
);

/** @param {Course.LearnedProps} props */
const Learned = ({ name, learned, trying }) => (
  <div class="dl-told">
    <p dir="auto"><b>{name}</b></p>
    <p class="dl-words" dir="auto">{learned}</p>
    {trying && <p class="dl-words" dir="auto">{trying}</p>}
  </div>
);

/** @param {Course.BalanceProps} props */
function Balance({ title, text, table }) {
  const id = useId();
  return (
    <Part title={title}>
      <p dir="auto">{text}</p>
      <Scroll labelledBy={id}>
        <table>
          <caption id={id}>{table.title}</caption>
          <thead><tr>{table.columns.map((column) => <th key={column} scope="col">{column}</th>)}</tr></thead>
          <tbody>
            {table.rows.map(([name, ...cells]) => (
              <tr key={name}><th scope="row" dir="auto">{name}</th>{cells.map((cell, place) => <td key={place}>{cell}</td>)}</tr>
            ))}
          </tbody>
        </table>
      </Scroll>
    </Part>
  );
}
