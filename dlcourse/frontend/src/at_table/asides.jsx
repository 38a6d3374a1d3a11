// What a seat has at hand during a play or a live session: what it knows, how things stand, and who is there. Beside the
// talk where there is room; otherwise it opens over the talk at the press of a button.

import { Heading, Html, Face, Measure } from "../parts/parts.jsx";
import { useId } from "../wire/page.js";

/** @typedef {(fact: Course.FactNote) => Page.Children} AfterFact what is drawn below a fact */
/** @typedef {Pick<Course.TableScreen, "known" | "gauges" | "people" | "hide_facts">} AtHand */
/** @typedef {AtHand & { sheet: string, box: Page.Ref<HTMLElement>, after?: AfterFact }} AsidesProps `sheet` is the id by which a button opens them */

/** @param {AsidesProps} props */
export function Asides({ known, gauges, people, hide_facts, sheet, box, after }) {
  const id = useId();
  const parts = [known && "k", gauges && "g", people && "p"].filter(Boolean);
  return (
    <aside id={sheet} ref={box} popover="auto" class="dl-asides" tabIndex={0} aria-labelledby={parts.map((part) => id + part).join(" ")} onToggle={takeFocus}>
      <button type="button" class="dl-button dl-small dl-hide" popovertarget={sheet} popovertargetaction="hide">{hide_facts}</button>
      {known && <Known {...known} id={`${id}k`} after={after} />}
      {gauges && <Gauges {...gauges} id={`${id}g`} />}
      {people && <People {...people} id={`${id}p`} />}
    </aside>
  );
}

/**
 * Who opens it by a key reads on in it.
 * @param {Event & { currentTarget: HTMLElement }} event
 */
function takeFocus(event) {
  if (event.target === event.currentTarget && event.currentTarget.matches(":popover-open")) event.currentTarget.focus();
}

/** @param {{ sheet: string, children: Page.Children }} props */
export const OpenAsides = ({ sheet, children }) => (
  <button type="button" class="dl-button dl-small dl-show" popovertarget={sheet}>{children}</button>
);

/** @param {Course.KnownProps & { id: string, after?: AfterFact }} props */
const Known = ({ title, groups, id, after }) => (
  <section>
    <Heading depth={2} id={id}>{title}</Heading>
    {groups.map((group) => <Facts key={group.title} {...group} after={after} />)}
  </section>
);

/** @param {Course.KnownFacts & { after?: AfterFact }} props */
const Facts = ({ title, mine, facts, after }) => (
  <details open>
    <summary dir="auto">{title}</summary>
    <ul class={mine ? "dl-known dl-known-mine" : "dl-known"}>
      {facts.map((fact) => (
        <li key={fact.html}>
          <Html html={fact.html} />
          {fact.note && <p class="dl-quiet" dir="auto">{fact.note}</p>}
          {after?.(fact)}
        </li>
      ))}
    </ul>
  </details>
);

/** @param {Course.GaugesProps & { id: string }} props */
const Gauges = ({ title, list, id }) => (
  <section>
    <Heading depth={2} id={id}>{title}</Heading>
    {list.map(({ name, value, min, max, text }) => (
      <Measure key={name} shown label={name} text={text} value={value - min} max={max - min} />
    ))}
  </section>
);

/**
 * Who is at the table, each with a face; who they are opens at a click.
 * @param {Course.PeopleAtTable & { id: string }} props
 */
export const People = ({ title, list, id }) => (
  <section>
    <Heading depth={2} id={id}>{title}</Heading>
    <ul class="dl-people">
      {list.map((person) => (
        <li key={person.name}>
          <Face {...person.face} mine={person.you} />
          <details>
            <summary>
              <span dir="auto">{person.name}</span> {person.note && <span class="dl-mark">{person.note}</span>}
            </summary>
            <Html html={person.html} />
          </details>
        </li>
      ))}
    </ul>
  </section>
);
