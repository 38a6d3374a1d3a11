// The portfolio: on top what is in it, as it will be read, with what changes the order; below what can be put in.

import { useEffect, useRef } from "preact/hooks";
import { useDownload } from "../wire/download.js";
import { useChosen, useDraft, useId, usePage } from "../wire/page.js";
import { Heading, Submit } from "../parts/parts.jsx";
import { FileButton } from "../parts/file_download.jsx";
import { Piece } from "./piece.jsx";
import { printPage } from "../parts/print.js";
import { at } from "../wire/times.js";

/** @param {Course.PortfolioProps} props */
export function Portfolio({ view, told, taken }) {
  const { send } = usePage("portfolio");
  const download = useDownload(taken);
  const box = useRef(/** @type {HTMLElement | null} */ (null));
  const id = useId();
  if (!view) return null;
  const fetch = (/** @type {Course.PortfolioFile["form"]} */ form) => download((ask) => send({ say: "FetchPortfolio", ask, form }));
  return (
    <div class="dl-portfolio">
      <Heading goal>{view.title}</Heading>
      <p class="dl-lead-in" dir="auto">{view.lead}</p>
      <p class="dl-quiet" dir="auto">{view.note}</p>
      <section aria-labelledby={id}>
        <Heading depth={1} id={id} tabIndex={-1}>{view.preview_title}</Heading>
        <p role="status" class="dl-told-now" dir="auto">{told}</p>
        {view.empty && <p class="dl-empty" dir="auto">{view.empty}</p>}
        {!view.empty && (
          <>
            <Document document={view.document} sections={view.sections} words={view.words} titleId={id} box={box} />
            <Name key={view.form.value} {...view.form} />
            <div class="dl-row">
              {view.files.map((file) => <FileButton key={file.form} {...file} onFetch={() => fetch(file.form)} />)}
              <button type="button" class="dl-button" onClick={() => printPage(box.current)}>{view.print}</button>
            </div>
          </>
        )}
      </section>
      <section aria-labelledby={`${id}o`}>
        <Heading depth={1} id={`${id}o`}>{view.offers_title}</Heading>
        {view.offers.map((offers) => <Offers key={offers.kind} {...offers} />)}
      </section>
    </div>
  );
}

/**
 * The document. A button that moved with its piece keeps the focus; after the last one the heading gets it.
 * @param {Pick<Course.PortfolioContents, "document" | "sections" | "words"> & { titleId: string, box: Page.Ref<HTMLElement> }} props
 */
function Document({ document: about, sections, words, titleId, box }) {
  const { send, busy } = usePage("portfolio");
  const pressed = useRef(/** @type {{ item: string, names: string[] } | null} */ (null));
  useEffect(() => {
    if (busy || !pressed.current) return;
    const { item, names } = pressed.current;
    pressed.current = null;
    if (document.activeElement && document.activeElement !== document.body) return;
    const found = names.map((name) => box.current?.querySelector(`[data-item="${CSS.escape(item)}"] [data-does="${name}"]`));
    /** @type {HTMLElement | null | undefined} */ (found.find(Boolean) ?? document.getElementById(titleId))?.focus();
  });
  /** @type {import("./piece.jsx").Say} */
  const say = (message, item, names) => {
    if (busy) return;
    pressed.current = { item, names };
    send(message);
  };
  return (
    <article class="dl-folio" ref={box}>
      <header>
        <Heading depth={2}>{about.title}</Heading>
        {about.name && <p class="dl-folio-name" dir="auto">{about.name}</p>}
        <p class="dl-quiet" dir="auto">{about.about}</p>
      </header>
      {sections.map((section) => (
        <section key={section.heading}>
          <Heading depth={2}>{section.heading}</Heading>
          {section.items.map((item) => <Piece key={item.item} {...item} words={words} say={say} />)}
        </section>
      ))}
    </article>
  );
}

/** @param {Course.NameForm} props */
function Name({ label, value, limit, submit }) {
  const { send, busy } = usePage("portfolio");
  const [draft, change] = useDraft("portfolio-name");
  const name = (/** @type {Event} */ event) => {
    event.preventDefault();
    if (!busy) send({ say: "NamePortfolio", name: draft.name ?? value }, "portfolio-name");
  };
  return (
    <form class="dl-form dl-folio-naming" onSubmit={name} aria-busy={busy}>
      <label class="dl-field">
        <span dir="auto">{label}</span>
        <input
          type="text" dir="auto" autocomplete="off" maxLength={limit}
          value={draft.name ?? value} onInput={(event) => change({ name: event.currentTarget.value })}
        />
      </label>
      <div class="dl-row"><Submit>{submit}</Submit></div>
    </form>
  );
}

/** @param {Course.OffersProps} props */
function Offers({ heading, note, offers, filter }) {
  const id = useId();
  const { send } = usePage("portfolio");
  return (
    <section class="dl-piece-offers" aria-labelledby={id}>
      <Heading depth={2} id={id}>{heading}</Heading>
      <p class="dl-quiet" dir="auto">{note}</p>
      {filter && (
        <div class="dl-piece-offers-filter">
          <label class="dl-field">
            <span>{filter.label}</span>
            <select value={filter.value} onChange={(event) => send({ say: "ShowOffers", session: event.currentTarget.value })}>
              {filter.choices.map(({ value, text }) => <option key={value} value={value}>{text}</option>)}
            </select>
          </label>
          <p class="dl-quiet" role="status">{filter.told}</p>
        </div>
      )}
      {offers.map((offer) => <Offer key={offer.item} {...offer} />)}
    </section>
  );
}

/**
 * What can be put in; who can read it is said before it is chosen.
 * @param {Course.OfferProps} props
 */
function Offer({ item, title, begins, where, at: moment, note, chosen }) {
  const { queue } = usePage("portfolio");
  const id = useId();
  const [wanted, want] = /** @type {[boolean | null, (wanted: boolean) => void]} */ (useChosen());
  const toggle = (/** @type {boolean} */ on) => {
    want(on);
    queue({ say: on ? "PutIn" : "TakeOut", item });
  };
  return (
    <label class="dl-choice">
      <input
        type="checkbox" checked={wanted ?? chosen} aria-labelledby={`${id}n`} aria-describedby={`${id}a`}
        onChange={(event) => toggle(event.currentTarget.checked)}
      />
      <span class="dl-choice-text">
        <span id={`${id}n`} dir="auto">{title}</span>
        <span class="dl-about" id={`${id}a`}>
          {begins && <span class="dl-begins" dir="auto">{begins}</span>}
          <span class="dl-where-from" dir="auto">{[where, moment && at(moment)].filter(Boolean).join(", ")}</span>
          <span>{note}</span>
        </span>
      </span>
    </label>
  );
}
