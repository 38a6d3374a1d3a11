// The console of those who lead a live session: what can be done for everybody, and the groups side by side.

import { useEffect, useRef } from "preact/hooks";
import { Form } from "../../parts/form.jsx";
import { Fold } from "../../parts/fold.jsx";
import { Heading } from "../../parts/parts.jsx";
import { useId, usePage } from "../../wire/page.js";
import { at } from "../../wire/times.js";
import { Act, Acts } from "./act.jsx";
import { GroupCard, Pick } from "./group_card.jsx";
import { Mover } from "./mover.jsx";

/** @param {Course.LiveConsoleProps} props */
export function LiveConsole({ title, told, contents }) {
  const { base } = usePage("lead-live");
  const box = useReturn(contents?.mover?.person ?? "");
  if (!contents) return null;
  const { status, shared, links, groups_title, groups, groups_note, mover } = contents;
  return (
    <div class="dl-live-console" ref={box}>
      <div class="dl-head">
        <div>
          <Heading goal>{title}</Heading>
          <p class="dl-lead-in">{status}</p>
        </div>
        <nav class="dl-row" aria-label={title}>
          {links.map(({ to, text, note }) => (
            <a key={to} class="dl-button" href={base + to} target={note ? "_blank" : undefined}>{text}{note && <span class="dl-unseen"> {note}</span>}</a>
          ))}
        </nav>
      </div>
      <Calls {...contents} />
      <Everybody {...contents} told_now={told} />
      <Waiting {...contents} />
      <section class="dl-live-part" aria-label={groups_title}>
        <Heading depth={1}>{groups_title}</Heading>
        {groups_note && <p class={groups.length ? "dl-quiet" : "dl-empty"}>{groups_note}</p>}
        <div class="dl-live-groups">{groups.map((group) => <GroupCard key={group.number} {...group} mover={mover} />)}</div>
      </section>
      <p class="dl-quiet dl-live-shared">{shared}</p>
    </div>
  );
}

/**
 * Who asks for help. Somebody new is announced.
 * @param {Course.ConsoleContents} props
 */
function Calls({ calls_title, calls }) {
  const id = useId();
  return (
    <div role="status">
      {calls.length > 0 && (
        <section class="dl-live-calls" aria-labelledby={id}>
          <Heading depth={1} id={id}>{calls_title}</Heading>
          <ul>
            {calls.map(({ text, at: since, act }) => (
              <li key={text} class="dl-row"><b dir="auto">{text}</b> <span class="dl-quiet">{at(since)}</span> <Act {...act} /></li>
            ))}
          </ul>
        </section>
      )}
    </div>
  );
}

/**
 * What can be done for all groups, and what everybody can be told.
 * @param {Course.ConsoleContents & { told_now: string }} props
 */
function Everybody({ acts_title, acts, revealed, tell_title, tell, told, told_now }) {
  const id = useId();
  return (
    <section class="dl-live-part dl-live-everybody" aria-labelledby={id}>
      <Heading depth={1} id={id}>{acts_title}</Heading>
      <Acts acts={acts} />
      <p role="status" class="dl-saved">{told_now}</p>
      {revealed && <p class="dl-quiet">{revealed}</p>}
      {tell && <Fold slot={tell.slot} title={tell_title}><Form form={tell} /></Fold>}
      {told.length > 0 && <p><span class="dl-quiet">{told[0]}</span> <span dir="auto">{told[1]}</span></p>}
    </section>
  );
}

/**
 * Those who have no place yet.
 * @param {Course.ConsoleContents} props
 */
function Waiting({ waiting_title, waiting, mover }) {
  const id = useId();
  if (waiting.length === 0) return null;
  return (
    <section class="dl-live-part" aria-labelledby={id}>
      <Heading depth={1} id={id}>{waiting_title} ({waiting.length})</Heading>
      <ul class="dl-live-waiting">
        {waiting.map(({ person, name, label }) => (
          <li key={person}>
            <Pick person={person} name={name} label={label} opened={mover?.person === person} />
            {mover?.person === person && <Mover {...mover} />}
          </li>
        ))}
      </ul>
    </section>
  );
}

/**
 * After somebody was moved, or not, the focus goes to their name, wherever it is now.
 * @param {string} picked
 */
function useReturn(picked) {
  const box = useRef(/** @type {HTMLDivElement | null} */ (null));
  const last = useRef(picked);
  useEffect(() => {
    const before = last.current;
    last.current = picked;
    if (before && !picked) /** @type {HTMLElement | null | undefined} */ (box.current?.querySelector(`[data-person="${before}"]`))?.focus();
  }, [picked]);
  return box;
}
