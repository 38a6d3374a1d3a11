// The form in which a team is typed in or corrected: its two tables, what is wrong at which cell, and beside them the
// picture of who can do what. The course checks what stands here whenever it keeps it; this only shows what it found.

import { useEffect, useRef, useState } from "preact/hooks";
import { changed, put, size, toRows, toText, withRoom, withoutSkill } from "./cells.js";
import { TeamPicture } from "./team_picture.jsx";
import { TeamTable } from "./team_table.jsx";
import { newId } from "../wire/ids.js";
import { useId, usePage } from "../wire/page.js";
import { AboutFiles } from "../parts/about_files.jsx";
import { Keeping, OtherDrafts, useSlot } from "../parts/draft_slot.jsx";
import { Button, Heading } from "../parts/parts.jsx";

/** @import { Tables } from "./cells.js" */
/** @typedef {Record<string, string>} Fields */

/** @type {(fields: Fields) => Tables} */
const tablesOf = ({ people, work }) => ({ people: toRows(people), work: toRows(work) });

/** What is read of a draft that was written elsewhere: the team's name, and whom it has. */
const wordsOf = (/** @type {Fields} */ fields) => [fields.name, ...toRows(fields.people).slice(1).map(([name]) => name)].filter(Boolean).join(", ");

/** @param {Course.TeamFormProps} props */
export function TeamForm({ slot: place, team, base, title, how, care, name: label, limit, most_cells, begun, tables, words, submit, checks, said }) {
  const { send, busy } = usePage("plan");
  const id = useId();
  const form = useRef(/** @type {HTMLFormElement | null} */ (null));
  const { filled, change, claim, ...slot } = useSlot(place, { ...begun, base });
  const [asked, ask] = useState(0); // how often it was sent with something wrong
  const [undo, remember] = useState(/** @type {{ table: keyof Tables, fields: Fields } | null} */ (null));
  const [refused, refuse] = useState(false);
  const last = useRef(/** @type {Course.CheckedDraft | undefined} */ (undefined));
  const found = checks.find(({ draft }) => draft === (slot.draft ?? "")) ?? last.current ?? checks[0];
  last.current = found;
  const fixed = { people: tables[0].fixed.length, work: tables[1].fixed.length };
  const now = tablesOf(filled);
  const wrong = found && (found.problems.length > 0 || found.others.length > 0);
  useEffect(() => {
    const first = asked ? /** @type {HTMLInputElement | null | undefined} */ (form.current?.querySelector('[aria-invalid="true"], .dl-others')) : null;
    first?.focus();
    first?.select?.();
  }, [asked]);
  useEffect(() => void (!slot.draft && ask(0)), [slot.draft]);
  const lay = (/** @type {keyof Tables} */ table, /** @type {Tables} */ next, whole = true) => {
    refuse(size(next) > most_cells);
    if (size(next) > most_cells) return;
    remember(whole ? { table, fields: { people: filled.people, work: filled.work } } : null);
    change({ people: toText(next.people), work: toText(next.work) });
  };
  const onPut = (/** @type {keyof Tables} */ table, /** @type {number} */ row, /** @type {number} */ column, /** @type {string[][]} */ block) =>
    lay(table, changed(now, table, put(now[table], row, column, block), fixed), block.length > 1 || block[0].length > 1);
  const goBack = (/** @type {{ table: keyof Tables, fields: Fields }} */ { table, fields }) => {
    change(fields);
    remember(null);
    /** @type {HTMLElement | null | undefined} */ (form.current?.querySelector(`.dl-team-${table} tbody [data-at]`))?.focus(); // the button is gone
  };
  const addSkill = () => lay("people", changed(now, "people", put(now.people, 0, now.people[0].length, [[""]]), fixed));
  const save = (/** @type {Event} */ event) => {
    event.preventDefault();
    if (busy || (team && !slot.draft)) return;
    if (wrong && found.count === (slot.count ?? 0)) return ask(asked + 1);
    send({ say: "UseTeam", id: claim(), team: team || newId(), name: filled.name, people: filled.people, work: filled.work, base });
  };
  return (
    <section aria-labelledby={title ? id : undefined}>
      {title && <Heading depth={1} id={id}>{title}</Heading>}
      {care && <p class="dl-care dl-team-care" dir="auto">{care}</p>}
      <div class="dl-team-entry">
        {found && <TeamPicture {...found.picture} />}
        <form class="dl-form" ref={form} onSubmit={save} aria-busy={busy}>
          <label class="dl-field">
            <span>{label}</span>
            <input dir="auto" required maxLength={limit} value={filled.name} onInput={(event) => change({ name: event.currentTarget.value })} />
          </label>
          <p class="dl-quiet dl-no-print" dir="auto">{how}</p>
          {found?.behind && <p class="dl-told dl-told-other" role="status" dir="auto">{found.behind}</p>}
          {tables.map((table) => (
            <TeamTable
              key={table.name}
              {...table}
              rows={withRoom(now[table.name])}
              shared={table.name === "work" ? now.people[0].slice(fixed.people) : []}
              words={words}
              problems={(found?.problems ?? []).filter((problem) => problem.table === table.name && (asked || !problem.empty))}
              onPut={(row, column, block) => onPut(table.name, row, column, block)}
              onRemoveRow={(row) => lay(table.name, { ...now, [table.name]: now[table.name].toSpliced(row, 1) })}
              onRemoveSkill={(skill) => lay(table.name, withoutSkill(now, skill, fixed))}
            >
              {table.name === "people" && <Button onClick={addSkill}>{words.add_skill}</Button>}
              {undo?.table === table.name && <Button onClick={() => goBack(undo)}>{words.undo}</Button>}
            </TeamTable>
          ))}
          <p role="alert" class="dl-problem" dir="auto">{refused && words.too_many}</p>
          {found && asked > 0 && found.others.length > 0 && (
            <ul class="dl-told dl-told-other dl-others" tabIndex={-1}>{found.others.map((each) => <li key={each} dir="auto">{each}</li>)}</ul>
          )}
          {found?.more && <p dir="auto">{found.more.text}</p>}
          <AboutFiles about={found?.about ?? null} />
          <Keeping slot={place} {...slot} />
          <div class="dl-row dl-no-print">
            <button type="submit" class="dl-button dl-primary" aria-disabled={busy || Boolean(team && !slot.draft)}>{submit}</button>
            <span class="dl-quiet">{found?.empty}</span>
          </div>
          <p role="status" class="dl-outcome-done" dir="auto">{said && <span key={said}>{said}</span>}</p>
          <OtherDrafts slot={place} others={slot.others} wordsOf={wordsOf} />
        </form>
      </div>
    </section>
  );
}
