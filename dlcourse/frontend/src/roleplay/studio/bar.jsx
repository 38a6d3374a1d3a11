// The bar that stays in view above a file: saving, taking back, the way to the next of what is left, and to a play of it.

import { usePage } from "../../wire/page.js";
import { goTo, nextOf } from "./left.jsx";

/** @param {{ editor: Course.EditorProps, words: Record<string, string>, dirty: boolean, told: string, last: { current: Element | null }, onSave: () => void, onLine: (line: number) => void }} props */
export function Bar({ editor, words, dirty, told, last, onSave, onLine }) {
  const { queue, base } = usePage("studio");
  const { remarks, summary, mood, undo_left: left } = editor;
  const next = () => {
    const { key, line } = nextOf(remarks, last.current);
    if (!goTo(key)) onLine(line);
  };
  return (
    <div class="dl-studio-bar">
      <div class="dl-row">
        <button type="button" class="dl-button dl-primary" aria-disabled={!dirty} onClick={() => dirty && onSave()}>{words.save}</button>
        <button type="button" class="dl-button" aria-disabled={!left} onClick={() => left && queue({ say: "UndoChange" })}>{words.undo}</button>
        {remarks.length > 0 && <button type="button" class="dl-button" onClick={next}>{words.next}</button>}
        {editor.play && base && <a class="dl-button" href={base + editor.play}>{words.play_it}</a>}
        <p role="status" class={`dl-studio-${mood}`}><span key={summary}>{summary}</span></p>
      </div>
      <div class="dl-studio-says">
        <p class="dl-quiet" role="status"><span key={String(dirty)}>{dirty ? words.unsaved : words.all_saved}</span></p>
        <p class="dl-quiet dl-studio-told" role="status"><span key={`${told} ${told === editor.told ? left : ""}`}>{told}</span></p>
      </div>
    </div>
  );
}
