// What stands beside the form: the text, a play of it, its map and its scales; one of them at a time.

import { useEffect, useRef, useState } from "preact/hooks";
import { markOf, useFocus } from "../../wire/focus.js";
import { useKeeper } from "../../wire/use_keeper.js";
import { PageContext, useId, usePage } from "../../wire/page.js";
import { MapDrawing } from "../map_drawing.jsx";
import { RolePlay } from "../page.jsx";
import { Left, RemarkList, goTo } from "./left.jsx";

const PAUSE = 400; // ms without typing after which the text is sent

/** @typedef {{ editor: Course.EditorProps, words: Record<string, string> }} OfEditor */
/** @typedef {{ onText: (text: string) => void, flush: { current: () => void }, line: number }} OfText with the line to go to */

/** @param {OfEditor & OfText & { onLine: (line: number) => void }} props */
export function Panes({ editor, words, onText, flush, line, onLine }) {
  const [pane, show] = useState(editor.mood !== "sound" ? "left" : editor.balance ? "balance" : "try");
  const name = useId();
  const panes = ["left", "balance", "try", "map", "text"];
  useEffect(() => void (line && show("text")), [line]);
  return (
    <section class="dl-studio-panes">
      <fieldset class="dl-studio-tabs">
        <legend class="dl-unseen">{words.panes}</legend>
        {panes.map((each) => (
          <label key={each}>
            <input type="radio" name={name} checked={pane === each} onChange={() => show(each)} /> {words[each]}{each === "left" && editor.remarks.length > 0 && ` (${editor.remarks.length})`}
          </label>
        ))}
      </fieldset>
      {pane === "left" && <Left editor={editor} words={words} onLine={onLine} />}
      {pane === "text" && <Text editor={editor} words={words} onText={onText} flush={flush} line={line} onLine={onLine} />}
      {pane === "try" && <Try {...editor.preview} />}
      {pane === "map" && <SceneMap map={editor.map} words={words} />}
      {pane === "balance" && <Balance balance={editor.balance} words={words} onLine={onLine} />}
    </section>
  );
}

/**
 * The text itself, and everything that was found in it.
 * @param {OfEditor & OfText & { onLine: (line: number) => void }} props
 */
function Text({ editor, words, onText, flush, line, onLine }) {
  const { queue, busy } = usePage("studio");
  const [typed, type] = useState(/** @type {string | null} */ (null));
  const waiting = useRef(/** @type {string | null} */ (null));
  const timer = useRef(/** @type {ReturnType<typeof setTimeout> | undefined} */ (undefined));
  const area = useRef(/** @type {HTMLTextAreaElement | null} */ (null));
  const id = useId();
  const send = () => {
    clearTimeout(timer.current);
    if (waiting.current === null) return;
    queue({ say: "TypeText", text: waiting.current });
    waiting.current = null;
  };
  useEffect(() => {
    flush.current = send;
    return () => void ((flush.current = () => {}), send());
  }, []);
  useEffect(() => {
    if (!busy && waiting.current === null) type(null);
  }, [busy, editor.text]);
  const put = (/** @type {string} */ value) => {
    type(value);
    onText(value);
    waiting.current = value;
    clearTimeout(timer.current);
    timer.current = setTimeout(send, PAUSE);
  };
  const go = (/** @type {number} */ line) => {
    const { current } = area;
    if (!current) return;
    const lines = current.value.split("\n");
    const start = lines.slice(0, line - 1).join("\n").length + (line > 1 ? 1 : 0);
    current.focus();
    current.setSelectionRange(start, start + (lines[line - 1] ?? "").length);
    current.scrollTop = Math.max(0, (current.scrollHeight / lines.length) * (line - 4));
  };
  useEffect(() => {
    if (!line) return;
    go(line);
    onLine(0);
  }, [line]);
  return (
    <div class="dl-field dl-studio-text">
      <label for={id}>{words.text_label}</label>
      <textarea id={id} ref={area} rows={28} spellcheck={false} wrap="off" dir="ltr" value={typed ?? editor.text} onInput={(event) => put(event.currentTarget.value)} onBlur={send} />
      <ul class="dl-studio-found">
        {editor.remarks.map(({ kind, line: at, where, text }) => (
          <li key={`${at} ${where} ${text}`} class={`dl-studio-${kind}`}>
            <button type="button" class="dl-link" onClick={() => go(at)}>{words.line.replace("{line}", String(at))}</button> <span dir="auto"><b>{where || words[kind]}:</b> {text}</span>
          </li>
        ))}
      </ul>
    </div>
  );
}

/**
 * A play of the text: the role-play page itself. What is typed into it is kept in this tab alone. The page
 * around it does not notice that it shows another screen, so the focus is moved here.
 * @param {Course.PreviewProps} props
 */
function Try({ note, again, play }) {
  const page = usePage("studio");
  const keeper = useKeeper(page.connection, "");
  const box = useRef(/** @type {HTMLDivElement | null} */ (null));
  useFocus(box, play ? markOf(play) : "");
  return (
    <div class="dl-studio-try" ref={box}>
      <p class="dl-quiet" role="status"><span key={note}>{note}</span></p>
      {again && <button type="button" class="dl-button" onClick={() => page.send({ say: "TryAgain" })}>{again}</button>}
      {play && (
        <PageContext.Provider value={{ ...page, keeper, drafts: [], level: Math.min(page.level + 1, 5) }}>
          <RolePlay {...play} />
        </PageContext.Provider>
      )}
    </div>
  );
}

/** @param {{ map: Course.SceneMapProps | null, words: Record<string, string> }} props */
function SceneMap({ map, words }) {
  if (!map) return <p class="dl-quiet">{words.no_map}</p>;
  const pick = (/** @type {number} */ at) => void goTo(map.cards[at]);
  return (
    <div class="dl-map">
      <p class="dl-quiet">{map.note}</p>
      <MapDrawing stops={map.stops} drawings={map.drawings} shown={0} picked={-1} onPick={pick} words={map.words} />
      <ul>{map.stops.map(({ title, label }, at) => <li key={at}><b dangerouslySetInnerHTML={{ __html: title }} />: {label}</li>)}</ul>
    </div>
  );
}

/** @param {{ balance: Course.ScalesProps | null, words: Record<string, string>, onLine: (line: number) => void }} props */
function Balance({ balance, words, onLine }) {
  if (!balance) return <p class="dl-quiet">{words.no_balance}</p>;
  return (
    <div class="dl-studio-balance">
      <p role="status"><span key={balance.summary}><b>{balance.title}</b> {balance.summary}</span></p>
      {balance.missing.length > 0 && <RemarkList remarks={balance.missing} words={words} onLine={onLine} />}
      {balance.notes.map((note) => <p key={note} class="dl-quiet">{note}</p>)}
      <ul class={balance.missing.length > 0 ? "dl-studio-past" : undefined}>
        {balance.scales.map(({ title, says, wanted, holds, mark, go, key, pans }) => (
          <li key={title} class={holds ? "dl-studio-holds" : "dl-studio-fails"}>
            <p dir="auto"><b>{title}</b> {says}; {wanted}: <b>{mark}</b>{go && <>. <button type="button" class="dl-link" onClick={() => goTo(key)}>{go}</button></>}</p>
            <ul class="dl-studio-pans">
              {pans.map(({ text, share }) => (
                <li key={text}><span dir="auto">{text}</span><span class="dl-studio-bar-of" aria-hidden="true"><i style={{ width: `${share * 100}%` }} /></span></li>
              ))}
            </ul>
          </li>
        ))}
      </ul>
    </div>
  );
}
