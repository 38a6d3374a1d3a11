// Questions for the whole room: the one that is open, what was answered before, and the forms that put another one.

import { Form } from "../../parts/form.jsx";
import { Button, Heading } from "../../parts/parts.jsx";
import { useId, usePage } from "../../wire/page.js";
import { Bars } from "./bars.jsx";

/** @param {Course.RoomQuestionsProps} props */
export function RoomQuestions({ title, lead, back, cohort, session, questions, empty, forms }) {
  const { base } = usePage("live-questions");
  return (
    <div class="dl-live-figures dl-live-questions">
      <div class="dl-live-bar"><a href={base + back.to}>{back.text}</a></div>
      <Heading goal>{title}</Heading>
      <p class="dl-lead-in">{lead}</p>
      {empty && <p class="dl-empty">{empty}</p>}
      {questions.map((question) => <Question key={question.number} {...question} cohort={cohort} session={session} />)}
      {forms && (
        <div class="dl-live-forms">
          <section class="dl-live-part"><Heading depth={1}>{forms.title}</Heading><Form form={forms.form} /></section>
          <section class="dl-live-part"><Heading depth={1}>{forms.own_title}</Heading><Form form={forms.own} /></section>
        </div>
      )}
    </div>
  );
}

/** @param {Course.RoomQuestionProps & { cohort: string, session: string }} props */
function Question({ number, ask, about, state, note, answers, bars, why, close, cohort, session }) {
  const { send } = usePage("live-questions");
  const id = useId();
  return (
    <section class="dl-live-part" aria-labelledby={id}>
      <Heading depth={1} id={id} dir="auto">{ask}</Heading>
      {about && <p class="dl-live-large" dir="auto">{about}</p>}
      {bars.length > 0 && <Bars bars={bars} />}
      {answers.length > 0 && <ul class="dl-live-answers">{answers.map((answer) => <li key={answer} dir="auto">{answer}</li>)}</ul>}
      {why && <p class="dl-live-why" dir="auto">{why}</p>}
      <p class="dl-live-source" role="status">{state}</p>
      {note && <p class="dl-live-source">{note}</p>}
      {close && <Button primary aria-label={`${close}: ${ask}`} onClick={() => send({ say: "CloseQuestion", cohort, session, number })}>{close}</Button>}
    </section>
  );
}
