// Brings a network in files. A file that is too large is told at once; what is wrong in the others comes as a list.

import { useEffect, useRef, useState } from "preact/hooks";
import { useId, usePage } from "../wire/page.js";
import { More } from "../parts/about_files.jsx";
import { Heading, Submit } from "../parts/parts.jsx";

export function Files({ title, note, inputs, most, large, unread, replace, submit, troubles, fetch }) {
  const { send, busy, done } = usePage();
  const [files, set] = useState({});
  const [problems, tell] = useState({});
  const form = useRef(null);
  const sent = useRef(false);
  useEffect(() => {
    if (sent.current && !troubles) {
      form.current.reset();
      set({});
    }
    sent.current = false;
  }, [done]);
  const choose = (part, file) => {
    set({ ...files, [part]: file });
    tell({ ...problems, [part]: file && file.size > most ? large : "" });
  };
  const bring = async (event) => {
    event.preventDefault();
    if (busy || Object.values(problems).some(Boolean)) return;
    const coded = {};
    for (const [part, file] of Object.entries(files).filter(([, chosen]) => chosen)) {
      try {
        Object.assign(coded, { [part]: await base64(file), [`${part}_name`]: file.name.slice(-100) });
      } catch {
        tell({ ...problems, [part]: unread }); // it was moved or changed since it was chosen
        return;
      }
    }
    sent.current = true;
    send({ say: "BringNetwork", files: coded });
  };
  return (
    <section>
      <Heading depth={1}>{title}</Heading>
      <p class="dl-quiet" dir="auto">{note}</p>
      <form class="dl-form" ref={form} onSubmit={bring} aria-busy={busy}>
        {inputs.map((input) => (
          <FileInput key={input.part} {...input} problem={problems[input.part]} onChoose={(file) => choose(input.part, file)} />
        ))}
        {replace && <label class="dl-choice"><input type="checkbox" required /><span dir="auto">{replace}</span></label>}
        <div class="dl-row"><Submit>{submit}</Submit></div>
      </form>
      <Troubles troubles={troubles} fetch={fetch} />
    </section>
  );
}

function FileInput({ label, required, problem, onChoose }) {
  const id = useId();
  return (
    <div class="dl-field">
      <label for={id}><b dir="auto">{label}</b></label>
      <input id={id} type="file" accept=".csv,.txt,.tsv,text/csv" required={required} aria-describedby={`${id}p`} aria-invalid={Boolean(problem)} onChange={(event) => onChoose(event.currentTarget.files[0])} />
      <p class="dl-problem" id={`${id}p`} role="alert">{problem}</p>
    </div>
  );
}

/** Takes the focus when it comes: it is what has to be read next. */
function Troubles({ troubles, fetch }) {
  const box = useRef(null);
  const told = JSON.stringify(troubles);
  useEffect(() => {
    if (troubles) box.current.querySelector("[tabindex]").focus();
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
          <More more={troubles.more} fetch={fetch} />
        </div>
      )}
    </div>
  );
}

async function base64(file) {
  const bytes = new Uint8Array(await file.arrayBuffer());
  let text = "";
  for (let at = 0; at < bytes.length; at += 0x8000) text += String.fromCharCode(...bytes.subarray(at, at + 0x8000));
  return btoa(text);
}
