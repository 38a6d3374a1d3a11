// Who was seen leading: the form that counts acts, and the list of them.

import { List, RowButton } from "./editable_list.jsx";
import { Outcome } from "./outcome.jsx";
import { Form } from "../parts/form.jsx";
import { Heading } from "../parts/parts.jsx";

/** @param {Course.ActsProps & { said: Course.OutcomeProps | null }} props */
export function Acts({ title, note, form, listed, acts, row, said }) {
  return (
    <section>
      <Heading depth={1}>{title}</Heading>
      <p class="dl-quiet" dir="auto">{note}</p>
      <Form form={form} />
      <Outcome said={said} part="acts" />
      {listed && (
        <List {...listed}>
          {acts.map(({ person, function: task, count }) => (
            <tr key={JSON.stringify([person, task])}>
              <th scope="row"><span dir="auto">{person}</span><div class="dl-quiet" dir="auto">{task}</div></th>
              <td>{count}</td>
              <td><RowButton of={`${person}, ${task}`} message={{ say: "CountActs", person, function: task, count: 0 }}>{row.remove}</RowButton></td>
            </tr>
          ))}
        </List>
      )}
    </section>
  );
}
