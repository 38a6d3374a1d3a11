// What is left to do: the list beside the form, and the way from what is wrong to its field.

/** @typedef {{ editor: Course.EditorProps, words: Record<string, string>, onLine: (line: number) => void }} Props */

/** Opens the folds around a card, a list or a field of the form, and puts the focus there. False if it is not shown. */
export function goTo(/** @type {string} */ key) {
  const place = placeOf(key);
  if (!place) return false;
  for (let around = place.closest("details"); around; around = around.parentElement?.closest("details") ?? null) around.open = true;
  const within = place.matches("details") ? null : place.querySelector("details");
  if (within) within.open = true;
  const goal = /** @type {HTMLElement | null} */ (place.querySelector(place.matches("details") ? "summary" : "input, textarea, select"));
  goal?.focus({ preventScroll: true });
  (goal ?? place).scrollIntoView({ block: place.matches("details") ? "start" : "center" });
  return true;
}

/** @type {(key: string) => HTMLElement | null} */
const placeOf = (key) => (key ? document.querySelector(`.dl-studio-form :is([data-field="${CSS.escape(key)}"], [data-card="${CSS.escape(key)}"], [data-list="${CSS.escape(key)}"])`) : null);

/**
 * The first remark behind this element in the form, else the first of all: what is wrong or missing before notes.
 * @param {Course.RemarkProps[]} remarks
 * @param {Element | null} from
 */
export function nextOf(remarks, from) {
  const pressing = remarks.filter(({ kind }) => kind !== "note");
  const places = (pressing.length ? pressing : remarks).map(({ key, line }) => ({ key, line, place: placeOf(key) }));
  const inOrder = places.filter(({ place }) => place).sort((one, other) => (follows(one.place, other.place) ? -1 : 1));
  return inOrder.find(({ place }) => from && !place?.contains(from) && follows(from, place)) ?? inOrder[0] ?? places[0];
}

/** @type {(one: Element | null, other: Element | null) => boolean} */
const follows = (one, other) => Boolean(one && other && one.compareDocumentPosition(other) & Node.DOCUMENT_POSITION_FOLLOWING);

/** @param {Props} props */
export function Left({ editor: { remarks }, words, onLine }) {
  if (!remarks.length) return <p class="dl-quiet">{words.nothing_left}</p>;
  return (
    <>
      <p class="dl-quiet">{words.left_note}</p>
      <RemarkList remarks={remarks} words={words} onLine={onLine} />
    </>
  );
}

/** @param {{ remarks: Course.RemarkProps[], words: Record<string, string>, onLine: (line: number) => void }} props */
export const RemarkList = ({ remarks, words, onLine }) => (
  <ul class="dl-studio-left">
    {remarks.map(({ kind, line, where, text, key }) => (
      <li key={`${key} ${line} ${text}`} class={`dl-studio-${kind}`} dir="auto">
        <button type="button" class="dl-link" onClick={() => goTo(key) || onLine(line)}>{where || words.line.replace("{line}", String(line))}</button> {kind !== "todo" && <b>{words[kind]}: </b>}{text}
      </li>
    ))}
  </ul>
);
