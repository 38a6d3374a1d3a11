// The ties of one's own network: the form that adds some, and the list of them. Who turns, and for what, stay in the form
// for the next ties.

import { useState } from "preact/hooks";
import { Line, List, RowButton } from "./editable_list.jsx";
import { Outcome } from "./outcome.jsx";
import { usePage } from "../wire/page.js";
import { message } from "../parts/form_values.js";
import { Form } from "../parts/form.jsx";
import { Heading } from "../parts/parts.jsx";

/**
 * `onFill` is told which ties are filled in, so that they can be drawn before they are added.
 * @param {Course.TiesProps & { said: Course.OutcomeProps | null, limit: number, onFill: (ties: import("./picture.jsx").NewTies) => void }} props
 */
export function Ties({ title, note, form, topics, between, listed, ties, row, said, limit, onFill }) {
  const fill = (/** @type {import("../parts/form_values.js").Values} */ values) => {
    const { who, to } = /** @type {Course.DrawTies} */ (/** @type {unknown} */ (message(/** @type {Course.FormProps} */ (form), values, "")));
    onFill({ who, to: [...to] });
  };
  return (
    <section class="dl-ties">
      <Heading depth={1}>{title}</Heading>
      {note && <p class="dl-quiet" dir="auto">{note}</p>}
      {form && <Form form={form} onFill={fill} />}
      <Outcome said={said} part="ties" />
      {listed && <List {...listed}>{ties.map((tie) => <Tie key={JSON.stringify(tie)} tie={tie} between={between} topics={topics} limit={limit} row={row} />)}</List>}
    </section>
  );
}

/** @param {{ tie: Course.TieProps, between: string, topics: string[], limit: number, row: Course.RowWords }} props */
function Tie({ tie, between, topics, limit, row }) {
  const { queue } = usePage("network");
  const [writing, write] = useState(false);
  const of = [tie.who, tie.to, tie.topic].filter(Boolean).join(", ");
  const changed = (/** @type {string} */ topic) => {
    write(false);
    queue({ say: "ChangeTie", tie, topic });
  };
  return (
    <tr>
      <th scope="row">
        <span dir="auto">{tie.who}</span> <span aria-hidden="true">→</span> <span class="dl-unseen">{between}</span> <span dir="auto">{tie.to}</span>
        {writing ? (
          <Line {...row} value={tie.topic} limit={limit} choices={topics} onSave={changed} onCancel={() => write(false)} />
        ) : (
          tie.topic && <div class="dl-quiet" dir="auto">{tie.topic}</div>
        )}
      </th>
      <td>
        <div class="dl-row">
          {!writing && <RowButton of={of} onClick={() => write(true)}>{row.change}</RowButton>}
          <RowButton of={of} message={{ say: "RemoveTie", tie }}>{row.remove}</RowButton>
        </div>
      </td>
    </tr>
  );
}
