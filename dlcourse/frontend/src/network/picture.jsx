// The drawing of one's own network beside the forms that change it. Ties that are filled in and not added yet are dashed.

import { useEffect, useState } from "preact/hooks";
import { useId } from "../wire/page.js";
import { Heading } from "../parts/parts.jsx";
import { ZoomButtons } from "./drawing.jsx";
import { Canvas } from "./scene.jsx";
import { useZoom } from "./zoom.js";

/** @typedef {{ who: string, to: string[] }} NewTies ties that are filled in, by name */

/** @param {Course.PictureProps & { ties: NewTies }} props */
export function Picture({ title, note, drawing, ties }) {
  const id = useId();
  return (
    <section class="dl-picture" aria-labelledby={id}>
      <Heading depth={1} id={id}>{title}</Heading>
      {note && <p class="dl-quiet dl-no-picture" dir="auto">{note}</p>}
      {drawing && <Live drawing={drawing} title={id} ties={ties} />}
    </section>
  );
}

/** @param {{ drawing: Course.DrawingProps, title: string, ties: NewTies }} props */
function Live({ drawing: { headline, description, size, people, ties, words }, title, ties: { who, to } }) {
  const id = useId();
  const [name, pick] = useState("");
  const zoom = useZoom(...size);
  const at = (/** @type {string} */ one) => people.findIndex((person) => person.name === one);
  const picked = at(name);
  useEffect(() => pick(""), [people.length]); // somebody came or went: everybody is shown again
  const pending = at(who) < 0 ? undefined : { who: at(who), to: to.map(at).filter((place) => place >= 0) };
  return (
    <>
      <p class="dl-headline" dir="auto">{headline}</p>
      <p class="dl-unseen" id={id}>{description}</p>
      <Canvas labels={[title, id]} size={size} people={people} ties={ties} zoom={zoom} picked={picked} onPick={(place) => pick(place === picked ? "" : people[place].name)} pending={pending} />
      <div class="dl-row dl-tools"><ZoomButtons zoom={zoom} words={words} /></div>
      <p role="status" dir="auto">{people[picked]?.says}</p>
    </>
  );
}
