// Who turns to whom: the choice of a network, and the questions before its ties are seen. What there is to see is
// networklook.jsx, one's own network while it is entered is networkenter.jsx.

import { Enter } from "./entry.jsx";
import { Look } from "./result.jsx";
import { open } from "./open_network.js";
import { useDownload } from "../wire/download.js";
import { useDraft, useId, usePage } from "../wire/page.js";
import { Button, Heading, Submit } from "../parts/parts.jsx";

const SCREENS = { choose: Choose, guess: Guess, enter: Enter, look: Look };

export function Network(props) {
  const fetch = useDownload(props.taken);
  const Shown = SCREENS[props.screen];
  return Shown ? <div class="dl-network"><Shown key={props.network} {...props} fetch={fetch} /></div> : null;
}

function Choose({ heading, lead, offers }) {
  return (
    <>
      <Heading goal>{heading}</Heading>
      <p class="dl-lead-in" dir="auto">{lead}</p>
      <ul class="dl-networks">{offers.map((offer) => <Offer key={offer.network} {...offer} />)}</ul>
    </>
  );
}

const Offer = ({ network, step, title, about, size, mark, open: label }) => (
  <li class="dl-offer">
    <Heading depth={1}>{title}</Heading>
    <p dir="auto">{about}</p>
    {(size || mark) && <p class="dl-quiet">{size} {mark && <span class="dl-mark dl-mark-done">{mark}</span>}</p>}
    <Button message={open(network, step)}>{label}</Button>
  </li>
);

function Guess({ network, heading, about, crowd, form, back }) {
  return (
    <>
      <header class="dl-head">
        <Heading goal>{heading}</Heading>
        <Button message={open()}>{back}</Button>
      </header>
      {about && <p dir="auto">{about}</p>}
      <Crowd {...crowd} />
      <section class="dl-task"><Questions {...form} network={network} /></section>
    </>
  );
}

const Crowd = ({ title, items }) => (
  <section>
    <Heading depth={1}>{title}</Heading>
    <ul class="dl-names">{items.map((item) => <li key={item} dir="auto">{item}</li>)}</ul>
  </section>
);

/** A name is chosen as "=name", so that nobody ("=") is another choice than none. */
function Questions({ network, legend, note, questions, choices, empty, nobody, submit, skip }) {
  const { send, busy } = usePage();
  const id = useId();
  const name = `guess ${network}`;
  const [draft, change] = useDraft(name);
  const guess = (event) => {
    event.preventDefault();
    const parts = questions.map(({ part }) => [part, draft[part]?.replace(/^=/, "") ?? ""]);
    if (!busy) send({ say: "GuessInNetwork", network, guess: Object.fromEntries(parts) }, [name]);
  };
  return (
    <form class="dl-form" onSubmit={guess} aria-busy={busy}>
      <fieldset class="dl-fields" aria-describedby={id}>
        <legend>{legend}</legend>
        <p class="dl-quiet" id={id} dir="auto">{note}</p>
        {questions.map(({ part, label }) => (
          <label key={part} class="dl-field">
            <span dir="auto">{label}</span>
            <select required value={draft[part] ?? ""} onChange={(event) => change({ [part]: event.currentTarget.value })}>
              <option value="">{empty}</option>
              <option value="=">{nobody}</option>
              {choices.map(({ value, text }) => <option key={value} value={`=${value}`}>{text}</option>)}
            </select>
          </label>
        ))}
      </fieldset>
      <div class="dl-row">
        <Submit>{submit}</Submit>
        <Button message={() => ({ say: "show", topic: "" })}>{skip}</Button>
      </div>
    </form>
  );
}
