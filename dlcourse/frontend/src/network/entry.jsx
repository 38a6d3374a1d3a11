// One's own network while it is entered: the people, their ties, acts of leading; or all of it from files.

import { useRef, useState } from "preact/hooks";
import { Files } from "./files.jsx";
import { Known, Line, List, RowButton } from "./editable_list.jsx";
import { useOpenNetwork } from "./open_network.js";
import { useDraft, useId, usePage } from "../wire/page.js";
import { AboutFiles } from "../parts/about_files.jsx";
import { Button, Heading, Submit } from "../parts/parts.jsx";

/** @param {Course.EnterScreen} props */
export function Enter({ heading, care, size, look, people, ties, acts, about_file, files, taken, remove, limit, back }) {
  const open = useOpenNetwork();
  return (
    <>
      <header class="dl-head">
        <Heading goal>{heading}</Heading>
        <Button onClick={() => open()}>{back}</Button>
      </header>
      <p dir="auto">{care}</p>
      <div class="dl-row dl-so-far">
        <p role="status">{size}</p>
        {look && <Button primary onClick={() => open("own", "guess")}>{look}</Button>}
      </div>
      <AboutFiles about={about_file} />
      <People {...people} limit={limit} />
      {ties && <Ties {...ties} people={people.names} limit={limit} />}
      {acts && <Acts {...acts} people={people.names} limit={limit} />}
      <Files {...files} taken={taken} />
      {remove && <Remove {...remove} />}
    </>
  );
}

/** @param {Course.PeopleProps & { limit: number }} props */
function People({ title, label, submit, list_title, names, name, what, limit, ...words }) {
  const { send, busy } = usePage("network");
  const [draft, change] = useDraft("colleagues");
  const lines = (draft.names ?? "").split("\n").map((/** @type {string} */ line) => line.trim()).filter(Boolean);
  const add = (/** @type {Event} */ event) => {
    event.preventDefault();
    if (!busy && lines.length) send({ say: "AddColleagues", names: lines }, "colleagues");
  };
  return (
    <section>
      <Heading depth={1}>{title}</Heading>
      <form class="dl-form" onSubmit={add} aria-busy={busy}>
        <label class="dl-field">
          <span dir="auto">{label}</span>
          <textarea dir="auto" rows={4} required value={draft.names ?? ""} onInput={(event) => change({ names: event.currentTarget.value })} />
        </label>
        <div class="dl-row"><Submit>{submit}</Submit></div>
      </form>
      {names.length > 0 && (
        <List title={list_title} columns={[name, what]}>
          {names.map((each) => <Person key={each} name={each} limit={limit} {...words} />)}
        </List>
      )}
    </section>
  );
}

/** @param {Pick<Course.PeopleProps, "name" | "rename" | "remove" | "keep" | "cancel" | "new" | "removes"> & { limit: number }} props */
function Person({ name, limit, rename, remove, keep, cancel, new: label, removes }) {
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
            <RowButton of={name} onClick={() => set("rename")}>{rename}</RowButton>
            <RowButton of={name} onClick={() => set("remove")}>{remove}</RowButton>
          </div>
        )}
        {doing === "rename" && <Line label={label} value={name} keep={keep} cancel={cancel} limit={limit} required onKeep={renamed} onCancel={leave} />}
        {doing === "remove" && (
          <div class="dl-row">
            <span>{removes}</span>
            <RowButton of={name} message={{ say: "RemoveColleague", person: name }}>{remove}</RowButton>
            <Button onClick={leave}>{cancel}</Button>
          </div>
        )}
      </td>
    </tr>
  );
}

/** @param {{ label: string, empty: string, people: string[], value: string | undefined, onPick: (name: string) => void }} props */
const Pick = ({ label, empty, people, value, onPick }) => (
  <label class="dl-field">
    <span dir="auto">{label}</span>
    <select required value={value ?? ""} onChange={(event) => onPick(event.currentTarget.value)}>
      <option value="">{empty}</option>
      {people.map((name) => <option key={name} value={name}>{name}</option>)}
    </select>
  </label>
);

/** @param {{ label: string, limit: number, value: string | undefined, onInput: (words: string) => void, choices: string[], required?: boolean }} props */
const Words = ({ label, limit, value, onInput, choices, ...rest }) => {
  const id = useId();
  return (
    <label class="dl-field">
      <span dir="auto">{label}</span>
      <input type="text" dir="auto" autocomplete="off" list={id} maxLength={limit} value={value ?? ""} onInput={(event) => onInput(event.currentTarget.value)} {...rest} />
      <Known id={id} words={choices} />
    </label>
  );
};

/**
 * Who is turned to is emptied once it was taken; who turns and what for stay, for the next ones.
 * @param {Course.TiesProps & { people: string[], limit: number }} props
 */
