// The portfolio: first its pieces as they will be read, with buttons to reorder them, then what can be added.

import { useEffect, useRef } from "preact/hooks";
import { useDownload } from "../wire/download.js";
import { useChosen, useId, usePage } from "../wire/page.js";
import { Form } from "../parts/form.jsx";
import { Heading } from "../parts/parts.jsx";
import { FileButton } from "../parts/file_download.jsx";
import { Move, Piece } from "./piece.jsx";
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
            <div class="dl-folio-naming"><Form form={view.form} /></div>
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
    const found = names.map((name) => box.current?.querySelector(`:is([data-item="${CSS.escape(item)}"], [data-section="${CSS.escape(item)}"]) > * > [data-does="${name}"]`));
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
        <section key={section.heading} data-section={section.item}>
          <Heading depth={2}>{section.heading}</Heading>
          {sections.length > 1 && <MoveSection {...section} words={words} say={say} />}
          {section.items.map((item) => <Piece key={item.item} {...item} words={words} say={say} />)}
        </section>
      ))}
    </article>
  );
}

/**
 * Moves a section with all its pieces.
 * @param {Course.PortfolioSection & { words: Course.PieceWords, say: import("./piece.jsx").Say }} props
 */
function MoveSection({ heading, item, up, down, words, say }) {
  const swap = (/** @type {string} */ other, /** @type {string[]} */ names) => () => say({ say: "SwapSections", item, other }, item, names);
  return (
    <div class="dl-row dl-piece-moves">
      {up && <Move does="section-up" text={words.section_up} name={heading} onClick={swap(up, ["section-up", "section-down"])} />}
      {down && <Move does="section-down" text={words.section_down} name={heading} onClick={swap(down, ["section-down", "section-up"])} />}
    </div>
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
 * What can be added. The page says who can read it before it is chosen.
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
