// A register on the screen of a room: one thing at a time, with the buttons that move on.

import { Button, Heading } from "../parts/parts.jsx";
import { usePage } from "../wire/page.js";

/** @param {Course.RegisterRoomProps} props */
export function RegisterRoom({ back, screen }) {
  const { base, send } = usePage();
  if (!screen) return null;
  const { part, place, back_one: previous, before, on, after } = screen;
  const show = (/** @type {string} */ key) => ({ onClick: () => key && send({ say: "ShowOnScreen", key }), "aria-disabled": !key });
  return (
    <div class="dl-wall">
      <p class="dl-wall-bar"><a href={base + back.to}>{back.text}</a> <span>{place}</span></p>
      <div aria-live="polite">
        {part.mark && <p><span class="dl-mark" dir="auto">{part.mark}</span></p>}
        <Heading key={part.key} goal="still">{part.title}</Heading>
        {part.counts.length > 0 && (
          <dl class="dl-wall-counts">
            {part.counts.map(({ name, number }) => <div key={name}><dt>{name}</dt><dd>{number}</dd></div>)}
          </dl>
        )}
        {part.lines.map(({ name, text }) => <p key={name + text} dir="auto">{name && <b>{name}:</b>} {text}</p>)}
        {part.list_title && <Heading depth={1}>{part.list_title}</Heading>}
        {part.listed.length > 0 && <ul>{part.listed.map((each) => <li key={each} dir="auto">{each}</li>)}</ul>}
      </div>
      <div class="dl-row">
        <Button {...show(before)}>{previous}</Button>
        <Button primary {...show(after)}>{on}</Button>
      </div>
    </div>
  );
}
