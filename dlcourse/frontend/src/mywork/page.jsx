// Your work: download it as a file, restore it from one, manage the copy in this browser, or erase everything.

import { useEffect, useRef, useState } from "preact/hooks";
import { useId, usePage } from "../wire/page.js";
import { Button, Heading } from "../parts/parts.jsx";
import { dropCopy, ERASED, findCopy, forget, keepCopies, keepsCopies, pack, save, takeCopy } from "../wire/work_files.js";
import { when } from "../wire/times.js";

/** @param {Course.WorkProps} props */
export function Work({ title, contents, file, result, erased, screen }) {
  const { base } = usePage();
  useEffect(() => {
    if (!erased) return;
    document.dispatchEvent(new CustomEvent(ERASED, { detail: erased.whose }));
    forget();
    document.querySelector(".bar .person")?.remove(); // the name, in what the server drew before
  }, [erased?.whose]);
  useEffect(() => {
    if (result && contents && result.whose !== contents.owner) dropCopy(result.whose); // it has gone over into this person's own
  }, [result?.at]);
  if (!contents) return null;
  if (erased) return <Erased {...erased} />;
  const { owner, here, take, bring, copy, erase } = contents;
  return (
    <div class="dl-work" key={screen}>
      <Heading goal>{title}</Heading>
      <p class="dl-lead-in">{here}</p>
      <Take {...take} file={file} served={base !== ""} />
      <Bring {...bring} result={result} />
      {base !== "" && document.getElementById("copy-start") && <Copy {...copy} owner={owner} address={base + take.to} />}
      <Erase {...erase} />
    </div>
  );
}

/**
 * A part of the page under a heading of its own.
 * @param {{ title: string, note: string, children: Page.Children }} props
 */
function Part({ title, note, children }) {
  const id = useId();
  return (
    <section aria-labelledby={id}>
      <Heading depth={1} id={id}>{title}</Heading>
      <p>{note}</p>
      {children}
    </section>
  );
}

/**
 * A link if a server has the file at an address. Otherwise the page requests the file and saves it.
 * @param {Course.TakeProps & { file: Course.WorkFileProps | null, served: boolean }} props
 */
function Take({ title, note, label, to, file, served }) {
  const { base, queue, send } = usePage("work");
  useEffect(() => {
    if (!file) return;
    save(file.name, file.document);
    queue({ say: "WorkTaken" });
  }, [file?.document]);
  return (
    <Part title={title} note={note}>
      {served ? (
        <a class="dl-button dl-primary" href={base + to} download>{label}</a>
      ) : (
        <Button primary onClick={() => send({ say: "TakeWork" })}>{label}</Button>
      )}
    </Part>
  );
}

/** @param {Course.BringWorkProps & { result: Course.RestoredProps | null }} props */
function Bring({ title, note, choose, submit, busy, unreadable, large, most, result }) {
  const page = usePage("work");
  const [file, setFile] = useState(/** @type {File | null} */ (null));
  const [trouble, setTrouble] = useState("");
  const [reading, setReading] = useState(false);
  const working = reading || page.busy;
  const input = useRef(/** @type {HTMLInputElement | null} */ (null));
  const chosen = (/** @type {File | undefined} */ found) => {
    setTrouble("");
    setFile(found ?? null);
  };
  const send = async (/** @type {Event} */ event) => {
    event.preventDefault();
    if (!file || working) return;
    setReading(true);
    const packed = await file.arrayBuffer().then(pack, () => null);
    setReading(false);
    if (packed !== null && packed.length <= most) return page.send({ say: "RestoreWork", packed });
    if (input.current) input.current.value = ""; // or the browser would not notice that the same file, fixed, is chosen again
    setFile(null);
    setTrouble(packed === null ? unreadable : large);
  };
  const drop = (/** @type {DragEvent} */ event) => {
    event.preventDefault();
    const dropped = event.dataTransfer?.files;
    if (!dropped || !input.current) return;
    input.current.files = dropped;
    chosen(dropped[0]);
  };
  return (
    <Part title={title} note={note}>
      <form class="dl-form dl-drop" onSubmit={send} onDragOver={(event) => event.preventDefault()} onDrop={drop} aria-busy={working}>
        <label class="dl-field">
          <span>{choose}</span>
          <input ref={input} type="file" required accept=".json,application/json" onChange={(event) => chosen(event.currentTarget.files?.[0])} />
        </label>
        <div class="dl-row"><button type="submit" class="dl-button" aria-disabled={working}>{submit}</button></div>
      </form>
      <p role="alert">{trouble}</p>
      <div role="status">
        {working && file && busy}
        {result && !working && <ul>{result.sentences.map((sentence) => <li key={sentence}>{sentence}</li>)}</ul>}
      </div>
    </Part>
  );
}

