// The join code, large, with a picture to scan. It is kept in this tab only, because the course cannot read codes.

import { useState } from "preact/hooks";
import { JoinPicture } from "../../cohort/once.jsx";
import { Button, Heading, Submit } from "../../parts/parts.jsx";
import { useDraft, useId } from "../../wire/page.js";

/** @param {Course.CodeWords} props */
export function JoinCode({ title, note, label, show, hide, picture, again }) {
  const [{ code = "" }, keep] = useDraft("join-code");
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
