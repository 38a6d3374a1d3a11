// The scenario studio: the list of files, or one file with its form and, beside it, its text, a play, a map and the scales.

import "../../../generated/shared.js"; // loaded later than the page, so that it does not load its parts in other files
import { useEffect, useRef, useState } from "preact/hooks";
import { Heading } from "../../parts/parts.jsx";
import { Keeping, OtherDrafts, useSlot } from "../../parts/draft_slot.jsx";
import { usePage } from "../../wire/page.js";
import { Bar } from "./bar.jsx";
import { Files } from "./files.jsx";
import { Card } from "./form.jsx";
import { Panes } from "./panes.jsx";

/** @param {Course.StudioProps} props */
export function Studio({ screen, title, words, files, editor }) {
  if (screen === "editor" && editor) return <Editor key={editor.file} {...editor} title={title} words={words} />;
  return files && <Files {...files} heading={title} />;
}

/**
 * One file. Its text is a draft of the course's until it is saved.
 * @param {Course.EditorProps & { title: string, words: Record<string, string> }} props
 */
function Editor({ title, words, ...editor }) {
  const { queue, send } = usePage("studio");
  const slot = useSlot(editor.slot, {});
  const { text, stored, file } = editor;
  const draft = slot.filled.text;
  const begun = useRef(false);
  useEffect(() => {
    if (begun.current) return;
    begun.current = true;
    if (draft !== undefined && draft !== text) queue({ say: "TypeText", text: draft }); // what was not saved before a reload
    if (draft === undefined && stored === null) slot.change({ text }); // a new file is a draft from the start
  }, []);
  const shown = useRef(text);
  useEffect(() => {
    if (shown.current === text) return;
    shown.current = text;
    if (text !== draft) slot.change({ text });
  }, [text]);
  const save = () => send({ say: "SaveScenario", id: slot.claim(), file, text, base: editor.base });
  const dirty = stored !== text;
  return (
    <div class="dl-studio">
      <header class="dl-head">
        <Heading goal>{title}</Heading>
        <p class="dl-studio-file">{file}</p>
      </header>
      <div class="dl-row dl-studio-ways">
        <button type="button" class="dl-button" onClick={() => download(file, text)}>{words.download}</button>
        <button type="button" class="dl-button" onClick={() => send({ say: "OpenFile", file: null })}>{words.close}</button>
        {editor.versions.length > 0 && <Versions versions={editor.versions} file={file} words={words} />}
      </div>
      {dirty && slot.state && <Keeping slot={editor.slot} {...slot} />}
      <OtherDrafts slot={editor.slot} others={slot.others} wordsOf={({ text: other = "" }) => `${other.slice(0, 200)} …`} />
      {editor.elsewhere && (
        <div class="dl-notice" role="alert">
          <p>{words.elsewhere}</p>
          <div class="dl-row">
            <button type="button" class="dl-button" onClick={() => send({ say: "KeepMine" })}>{words.keep_mine}</button>
            <button type="button" class="dl-button" onClick={() => send({ say: "TakeTheirs" })}>{words.take_theirs}</button>
          </div>
        </div>
      )}
      <Work editor={editor} words={words} dirty={dirty} onSave={save} onText={(typed) => slot.change({ text: typed })} />
    </div>
  );
}

/** @param {{ editor: Course.EditorProps, words: Record<string, string>, dirty: boolean, onSave: () => void, onText: (text: string) => void }} props */
function Work({ editor, words, dirty, onSave, onText }) {
  const [told, tell] = useState("");
  const [line, showLine] = useState(0); // of the text, to go to
  const flush = useRef(() => {});
  const last = useRef(/** @type {Element | null} */ (null)); // where the author was in the form
  const undone = useRef("");
  useEffect(() => {
    if (editor.told) tell(editor.told);
    else tell((shown) => (shown === undone.current ? "" : shown)); // what was taken back is old news after the next change
    undone.current = editor.told;
  }, [editor.told, editor.undo_left]);
  return (
    <>
      <Bar editor={editor} words={words} dirty={dirty} told={told} last={last} onSave={onSave} onLine={showLine} />
      <div class="dl-studio-work">
        <section class="dl-studio-form" aria-label={words.form} onFocusIn={(event) => void (last.current = /** @type {Element} */ (event.target))}>
          {editor.form ? <Card card={editor.form} words={words} onTell={tell} whole beforeChange={() => flush.current()} /> : <p>{words.unreadable}</p>}
        </section>
        <Panes editor={editor} words={words} onText={onText} flush={flush} line={line} onLine={showLine} />
      </div>
    </>
  );
}

/** @param {{ versions: Course.MenuOption[], file: string, words: Record<string, string> }} props */
function Versions({ versions, file, words }) {
  const { send } = usePage("studio");
  return (
    <label class="dl-field dl-studio-versions">
      <span>{words.versions}</span>
      <select value="" onChange={(event) => send({ say: "OpenFile", file, version: Number(event.currentTarget.value) })}>
        <option value="">{words.newest}</option>
        {versions.map(({ value, text }) => <option key={value} value={value}>{text}</option>)}
      </select>
    </label>
  );
}

/** Saves the text as it is now, as a file on this computer. */
function download(/** @type {string} */ name, /** @type {string} */ text) {
  const address = URL.createObjectURL(new Blob([text], { type: "application/yaml" }));
  Object.assign(document.createElement("a"), { href: address, download: name }).click();
  setTimeout(() => URL.revokeObjectURL(address), 60_000);
}
