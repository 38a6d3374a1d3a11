// A text that several people may write: the form for it, two texts written at the same time, and its earlier versions.

import { useId, usePage } from "../wire/page.js";
import { when } from "../wire/times.js";
import { Form } from "../parts/form.jsx";
import { Heading } from "../parts/parts.jsx";

/**
 * Two texts that were written at the same time, for each text about which nobody has decided yet.
 * @param {Course.VersionedProps & { depth: number }} props
 */
export const Rivals = ({ rivals, depth }) => rivals.map((rival) => <Rival key={rival.form.slot} {...rival} depth={depth} />);

/**
 * A form whose text was begun from an earlier version stays for as long as something unsaved stands in it. `opens`
 * are the words of what opens the form.
 * @param {Course.VersionedProps & { opens: string, open?: boolean }} props
 */
export function VersionedText({ edit, begun, begun_title: unsaved, begun_note: note, earlier_title: title, earlier, opens, open }) {
  const { keeper, drafts } = usePage();
  const waiting = begun.filter(({ slot }) => keeper.get(slot) || drafts.some((card) => card.slot === slot));
  const forms = [...waiting.map((form) => ({ form, title: unsaved, note })), { form: edit, title: opens, note: "" }];
  return (
    <>
      {forms.map((each) => (
        <details key={each.form.slot} class={each.note ? "dl-before dl-rival" : "dl-before"} open={each.note ? true : open}>
          <summary dir="auto">{each.title}</summary>
          {each.note && <p dir="auto">{each.note}</p>}
          <Form form={each.form} />
        </details>
      ))}
      {earlier.length > 0 && (
        <details class="dl-before">
          <summary>{title} ({earlier.length})</summary>
          {earlier.map((version, place) => <Version key={place} {...version} />)}
        </details>
      )}
    </>
  );
}

/** @param {Course.RivalProps & { depth: number }} props */
function Rival({ title, note, newest_title: one, newest, other_title: two, other, form, aside, depth }) {
  const id = useId();
  return (
    <section class="dl-rival" aria-labelledby={id}>
      <Heading depth={depth} id={id} goal="still">{title}</Heading>
      <p dir="auto">{note}</p>
      <div class="dl-two-texts">
        <div>
          <p class="dl-quiet" dir="auto">{one}</p>
          {newest.map(({ name, text }) => <p key={name} dir="auto"><b>{name}:</b> {text}</p>)}
        </div>
        <div>
          <p class="dl-quiet" dir="auto">{two}</p>
          <Fields list={other.fields} />
        </div>
      </div>
      <Form form={form} />
      <Form form={aside} />
    </section>
  );
}

/** @param {Course.TextVersionProps} props */
const Version = ({ by, at, fields }) => (
  <div class="dl-text-version">
    <p class="dl-quiet" dir="auto">{[by, when(at)].filter(Boolean).join(", ")}</p>
    <Fields list={fields} />
  </div>
);

/** @param {{ list: Course.ChangedField[] }} props */
const Fields = ({ list }) => list.map(({ name, passages }) => (
  <p key={name} dir="auto"><b>{name}:</b> {passages.map((passage, place) => <Words key={place} {...passage} />)}</p>
));

/**
 * Words that were removed or added look different, and are called so for whoever does not see it.
 * @param {Course.PassageProps} props
 */
const Words = ({ fate, words }) => {
  if (fate === "removed") return <del><span class="dl-unseen">[{fate}: </span>{words}<span class="dl-unseen">]</span></del>;
  if (fate === "added") return <ins><span class="dl-unseen">[{fate}: </span>{words}<span class="dl-unseen">]</span></ins>;
  return <>{words}</>;
};
