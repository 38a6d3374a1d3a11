// What to do first, next and last, the author's files, forms that begin a new one, and a file from this computer.

import { useState } from "preact/hooks";
import { Form } from "../../parts/form.jsx";
import { Button, Heading } from "../../parts/parts.jsx";
import { useId, usePage } from "../../wire/page.js";

const LARGEST = 300_000; // bytes of a file that the course reads

/** @param {Course.FilesProps & { heading: string }} props */
export function Files({ heading, intro, steps, title, folder, files, upload_title, upload, not_text, beginnings }) {
  const { send } = usePage("studio");
  const id = useId();
  const [refused, refuse] = useState(false);
  const bring = async (/** @type {HTMLInputElement} */ input) => {
    const [file] = input.files ?? [];
    if (!file) return;
    const text = file.size > LARGEST ? null : await read(file);
    input.value = "";
    refuse(text === null);
    if (text === null) return;
    const name = file.name.replace(/\.ya?ml$/i, "").replace(/[^A-Za-z0-9_-]+/g, "-").replace(/^[^A-Za-z0-9]+/, "").slice(0, 50);
    send({ say: "NewText", file: `${name || "scenario"}.yaml`, text });
  };
  return (
    <div class="dl-studio-files">
      <Heading goal>{heading}</Heading>
      <p>{intro}</p>
      <ol>{steps.map((step) => <li key={step}>{step}</li>)}</ol>
      {files.length > 0 && (
        <section aria-labelledby={id}>
          <Heading depth={1} id={id}>{title}</Heading>
          <ul class="dl-studio-list">
            {files.map(({ file, text, note: state }) => (
              <li key={file}>
                <Button onClick={() => send({ say: "OpenFile", file })}>{text}</Button> <span class="dl-quiet">{state}</span>
              </li>
            ))}
          </ul>
        </section>
      )}
      {beginnings.map(({ title: begin, note, form }) => (
        <section key={form.slot}>
          <Heading depth={1}>{begin}</Heading>
          <p>{note}</p>
          <Form form={form} />
        </section>
      ))}
      <section>
        <Heading depth={1}>{upload_title}</Heading>
        <label class="dl-field">
          <span>{upload}</span>
          <input type="file" accept=".yaml,.yml" onChange={(event) => void bring(event.currentTarget)} />
        </label>
        {refused && <p role="alert" class="dl-studio-error">{not_text}</p>}
        <p class="dl-quiet dl-studio-folder">{folder}</p>
      </section>
    </div>
  );
}

/** The text of a file with plain line ends; null if it is no text in UTF-8. */
async function read(/** @type {File} */ file) {
  try {
    const text = new TextDecoder("utf-8", { fatal: true }).decode(await file.arrayBuffer());
    return text.includes("\0") ? null : text.replace(/\r\n?/g, "\n");
  } catch {
    return null;
  }
}
