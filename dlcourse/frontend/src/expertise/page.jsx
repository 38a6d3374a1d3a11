// One's own expertise: each line opens into a sentence for each level, and a choice is saved at once. Below is the profile.

import { useEffect, useRef, useState } from "preact/hooks";
import { useChosen, useId, usePage } from "../wire/page.js";
import { Form } from "../parts/form.jsx";
import { Heading, Measure } from "../parts/parts.jsx";
import { DataTable } from "../parts/data_table.jsx";

/** @param {Course.ExpertiseProps} props */
export function Expertise({ view }) {
  const box = useRef(/** @type {HTMLDivElement | null} */ (null));
  useFocusAfterRemoval(box, view?.lines.length);
  if (!view) return null;
  return (
    <div class="dl-expertise" ref={box}>
      <Heading goal>{view.title}</Heading>
      <p dir="auto">{view.ask}</p>
      <p class="dl-quiet" dir="auto">{view.note}</p>
      <Measure {...view.progress} />
      <div class="dl-abilities">
        {view.lines.map((line) => <Line key={line.id} {...line} open={line.id === firstOpen(view)} />)}
      </div>
      <Add {...view.add} />
      <Profile {...view.profile} />
    </div>
  );
}

/**
 * If nothing is answered yet, the first line is open, to show what is asked.
 * @param {Course.ExpertiseContents} view
 */
const firstOpen = ({ progress, lines }) => (progress.value === 0 ? lines[0].id : null);

/**
 * When a line that has the focus is removed, the focus moves to where lines are added.
 * @param {Page.Ref<HTMLElement>} box
 * @param {number | undefined} count
 */
function useFocusAfterRemoval(box, count) {
  const last = useRef(count ?? 0);
  useEffect(() => {
    const fewer = (count ?? 0) < last.current;
    last.current = count ?? 0;
    if (!fewer || document.activeElement !== document.body) return;
    /** @type {HTMLElement | null | undefined} */ (box.current?.querySelector(".dl-add [data-goal]"))?.focus();
  }, [count]);
}

/** @param {Course.AbilityProps & { open: boolean }} props */
function Line({ id, name, state, value, levels, legend, wanted, wish, wish_mark, drop, open }) {
  const { queue } = usePage("expertise");
  const [shown, show] = useState(open);
  return (
    <details class="dl-ability" open={shown} onToggle={(event) => show(event.currentTarget.open)}>
      <summary>
        <span dir="auto">{name}</span>{" "}
        <span class="dl-ability-state">{state}{wish_mark && <> <span class="dl-mark">{wish_mark}</span></>}</span>
      </summary>
      <Levels id={id} value={value} levels={levels} legend={legend} />
      <div class="dl-row">
        <Wish id={id} wanted={wanted} label={wish} />
        {drop && <button type="button" class="dl-button" onClick={() => queue({ say: "DropExpertise", expertise: id })}>{drop}</button>}
      </div>
    </details>
  );
}

/**
 * Radio buttons, so that the arrow keys walk along the levels; each answer is sent at once, behind those under way.
 * @param {Pick<Course.AbilityProps, "id" | "value" | "levels" | "legend">} props
 */
function Levels({ id, value, levels, legend }) {
  const { queue } = usePage("expertise");
  const name = useId();
  const [chosen, choose] = /** @type {[string | null, (level: string) => void]} */ (useChosen());
  const rate = (/** @type {string} */ level) => {
    choose(level);
    queue({ say: "RateExpertise", expertise: id, level: Number(level) });
  };
  return (
    <fieldset class="dl-fields dl-levels">
      <legend dir="auto">{legend}</legend>
      {levels.map((level) => (
        <label key={level.value} class="dl-choice">
          <input type="radio" name={name} checked={level.value === (chosen ?? value)} onChange={() => rate(level.value)} />
          <span class="dl-level" aria-hidden="true">{level.value}</span>
          <span dir="auto">{level.text}</span>
        </label>
      ))}
    </fieldset>
  );
}

/** @param {{ id: string, wanted: boolean, label: string }} props */
function Wish({ id, wanted, label }) {
  const { queue } = usePage("expertise");
  const [chosen, choose] = /** @type {[boolean | null, (wanted: boolean) => void]} */ (useChosen());
  const wish = (/** @type {boolean} */ now) => {
    choose(now);
    queue({ say: "WishToLearn", expertise: id, wanted: now });
  };
  return (
    <label class="dl-choice dl-wish">
      <input type="checkbox" checked={chosen ?? wanted} onChange={(event) => wish(event.currentTarget.checked)} />
      <span dir="auto">{label}</span>
    </label>
  );
}

/** @param {Course.AddAbilityProps} props */
function Add({ title, note, form }) {
  const id = useId();
  return (
    <section class="dl-add" aria-labelledby={id}>
      <Heading depth={1} id={id} goal>{title}</Heading>
      <p class="dl-quiet" dir="auto">{note}</p>
      {form && <Form form={form} />}
    </section>
  );
}

/** @param {Course.ProfileProps} props */
function Profile({ title, note, empty, sentences, table }) {
  const id = useId();
  return (
    <section class="dl-card dl-profile" aria-labelledby={id}>
      <Heading depth={1} id={id}>{title}</Heading>
      <p class="dl-quiet" dir="auto">{note || empty}</p>
      <dl class="dl-offers">
        {sentences.map(({ name, text }) => (
          <div key={name}>
            <dt dir="auto">{name}</dt>
            <dd dir="auto">{text}</dd>
          </div>
        ))}
      </dl>
      {table.rows.length > 0 && <DataTable {...table} />}
    </section>
  );
}
