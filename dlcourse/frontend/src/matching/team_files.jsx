// Uploading a team file: choose or drop it, check it before it is sent, and list all problems in a table.

import { useEffect, useRef, useState } from "preact/hooks";
import { newId } from "../wire/ids.js";
import { useId, usePage } from "../wire/page.js";
import { MoreProblems } from "../parts/about_files.jsx";
import { Heading, Submit } from "../parts/parts.jsx";
import { Table } from "../parts/data_table.jsx";

const MOST_FILES = 2;

/**
 * @typedef {Pick<Course.TeamsScreen, "problems" | "problems_more" | "problems_title" | "problems_columns" | "correct">} FoundProblems
 * @param {Course.BringTeamProps & FoundProblems & { onTemplate: () => void, onProblems: () => void }} props
 */
export function Bring({ onTemplate, onProblems, problems, problems_more, problems_title, problems_columns, correct, ...words }) {
  const { send, busy, keeper } = usePage("plan");
  const [files, setFiles] = useState(/** @type {File[]} */ ([]));
  const [name, setName] = useState(words.default);
  const [trouble, setTrouble] = useState("");
  const take = (/** @type {Iterable<File>} */ chosen, refused = refusal([...chosen], words)) => {
    setTrouble(refused);
    setFiles(refused ? [] : [...chosen]);
  };
  const bring = async (/** @type {Event} */ event) => {
    event.preventDefault();
    if (busy) return;
    if (files.length === 0) return setTrouble(trouble || words.none);
    const read = await Promise.all(files.map(contentOf)).catch(() => null);
    if (!read) return take([], words.changed); // changed since: the browser wants it chosen again
    send({ say: "BringTeam", team: newId(), name: name.trim() || words.default, files: read });
  };
  // What is being typed in there stays a draft of its own.
  const onCorrect = (/** @type {Course.CorrectProps} */ { slot, fields }) => {
    keeper.take(slot, { slot, draft: "", count: 0, at: "", fields: { ...fields, name: name.trim() || fields.name, base: "" } });
    send({ say: "OpenPlan", step: "new" });
  };
  return (
    <>
      <form class="dl-form dl-bring" onSubmit={bring}>
        <p dir="auto">{words.how}</p>
        <p><button type="button" class="dl-button" onClick={onTemplate}>{words.template}</button></p>
        <label class="dl-field">
          <span>{words.name}</span>
          <input dir="auto" maxLength={100} value={name} onInput={(event) => setName(event.currentTarget.value)} />
        </label>
        <DropZone {...words} onFiles={take} names={files.map((file) => file.name)} />
        <p role="alert" class="dl-trouble" dir="auto">{trouble}</p>
        <Submit>{words.submit}</Submit>
      </form>
      {problems.length > 0 && (
        <Problems title={problems_title} columns={problems_columns} problems={problems}>
          <MoreProblems more={problems_more} onDownload={onProblems} />
          {correct && <p><button type="button" class="dl-button" onClick={() => onCorrect(correct)}>{correct.text}</button></p>}
        </Problems>
      )}
    </>
  );
}

/**
 * Why these files cannot be sent; empty if they can.
 * @param {File[]} files
 * @param {Course.BringTeamProps} words
 */
function refusal(files, words) {
  if (files.length > MOST_FILES) return words.too_many;
  const large = files.find((file) => file.size > words.most_bytes);
  return large ? words.too_large.replace("{name}", large.name) : "";
}

/** @param {Pick<Course.BringTeamProps, "choose" | "drop" | "chosen"> & { names: string[], onFiles: (files: Iterable<File>) => void }} props */
function DropZone({ choose, drop, chosen, names, onFiles }) {
  const [over, setOver] = useState(false);
  const on = (/** @type {boolean} */ show) => (/** @type {DragEvent} */ event) => {
    event.preventDefault();
    setOver(show);
  };
  const dropped = (/** @type {DragEvent} */ event) => {
    on(false)(event);
    onFiles(event.dataTransfer?.files ?? []);
  };
  return (
    <div class={over ? "dl-drop dl-drop-over" : "dl-drop"} onDragOver={on(true)} onDragLeave={on(false)} onDrop={dropped}>
      <label class="dl-field">
        <span>{choose}</span>
        <input
          type="file"
          multiple
          accept=".xlsx,.csv"
          onClick={(event) => (event.currentTarget.value = "")} // so that the same file can be chosen again
          onChange={(event) => onFiles(event.currentTarget.files ?? [])}
        />
      </label>
      <span class="dl-quiet">{drop}</span>
      <p role="status" dir="auto">{names.length > 0 && chosen.replace("{names}", names.join(", "))}</p>
    </div>
  );
}

/**
 * The first problems. They get the focus as soon as they are shown.
 * @param {{ title: string, columns: string[], problems: Course.ProblemProps[], children: import("preact").ComponentChildren }} props
 */
function Problems({ title, columns, problems, children }) {
  const id = useId();
  const box = useRef(/** @type {HTMLElement | null} */ (null));
  useEffect(() => {
    /** @type {HTMLElement | null | undefined} */ (box.current?.querySelector("[data-goal]"))?.focus();
  }, [JSON.stringify(problems)]);
  const rows = problems.map(({ where, message, remedy }) => [[where], [message], [remedy]]);
  return (
    <section class="dl-told dl-told-other" ref={box}>
      <Heading depth={2} id={id} goal>{title}</Heading>
      <Table labelledBy={id} columns={columns} rows={rows} />
      {children}
    </section>
  );
}

/**
 * A file as it crosses: its name, and its bytes in base64.
 * @param {File} file
 * @returns {Promise<Course.TeamFile>}
 */
const contentOf = (file) =>
  new Promise((resolve, reject) => {
    const reader = new FileReader();
    reader.onload = () => resolve({ name: file.name, content: String(reader.result).split(",")[1] ?? "" });
    reader.onerror = () => reject(reader.error);
    reader.readAsDataURL(file);
  });
