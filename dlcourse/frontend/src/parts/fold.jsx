// A form that opens when it is wanted and closes when it is saved, which is said where its button was.

import { useEffect, useRef, useState } from "preact/hooks";
import { usePage } from "../wire/page.js";

/**
 * `slot` is the form's, `title` opens it, `said` is told once it was saved. It opens by itself if something is filled in
 * already, and at the start if it `starts` open.
 * @param {{ slot: string, title: string, said?: string, starts?: boolean, children: Page.Children }} props
 */
export function Fold({ slot, title, said = "", starts = false, children }) {
  const { keeper, drafts } = usePage();
  const card = drafts.find((kept) => kept.slot === slot);
  const begun = Boolean(keeper.get(slot) ?? card);
  const saved = keeper.state(slot, card)?.name === "said";
  const [open, show] = useState(starts || begun);
  const summary = useRef(/** @type {HTMLElement | null} */ (null));
  useEffect(() => void (begun && show(true)), [begun]);
  useEffect(() => {
    if (!saved) return;
    const inside = summary.current?.parentElement?.contains(document.activeElement);
    show(false);
    if (inside) summary.current?.focus(); // the button that had it is out of sight now
  }, [saved]);
  return (
    <>
      <details class="dl-fold" open={open} onToggle={(event) => show(event.currentTarget.open)}>
        <summary ref={summary} dir="auto">{title}</summary>
        {open && children}
      </details>
      <p role="status" class="dl-saved" dir="auto">{saved ? said : ""}</p>
    </>
  );
}
