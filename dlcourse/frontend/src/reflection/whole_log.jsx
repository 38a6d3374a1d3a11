// The whole log: a new entry, a search, the entries page by page, drafts from other pages, promises, a small chart.

import { useEffect, useState } from "preact/hooks";
import { elsewhere as draftsElsewhere } from "./drafted.js";
import { useLog } from "./log_context.js";
import { Entry } from "./entry.jsx";
import { useId, usePage } from "../wire/page.js";
import { Button, Heading } from "../parts/parts.jsx";
import { Chart } from "../parts/chart.jsx";
import { Fold } from "../parts/fold.jsx";
import { Form } from "../parts/form.jsx";
import { Promises } from "./promises.jsx";
import { Choice, Choose } from "./choose.jsx";
import { at } from "../wire/times.js";
import { Writing } from "./writing.jsx";

/** @param {Course.WholeLogProps} props */
export function WholeLog({ due, write, search, entries, entries_title, told, pages, elsewhere, promises, chart, opened }) {
  const { drafts } = usePage("log");
  const id = useId();
  const { words, promise_words } = useLog();
  const away = draftsElsewhere(drafts, entries);
  const apart = opened && !entries.some(({ entry }) => entry === opened.entry);
  return (
    <>
      <Promises title={due.title} note={due.note} promises={due.promises} vanishes />
      {away.length > 0 && <Elsewhere {...elsewhere} drafts={away} />}
      <Fold slot={write.form.slot} title={write.title} said={words.said}><Writing form={write.form} /></Fold>
      <section class="dl-found" aria-labelledby={id}>
        <Heading depth={1} id={id}>{entries_title}</Heading>
        <Search {...search} />
        <p role="status" class="dl-log-told" dir="auto">{told}</p>
        {apart && <Entry {...opened} />}
        {entries.map((entry) => <Entry key={entry.entry} {...entry} />)}
        {pages && <Pages {...pages} />}
      </section>
      {chart && <Chart {...chart} />}
      <Promises title={promises.title} promises={promises.promises}>
        {promises.empty && <p class="dl-empty" dir="auto">{promises.empty}</p>}
        <Fold slot={promises.form.slot} title={promises.new} said={promise_words.said}><Form form={promises.form} /></Fold>
      </Promises>
    </>
  );
}

/** @param {Course.LogSearch} props */
function Search({ title, find, session, principle, submit, all, searched }) {
  const { send } = usePage("log");
  const asked = { find: find.value, session: session.value, principle: principle.value };
  const [values, fill] = useState(asked);
  useEffect(() => fill(asked), [find.value, session.value, principle.value]);
  const look = (/** @type {typeof asked} */ parts) => send({ say: "SearchLog", ...parts, page: 1 });
  const choose = (/** @type {keyof typeof asked} */ name) => (/** @type {string} */ value) => fill({ ...values, [name]: value });
  const menus = /** @type {const} */ ([["session", session], ["principle", principle]]);
  const submitted = (/** @type {Event} */ event) => {
    event.preventDefault();
    look(values); // even while something else is under way: whoever searches twice gets the second answer
  };
  return (
    <search>
      <form class="dl-form dl-search" onSubmit={submitted} aria-label={title}>
        <label class="dl-field">
          <span>{find.label}</span>
          <input type="search" dir="auto" maxLength={200} value={values.find} onInput={(event) => choose("find")(event.currentTarget.value)} />
        </label>
        {menus.map(([name, { label, choices }]) => (
          <Choose key={name} label={label} value={values[name]} onChange={choose(name)}>
            {choices.map((each) => <Choice key={each.value} {...each} />)}
          </Choose>
        ))}
        <div class="dl-row">
          <button type="submit" class="dl-button dl-primary">{submit}</button>
          {searched && <Button onClick={() => look({ find: "", session: "", principle: "" })}>{all}</Button>}
        </div>
      </form>
    </search>
  );
}

/** @param {Course.EntryPages} props */
function Pages({ label, text, newer, older }) {
  const { send } = usePage("log");
  return (
    <nav class="dl-row dl-pages" aria-label={label}>
      {newer && <Button onClick={() => send({ say: "SearchLog", ...newer.to })}>{newer.text}</Button>}
      <span>{text}</span>
      {older && <Button onClick={() => send({ say: "SearchLog", ...older.to })}>{older.text}</Button>}
    </nav>
  );
}

/**
 * Drafts whose form stands on another page; what was found in this browser and delivered late is among them.
 * @param {Course.DraftsElsewhere & { drafts: ReturnType<typeof draftsElsewhere> }} props
 */
function Elsewhere({ title, note, go, drafts }) {
  const { base, draft_words, send } = usePage("log");
  const { words } = useLog();
  const id = useId();
  return (
    <section class="dl-elsewhere" aria-labelledby={id}>
      <Heading depth={1} id={id}>{title}</Heading>
      {drafts.map(({ draft, to, entry, words: text, at: kept }) => (
        <div key={draft} class="dl-other-draft">
          <p class="dl-quiet">{draft_words.kept.replace("{time}", at(kept))}</p>
          <p class="dl-entry-words" dir="auto">{text}</p>
          {to && <p><a href={base + to}>{go}</a> <span class="dl-quiet">{note}</span></p>}
          {entry && <Button onClick={() => send({ say: "OpenEntry", entry })}>{words.edit}</Button>}
        </div>
      ))}
    </section>
  );
}
