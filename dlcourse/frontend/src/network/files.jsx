// Uploads a network as files. A file that is too large is reported at once; problems in the others come as a list.

import { useEffect, useRef, useState } from "preact/hooks";
import { useId, usePage } from "../wire/page.js";
import { Outcome } from "./outcome.jsx";
import { MoreProblems } from "../parts/about_files.jsx";
import { Button, Heading, Submit } from "../parts/parts.jsx";

/** @typedef {Course.NetworkFileInput["part"]} Part */
/** @type {Part[]} */
const PARTS = ["ties", "people", "acts"];

/**
 * `download` saves a file that the page is asked for.
 * @param {Course.NetworkFilesProps & { said: Course.OutcomeProps | null, download: ReturnType<typeof import("../wire/download.js").useDownload> }} props
 */
export function Files({ title, note, care, template, inputs, most, large, unread, ways, submit, troubles, said, download }) {
  const { send, busy, done } = usePage("network");
  const [files, set] = useState(/** @type {Partial<Record<Part, File>>} */ ({}));
  const [way, decide] = useState(/** @type {Course.WayOption["value"]} */ ("add"));
  const [problems, tell] = useState(/** @type {Partial<Record<Part, string>>} */ ({}));
  const form = useRef(/** @type {HTMLFormElement | null} */ (null));
  const sent = useRef(false);
  useEffect(() => {
    if (sent.current && !troubles) {
      form.current?.reset();
      set({});
    }
    sent.current = false;
  }, [done]);
  const choose = (/** @type {Part} */ part, /** @type {File | undefined} */ file) => {
    set({ ...files, [part]: file });
    tell({ ...problems, [part]: file && file.size > most ? large : "" });
  };
  const bring = async (/** @type {Event} */ event) => {
    event.preventDefault();
    if (busy || Object.values(problems).some(Boolean)) return;
    const coded = { ties: "" };
    for (const part of PARTS) {
      const file = files[part];
      if (!file) continue;
      try {
        Object.assign(coded, { [part]: await base64(file), [`${part}_name`]: file.name.slice(-100) });
      } catch {
        tell({ ...problems, [part]: unread }); // it was moved or changed since it was chosen
        return;
      }
    }
    sent.current = true;
    send({ say: "BringNetwork", files: coded, way: ways ? way : "replace" });
  };
  return (
    <section>
      <Heading depth={1}>{title}</Heading>
      <p class="dl-quiet" dir="auto">{note}</p>
      <p><Button onClick={() => download((ask) => send({ say: "FetchNetwork", ask, what: "template" }))}>{template}</Button></p>
      {care && <p class="dl-care" dir="auto">{care}</p>}
      <form class="dl-form" ref={form} onSubmit={bring} aria-busy={busy}>
        {inputs.map((input) => (
          <FileInput key={input.part} {...input} problem={problems[input.part]} onChoose={(file) => choose(input.part, file)} />
        ))}
        {ways && <Ways {...ways} value={way} onChoose={decide} />}
        <div class="dl-row"><Submit>{submit}</Submit></div>
      </form>
      <Outcome said={said} part="files" />
      <Troubles troubles={troubles} onDownload={() => download((ask) => send({ say: "FetchTroubles", ask }))} />
    </section>
  );
}

/** @param {Course.NetworkFileInput & { problem?: string, onChoose: (file: File | undefined) => void }} props */
function FileInput({ label, accept, required, problem, onChoose }) {
  const id = useId();
  return (
    <div class="dl-field">
      <label for={id}><b dir="auto">{label}</b></label>
      <input id={id} type="file" accept={accept} required={required} aria-describedby={`${id}p`} aria-invalid={Boolean(problem)} onChange={(event) => onChoose(event.currentTarget.files?.[0])} />
      <p class="dl-problem" id={`${id}p`} role="alert">{problem}</p>
    </div>
  );
}

/** @param {Course.WaysProps & { value: Course.WayOption["value"], onChoose: (way: Course.WayOption["value"]) => void }} props */
function Ways({ legend, options, value, onChoose }) {
  const id = useId();
  return (
    <fieldset class="dl-fields">
      <legend dir="auto">{legend}</legend>
      {options.map((option) => (
        <label key={option.value} class="dl-choice">
          <input type="radio" name={id} checked={option.value === value} onChange={() => onChoose(option.value)} />
          <span dir="auto">{option.text}</span>
        </label>
      ))}
    </fieldset>
  );
}

/**
 * Takes the focus when it comes: it is what has to be read next.
 * @param {{ troubles: Course.TroublesProps | null, onDownload: () => void }} props
 */
function Troubles({ troubles, onDownload }) {
  const box = useRef(/** @type {HTMLDivElement | null} */ (null));
  const told = JSON.stringify(troubles);
  useEffect(() => {
    if (troubles) /** @type {HTMLElement | null | undefined} */ (box.current?.querySelector("[tabindex]"))?.focus();
  }, [told]);
  return (
    <div ref={box}>
      {troubles && (
        <div class="dl-troubles">
          <Heading depth={2} tabIndex={-1}>{troubles.title}</Heading>
          <ul>
            {troubles.items.map(({ where, what, remedy }, place) => (
              <li key={place} dir="auto"><b>{where}</b>: {what}. {remedy}</li>
            ))}
          </ul>
          <MoreProblems more={troubles.more} onDownload={onDownload} />
        </div>
      )}
    </div>
  );
}

/**
 * The bytes of a file, in base64.
 * @param {File} file
 */
async function base64(file) {
  const bytes = new Uint8Array(await file.arrayBuffer());
  let text = "";
  for (let at = 0; at < bytes.length; at += 0x8000) text += String.fromCharCode(...bytes.subarray(at, at + 0x8000));
  return btoa(text);
}
