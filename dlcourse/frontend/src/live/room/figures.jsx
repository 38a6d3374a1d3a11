// The figures of a whole room on the big screen: one page at a time, turned by buttons, keys or a clicker.

import { useEffect } from "preact/hooks";
import { Button, Heading } from "../../parts/parts.jsx";
import { Bars } from "./bars.jsx";
import { useDraft, useId, usePage } from "../../wire/page.js";

const FORWARD = ["ArrowRight", "PageDown"];
const BACKWARD = ["ArrowLeft", "PageUp"];

/** @param {Course.RoomFiguresProps} props */
export function RoomFigures({ title, scenario, back, nothing, slides, step, forward, backward, keys }) {
  const { base } = usePage("live-figures");
  const [place, turn] = useTurning(slides.length);
  const slide = slides[place];
  return (
    <div class="dl-live-figures">
      <div class="dl-live-bar"><span dir="auto">{scenario}</span> <a href={base + back.to}>{back.text}</a></div>
      {slide ? <Slide key={place} {...slide} /> : <Heading goal>{title}</Heading>}
      {!slide && nothing && <p class="dl-live-large">{nothing}</p>}
      {slide && (
        <nav class="dl-live-turn" aria-label={title}>
          <Button onClick={() => turn(place - 1)} disabled={place === 0}>{backward}</Button>
          <span role="status">{step.replace("{at}", `${place + 1}`).replace("{all}", `${slides.length}`)}</span>
          <Button primary onClick={() => turn(place + 1)} disabled={place === slides.length - 1}>{forward}</Button>
          <span class="dl-quiet">{keys}</span>
        </nav>
      )}
    </div>
  );
}

/** @param {Course.FigureSlide} props */
const Slide = ({ title, blocks, lines, caveat }) => (
  <>
    <Heading goal>{title}</Heading>
    <div class="dl-live-blocks">{blocks.map((block) => <Block key={block.title} {...block} />)}</div>
    {lines.map((line) => <p key={line} class="dl-live-large">{line}</p>)}
    {caveat && <p class="dl-live-caveat">{caveat}</p>}
  </>
);

/** @param {Course.FigureBlock} props */
function Block({ title, note, bars }) {
  const id = useId();
  return (
    <section aria-labelledby={id}>
      <Heading depth={1} id={id}>{title}</Heading>
      <Bars bars={bars} />
      {note && <p class="dl-live-source">{note}</p>}
    </section>
  );
}

/**
 * Which page is shown, and a function that turns to another. It is kept in the tab, over a reload.
 * @param {number} count
 * @returns {[number, (place: number) => void]}
 */
function useTurning(count) {
  const [{ page = "0" }, change] = useDraft("figures-page");
  const place = Math.min(Number(page), Math.max(0, count - 1));
  const turn = (/** @type {number} */ to) => void (to >= 0 && to < count && change({ page: `${to}` }));
  useEffect(() => {
    const press = (/** @type {KeyboardEvent} */ event) => {
      if (event.altKey || event.ctrlKey || event.metaKey) return;
      const by = FORWARD.includes(event.key) ? 1 : BACKWARD.includes(event.key) ? -1 : 0;
      if (!by) return;
      event.preventDefault();
      turn(place + by);
    };
    document.addEventListener("keydown", press);
    return () => document.removeEventListener("keydown", press);
  }, [place, count]);
  return [place, turn];
}