/** @param {Course.CopyProps & { owner: string, address: string }} props */
function Copy({ title, note, owner, address, there, none, off, impossible, delete: drop, switch: keep }) {
  const able = "indexedDB" in globalThis;
  const [on, setOn] = useState(able && keepsCopies());
  const [copy, setCopy] = useState(/** @type {Page.WorkCopy | null} */ (null));
  useEffect(() => {
    findCopy(owner).then(setCopy);
  }, [owner]);
  const dropIt = () => dropCopy(owner).then(() => setCopy(null));
  const change = (/** @type {boolean} */ wanted) => {
    keepCopies(wanted);
    setOn(wanted);
    if (wanted) takeCopy(address).then(setCopy, () => null);
    else dropIt();
  };
  const state = copy ? there.replace("{time}", when(copy.at)) : !able ? impossible : on ? none : off;
  return (
    <Part title={title} note={note}>
      <label class="dl-choice">
        <input type="checkbox" checked={on} disabled={!able} onChange={(event) => change(event.currentTarget.checked)} />
        <span>{keep}</span>
      </label>
      <p role="status">{state}</p>
      {copy && <button type="button" class="dl-button" onClick={dropIt}>{drop}</button>}
    </Part>
  );
}

/** @param {Course.EraseProps} props */
function Erase({ title, note, goes, goes_title, remains, remains_title, open, ...dialog }) {
  const box = useRef(/** @type {HTMLDialogElement | null} */ (null));
  return (
    <Part title={title} note={note}>
      <Heading depth={2}>{goes_title}</Heading>
      <ul>{goes.map((each) => <li key={each}>{each}</li>)}</ul>
      <Heading depth={2}>{remains_title}</Heading>
      <ul>{remains.map((each) => <li key={each}>{each}</li>)}</ul>
      <Button onClick={() => box.current?.showModal()}>{open}</Button>
      <Confirm {...dialog} box={box} note={note} />
    </Part>
  );
}

/**
 * Asks for confirmation. Nobody can continue without typing the word.
 * @param {Pick<Course.EraseProps, "heading" | "note" | "ask" | "word" | "confirm" | "cancel" | "mark" | "whose"> & { box: Page.Ref<HTMLDialogElement> }} props
 */
function Confirm({ box, heading, note, ask, word, confirm, cancel, mark, whose }) {
  const { send } = usePage("work");
  const id = useId();
  const [typed, type] = useState("");
  const close = () => {
    type("");
    box.current?.close();
  };
  const submit = (/** @type {Event} */ event) => {
    event.preventDefault();
    close();
    send({ say: "EraseWork", mark, whose });
  };
  return (
    <dialog ref={box} class="dl-dialog" aria-labelledby={id} onClose={() => type("")}>
      <form class="dl-form" onSubmit={submit}>
        <Heading depth={1} id={id}>{heading}</Heading>
        <p>{note}</p>
        <label class="dl-field">
          <span>{ask}</span>
          <input
            type="text"
            required
            autocomplete="off"
            autocapitalize="none"
            pattern={`\\s*${[...word].map((letter) => `[${letter}${letter.toUpperCase()}]`).join("")}\\s*`}
            title={ask}
            value={typed}
            onInput={(event) => type(event.currentTarget.value)}
          />
        </label>
        <div class="dl-row">
          <button type="submit" class="dl-button dl-primary">{confirm}</button>
          <button type="button" class="dl-button" onClick={close}>{cancel}</button>
        </div>
      </form>
    </dialog>
  );
}

/** @param {Course.ErasedProps} props */
function Erased({ title, sentence, remains, remains_title, home }) {
  const { base } = usePage();
  return (
    <div class="dl-work">
      <Heading goal>{title}</Heading>
      <p>{sentence}</p>
      <section>
        <Heading depth={1}>{remains_title}</Heading>
        <ul>{remains.map((each) => <li key={each}>{each}</li>)}</ul>
      </section>
      {base !== "" && <p><a class="dl-button" href={base}>{home}</a></p>}
    </div>
  );
}