function Ties({ title, people, limit, who, to, topic, empty, submit, topics, columns, ties, none, list_title, ...words }) {
  const { send, busy } = usePage("network");
  const [from, change] = useDraft("tie");
  const [draft, tick] = useDraft("tie to");
  const others = people.filter((name) => name !== from.who);
  /** @type {string[]} */
  const chosen = (draft.to ?? []).filter((/** @type {string} */ name) => others.includes(name));
  const toggle = (/** @type {string} */ name, /** @type {boolean} */ on) => tick({ to: on ? [...chosen, name] : chosen.filter((other) => other !== name) });
  const add = (/** @type {Event} */ event) => {
    event.preventDefault();
    if (!busy && chosen.length) send({ say: "DrawTies", who: from.who, to: chosen, topic: from.topic ?? "" }, "tie to");
  };
  return (
    <section>
      <Heading depth={1}>{title}</Heading>
      <form class="dl-form" onSubmit={add} aria-busy={busy}>
        <Pick label={who} empty={empty} people={people} value={from.who} onPick={(name) => change({ who: name })} />
        <fieldset class="dl-fields dl-crowd">
          <legend dir="auto">{to}</legend>
          <div class="dl-many">
            {others.map((name) => (
              <label key={name} class="dl-choice">
                <input type="checkbox" required={!chosen.length} checked={chosen.includes(name)} onChange={(event) => toggle(name, event.currentTarget.checked)} />
                <span dir="auto">{name}</span>
              </label>
            ))}
          </div>
        </fieldset>
        <Words label={topic} limit={limit} value={from.topic} choices={topics} onInput={(value) => change({ topic: value })} />
        <div class="dl-row"><Submit>{submit}</Submit></div>
      </form>
      {ties.length === 0 && <p class="dl-quiet">{none}</p>}
      {ties.length > 0 && (
        <List title={list_title} columns={columns}>
          {ties.map((tie) => <Tie key={JSON.stringify(tie)} tie={tie} topics={topics} limit={limit} {...words} />)}
        </List>
      )}
    </section>
  );
}

/** @param {Pick<Course.TiesProps, "topics" | "change" | "remove" | "keep" | "cancel" | "new"> & { tie: Course.TieProps, limit: number }} props */
function Tie({ tie, topics, limit, change, remove, keep, cancel, new: label }) {
  const { queue } = usePage("network");
  const [writing, write] = useState(false);
  const of = [tie.who, tie.to, tie.topic].filter(Boolean).join(", ");
  const changed = (/** @type {string} */ topic) => {
    write(false);
    queue({ say: "ChangeTie", tie, topic });
  };
  return (
    <tr>
      <th scope="row" dir="auto">{tie.who}</th>
      <td dir="auto">{tie.to}</td>
      <td dir="auto">
        {writing ? <Line label={label} value={tie.topic} keep={keep} cancel={cancel} limit={limit} choices={topics} onKeep={changed} onCancel={() => write(false)} /> : tie.topic}
      </td>
      <td>
        <div class="dl-row">
          {!writing && <RowButton of={of} onClick={() => write(true)}>{change}</RowButton>}
          <RowButton of={of} message={{ say: "RemoveTie", tie }}>{remove}</RowButton>
        </div>
      </td>
    </tr>
  );
}

/** @param {Course.ActsProps & { people: string[], limit: number }} props */
function Acts({ title, note, people, limit, person, function: task, count, most, empty, submit, functions, columns, acts, remove, list_title }) {
  const { send, busy } = usePage("network");
  const [draft, change] = useDraft("act");
  const add = (/** @type {Event} */ event) => {
    event.preventDefault();
    if (!busy) send({ say: "CountActs", person: draft.person, function: draft.task, count: Number(draft.count) }, "act");
  };
  return (
    <section>
      <Heading depth={1}>{title}</Heading>
      <p class="dl-quiet" dir="auto">{note}</p>
      <form class="dl-form" onSubmit={add} aria-busy={busy}>
        <Pick label={person} empty={empty} people={people} value={draft.person} onPick={(name) => change({ person: name })} />
        <Words label={task} limit={limit} required value={draft.task} choices={functions} onInput={(value) => change({ task: value })} />
        <label class="dl-field">
          <span dir="auto">{count}</span>
          <input type="number" required min={1} max={most} step={1} value={draft.count ?? ""} onInput={(event) => change({ count: event.currentTarget.value })} />
        </label>
        <div class="dl-row"><Submit>{submit}</Submit></div>
      </form>
      {acts.length > 0 && (
        <List title={list_title} columns={columns}>
          {acts.map((act) => (
            <tr key={JSON.stringify(act)}>
              <th scope="row" dir="auto">{act.person}</th>
              <td dir="auto">{act.function}</td>
              <td>{act.count}</td>
              <td><RowButton of={`${act.person}, ${act.function}`} message={{ say: "CountActs", person: act.person, function: act.function, count: 0 }}>{remove}</RowButton></td>
            </tr>
          ))}
        </List>
      )}
    </section>
  );
}

/** @param {Course.RemoveNetworkProps} props */
function Remove({ title, note, submit }) {
  const box = useRef(/** @type {HTMLDetailsElement | null} */ (null));
  const { queue } = usePage("network");
  const remove = () => {
    /** @type {HTMLElement | null | undefined} */ (box.current?.closest(".dl-network")?.querySelector("[data-goal]"))?.focus();
    queue({ say: "RemoveNetwork" });
  };
  return (
    <details class="dl-more" ref={box}>
      <summary>{title}</summary>
      <p dir="auto">{note}</p>
      <Button onClick={remove}>{submit}</Button>
    </details>
  );
}
