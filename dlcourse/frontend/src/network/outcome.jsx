// What came of the last step, said beside the control that was used, to those who see it and to those who hear it.

/** @param {{ said: Course.OutcomeProps | null, part: Course.OutcomeProps["part"] }} props */
export function Outcome({ said, part }) {
  const here = said?.part === part ? said : null;
  return (
    <div class="dl-outcome">
      <p class="dl-said" role="status" dir="auto">{here?.done ? here.words : ""}</p>
      <p class="dl-problem" role="alert" dir="auto">{here && !here.done ? here.words : ""}</p>
    </div>
  );
}
