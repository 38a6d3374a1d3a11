// What is shown only once: codes, keys and phrases; and a join code on a screen. The server draws its picture.

import { useEffect, useRef, useState } from "preact/hooks";
import { useDraft, useId, usePage } from "../wire/page.js";
import { Button, Heading, Submit } from "../parts/parts.jsx";

/** @param {{ secrets: Course.SecretProps[] }} props */
export function Secrets({ secrets }) {
  const box = useRef(/** @type {HTMLDivElement | null} */ (null));
  useEffect(() => {
    if (secrets.length) /** @type {HTMLElement | null | undefined} */ (box.current?.querySelector("[data-goal]"))?.focus();
  }, [secrets[0]?.text]);
  return <div ref={box}>{secrets.map((secret) => <Secret key={secret.text} {...secret} />)}</div>;
}

/** @param {Course.SecretProps} props */
function Secret({ title, text, note, scan }) {
  const id = useId();
  return (
    <section class="dl-secret" aria-labelledby={id}>
      <Heading depth={1} id={id} goal>{title}</Heading>
      <p class="dl-secret-text">{text}</p>
      {scan && <JoinPicture code={text} label={title} />}
      <p>{note}</p>
    </section>
  );
}

/**
 * The code goes to the server in the body of a request, so that it stands in no address and no log.
 * @param {{ code: string, label: string }} props
 */
function JoinPicture({ code, label }) {
  const { base } = usePage();
  const [found, show] = useState(/** @type {{ svg: string, address: string, note: string } | null} */ (null));
  useEffect(() => {
    fetch(`${base}join-picture`, { method: "POST", body: new URLSearchParams({ code }) })
      .then((answer) => (answer.ok ? answer.json() : null))
      .then(show)
      .catch(() => show(null)); // the code can be typed
  }, [code]);
  if (!found) return null;
  const picture = `data:image/svg+xml;utf8,${encodeURIComponent(found.svg)}`;
  return (
    <>
      <img class="dl-secret-picture" src={picture} alt={label} width="240" height="240" />
      <p class="dl-secret-address">{found.address}</p>
      {found.note && <p role="note">{found.note}</p>}
    </>
  );
}

/**
 * The join code that was typed in this tab for a cohort, and a function that keeps it.
 * @param {string} cohort
 */
export const useJoinCode = (cohort) => useDraft(`join-code/${cohort}`);

/**
 * The join code, large, with a picture to scan. It is kept in this tab only, because the course cannot read codes.
 * @param {Course.CodeProps} props
 */
export function JoinCode({ cohort, title, note, label, show, hide, picture, again }) {
  const [{ code = "" }, keep] = useJoinCode(cohort);
  const id = useId();
  return (
    <section class={code ? "dl-live-code" : "dl-live-ask"} aria-labelledby={id}>
      <Heading depth={1} id={id}>{title}</Heading>
      {code ? (
        <>
          <JoinPicture code={code} label={picture} />
          <p class="dl-live-code-text">{code}</p>
          <p class="dl-live-again">{again}</p>
          <Button onClick={() => keep({ code: "" })}>{hide}</Button>
        </>
      ) : (
        <Ask note={note} label={label} show={show} keep={(typed) => keep({ code: typed })} />
      )}
    </section>
  );
}

/** @param {{ note: string, label: string, show: string, keep: (code: string) => void }} props */
function Ask({ note, label, show, keep }) {
  const [typed, type] = useState("");
  const submit = (/** @type {Event} */ event) => {
    event.preventDefault();
    if (typed.trim()) keep(typed.trim().toUpperCase());
  };
  return (
    <form class="dl-form" onSubmit={submit}>
      <p class="dl-quiet">{note}</p>
      <label class="dl-field">
        <span>{label}</span>
        <input type="text" autocomplete="off" required maxLength={40} value={typed} onInput={(event) => type(event.currentTarget.value)} />
      </label>
      <div class="dl-row"><Submit>{show}</Submit></div>
    </form>
  );
}
