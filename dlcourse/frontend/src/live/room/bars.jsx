// Bars that count something. The words of a bar say the same as its length, so a screen reader hears only them.

/** @param {{ bars: Course.FigureBar[] }} props */
export const Bars = ({ bars }) => (
  <ul class="dl-live-bars">
    {bars.map(({ label, mark, text, share, kind }) => (
      <li key={label}>
        <span><span dir="auto">{label}</span> {mark && <span class="dl-mark">{mark}</span>}</span>
        <span class="dl-live-share">{text}</span>
        <span class={`dl-live-track dl-live-${kind}`} aria-hidden="true"><span style={{ inlineSize: `${100 * share}%` }} /></span>
      </li>
    ))}
  </ul>
);
