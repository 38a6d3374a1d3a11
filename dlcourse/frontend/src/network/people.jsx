// The people of one's own network: the form that adds some, and the list of them.

import { useState } from "preact/hooks";
import { Line, List, RowButton } from "./editable_list.jsx";
import { Outcome } from "./outcome.jsx";
import { usePage } from "../wire/page.js";
import { Form } from "../parts/form.jsx";
import { Button, Heading } from "../parts/parts.jsx";

/** @param {Course.PeopleProps & { said: Course.OutcomeProps | null, limit: number }} props */
export function People({ title, care, form, lists, listed, names, row, said, limit }) {
  const { send } = usePage("network");
  return (
    <section>
      <Heading depth={1}>{title}</Heading>
      {care && <p class="dl-care" dir="auto">{care}</p>}
      <Form form={form} />
      {lists.length > 0 && (
        <div class="dl-row dl-lists">
          {lists.map(({ text, names: all, roles }) => (
            <Button key={text} onClick={() => send({ say: "AddColleagues", names: all, roles: { ...roles } })}>{text}</Button>
          ))}
        </div>
      )}
      <Outcome said={said} part="people" />
      {listed && <List {...listed}>{names.map((name) => <Person key={name} name={name} limit={limit} row={row} />)}</List>}
    </section>
  );
}

/** @param {{ name: string, limit: number, row: Course.RowWords }} props */
function Person({ name, limit, row }) {
  const { queue } = usePage("network");
  const [doing, set] = useState("");
  const leave = () => set("");
  const renamed = (/** @type {string} */ words) => {
    leave();
    queue({ say: "RenameColleague", person: name, name: words });
  };
  return (
    <tr>
      <th scope="row" dir="auto">{name}</th>
      <td>
        {doing === "" && (
          <div class="dl-row">
            <RowButton of={name} onClick={() => set("rename")}>{row.change}</RowButton>
            <RowButton of={name} onClick={() => set("remove")}>{row.remove}</RowButton>
          </div>
        )}
        {doing === "rename" && <Line {...row} value={name} limit={limit} required onSave={renamed} onCancel={leave} />}
        {doing === "remove" && (
          <div class="dl-row">
            <span>{row.removes}</span>
            <RowButton of={name} message={{ say: "RemoveColleague", person: name }}>{row.remove}</RowButton>
            <Button onClick={leave}>{row.cancel}</Button>
          </div>
        )}
      </td>
    </tr>
  );
}
