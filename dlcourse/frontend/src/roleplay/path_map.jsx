// @ts-nocheck: this file has no types yet.
// The map of a story: scene by scene the ways taken and not taken, by a full or an empty mark and in words.

import { Heading, Html } from "../parts/parts.jsx";

export const Ways = ({ title, note, stops, ends }) => (
  <section class="dl-ways">
    <Heading depth={1}>{title}</Heading>
    <p class="dl-quiet">{note}</p>
    <ol class="dl-stops">
      {stops.map((stop, place) => (
        <li key={place}>
          <Heading depth={2} html={stop.title} />
          <p class="dl-quiet">{stop.note}</p>
          <ul>{stop.ways.map((way, number) => <Way key={number} {...way} />)}</ul>
        </li>
      ))}
    </ol>
    <Heading depth={2}>{ends.title}</Heading>
    <ul>
      {ends.list.map((end, place) => (
        <li key={place}>
          <Html as="span" html={end.title} /> <span class="dl-quiet">{end.note}</span>
        </li>
      ))}
    </ul>
  </section>
);

const Way = ({ html, taken, note, leads_to }) => (
  <li class="dl-way-on">
    <span class={taken ? "dl-dot dl-dot-full" : "dl-dot"} aria-hidden="true" />
    <div>
      <Html as="span" html={html} />
      <p class="dl-quiet" dir="auto">
        <b>{note}</b>, {leads_to}
      </p>
    </div>
  </li>
);
