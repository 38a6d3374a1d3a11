// @ts-nocheck: this file has no types yet.
// All of the log: something new, a search, the entries page by page, drafts that wait elsewhere, promises, a small chart.

import { useEffect, useState } from "preact/hooks";
import { Confidence } from "./confidence.jsx";
import { elsewhere as draftsElsewhere } from "./drafted.js";
import { useLog } from "./log_context.js";
import { Entry } from "./entry.jsx";
import { useId, usePage } from "../wire/page.js";
import { Button, Heading } from "../parts/parts.jsx";
import { Make, Promises } from "./promises.jsx";
import { Choice, Choose } from "./steps.jsx";
import { at } from "../wire/times.js";
import { Writing } from "./writing.jsx";

export function WholeLog({ write, search, entries, entries_title, told, pages, elsewhere, promises, chart, opened, drafts }) {
  const id = useId();
  const begun = drafts.some(({ slot }) => slot === write.form.slot);
  const [writing, show] = useState(begun);
  useEffect(() => void (begun && show(true)), [begun]); // and it stays open when that is saved
  const away = draftsElsewhere(drafts, entries);
  const apart = opened && !entries.some(({ entry }) => entry === opened.entry);
  return (
    <>
      {away.length > 0 && <Elsewhere {...elsewhere} drafts={away} />}
      <details class="dl-more" open={writing} onToggle={(event) => show(event.currentTarget.open)}>
        <summary>{write.title}</summary>
        <Writing form={write.form} />
      </details>
      <section class="dl-found" aria-labelledby={id}>
        <Heading depth={1} id={id}>{entries_title}</Heading>
        <Search {...search} />
        <p role="status" class="dl-log-told" dir="auto">{told}</p>
        {apart && <Entry {...opened} />}
        {entries.map((entry) => <Entry key={entry.entry} {...entry} />)}
        {pages && <Pages {...pages} />}
      </section>
      {chart && <Confidence {...chart} />}
      <Promises title={promises.title} promises={promises.promises}>
        {promises.promises.length === 0 && <p class="dl-empty" dir="auto">{promises.empty}</p>}
        <details class="dl-more">
          <summary>{promises.new}</summary>
          <Make form={promises.form} />
        </details>
      </Promises>
    </>
  );
}

function Search({ title, find, session, principle, submit, all, searched }) {
  const { send, busy } = usePage();
  const asked = { find: find.value, session: session.value, principle: principle.value };
  const [values, fill] = useState(asked);
  useEffect(() => fill(asked), [find.value, session.value, principle.value]);
  const look = (parts) => send({ say: "WholeLog", ...parts, page: 1 });
  const choose = (name) => (value) => fill({ ...values, [name]: value });
  const submitted = (event) => {
    event.preventDefault();
    if (!busy) look(values);
  };
  return (
    <search>
      <form class="dl-form dl-search" onSubmit={submitted} aria-label={title}>
        <label class="dl-field">
          <span>{find.label}</span>
          <input type="search" dir="auto" maxLength={200} value={values.find} onInput={(event) => choose("find")(event.currentTarget.value)} />
        </label>
        {Object.entries({ session, principle }).map(([name, { label, choices }]) => (
          <Choose key={name} label={label} value={values[name]} onChange={choose(name)}>
            {choices.map((each) => <Choice key={each.value} {...each} />)}
          </Choose>
        ))}
        <div class="dl-row">
          <button type="submit" class="dl-button dl-primary" aria-disabled={busy}>{submit}</button>
          {searched && <Button onClick={() => look({ find: "", session: "", principle: "" })}>{all}</Button>}
        </div>
      </form>
    </search>
  );
}

const Pages = ({ label, text, newer, older }) => (
  <nav class="dl-row dl-pages" aria-label={label}>
    {newer && <Button message={() => ({ say: "WholeLog", ...newer.to })}>{newer.text}</Button>}
    <span>{text}</span>
    {older && <Button message={() => ({ say: "WholeLog", ...older.to })}>{older.text}</Button>}
  </nav>
);

/** Drafts whose form stands on another page; what was found in this browser and delivered late is among them. */
function Elsewhere({ title, note, go, drafts }) {
  const { base, draft_words } = usePage();
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
          {entry && <Button message={() => ({ say: "open", entry })}>{words.edit}</Button>}
        </div>
      ))}
    </section>
  );
}
