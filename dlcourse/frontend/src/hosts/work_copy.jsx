// Copies a person's work into this browser shortly after each change, and offers to restore the copy if the course is
// empty. It runs on every page of the server, separately from the page's own component.

import "../../generated/shared.js";
import { render } from "preact";
import { useEffect, useState } from "preact/hooks";
import { when } from "../wire/times.js";
import { newId } from "../wire/ids.js";
import { DONE, dropCopy, ERASED, findCopy, forget, takeCopy } from "../wire/work_files.js";

const PAUSE = 3000; // ms from a change to the copy, which then has all later changes too
const LATER = "dlcourse:copy:later";

const place = /** @type {HTMLElement} */ (document.getElementById("copy"));
const root = document.documentElement.dataset.root ?? "/";
/** @type {Course.CopyStart} */
const { owner, empty, address: file, words } = JSON.parse(document.getElementById("copy-start")?.textContent ?? "{}");
const address = root + file;
const erased = new Set();
const tabs = new BroadcastChannel("dlcourse:erased");
/** @type {ReturnType<typeof setTimeout> | null} */
let waiting = null;

function soon() {
  waiting ??= setTimeout(async () => {
    waiting = null;
    const copy = await takeCopy(address).catch(() => null); // nobody answers; the next change makes the next copy
    if (copy && erased.has(copy.person)) await dropCopy(copy.person); // erased while it was on its way
  }, PAUSE);
}

/**
 * Restores the copy; returns what went wrong, or null.
 * @param {Page.WorkCopy} copy
 * @returns {Promise<{ what: string, remedy: string } | null>}
 */
async function bringBack({ person, packed }) {
  const body = JSON.stringify({ say: "RestoreWork", id: newId(), packed });
  const answer = await fetch(address, { method: "POST", body }).then((response) => response.json());
  if (answer.error) return answer.error;
  const taken = await takeCopy(address).catch(() => null);
  if (taken && taken.person !== person) await dropCopy(person); // its contents are in the new copy
  return null;
}

/** @param {{ copy: Page.WorkCopy, onEnd: () => void }} props */
function Offer({ copy, onEnd }) {
  const [busy, setBusy] = useState(false);
  const [error, setError] = useState(/** @type {{ what: string, remedy: string } | null} */ (null));
  const bring = async () => {
    if (busy) return;
    setBusy(true);
    setError(null);
    const wrong = await bringBack(copy).catch(() => ({ what: "", remedy: "" }));
    if (!wrong) return location.reload();
    setError(wrong);
    setBusy(false);
  };
  const later = () => {
    sessionStorage.setItem(LATER, "1");
    onEnd();
  };
  const drop = () => dropCopy(copy.person).then(onEnd);
  return (
    <section class="dl-copy" aria-label={words.label}>
      <p><b>{words.offer.replace("{time}", when(copy.at))}</b></p>
      <p>{words.ask}</p>
      <div class="dl-row">
        <button type="button" class="dl-button dl-primary" aria-disabled={busy} onClick={bring}>{words.bring}</button>
        <button type="button" class="dl-button" onClick={later}>{words.later}</button>
        <button type="button" class="dl-button" onClick={drop}>{words.delete}</button>
      </div>
      <p role="status">{busy && words.bringing}</p>
      <p role="alert">{error && `${words.failed}. ${error.what} ${error.remedy}`}</p>
    </section>
  );
}

function Place() {
  const [copy, setCopy] = useState(/** @type {Page.WorkCopy | null} */ (null));
  useEffect(() => {
    if (empty && !sessionStorage.getItem(LATER)) findCopy().then(setCopy);
    const begun = () => setCopy(null); // the course is not empty any more
    document.addEventListener(DONE, begun);
    return () => document.removeEventListener(DONE, begun);
  }, []);
  return copy && <Offer copy={copy} onEnd={() => setCopy(null)} />;
}

document.addEventListener(DONE, soon);
document.addEventListener(ERASED, (event) => {
  const { detail } = /** @type {CustomEvent<string>} */ (event);
  erased.add(detail);
  dropCopy(detail);
  tabs.postMessage(detail);
});
// Another tab may still show the erased words, have unsent ones, or be making a copy.
tabs.onmessage = ({ data }) => {
  if (data !== owner) return;
  erased.add(data);
  forget();
  location.reload();
};
if (!empty) soon();
render(<Place />, place);
