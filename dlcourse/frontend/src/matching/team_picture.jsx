// The picture of a team while it is typed in: a sentence, what is lacking, and a map of people and tasks.

import { Heading, Scroll } from "../parts/parts.jsx";
import { useId } from "../wire/page.js";

/** @param {Course.TeamPictureProps} props */
export function TeamPicture({ title, headline, lacks, note, map }) {
  const id = useId();
  return (
    <div class="dl-team-picture" role="group" aria-labelledby={id}>
      <Heading depth={2} id={id}>{title}</Heading>
      <p class={`dl-headline ${lacks.length > 0 ? "dl-headline-lacks" : ""}`} role="status" dir="auto">{headline && <span key={headline}>{headline}</span>}</p>
      {lacks.length > 0 && <ul>{lacks.map((each) => <li key={each} dir="auto">{each}</li>)}</ul>}
      {map && <FitMap {...map} labelledBy={id} />}
      {note && <p class="dl-quiet" dir="auto">{note}</p>}
    </div>
  );
}

/** @param {Course.FitMap & { labelledBy: string }} props */
const FitMap = ({ person, note, columns, rows, labelledBy }) => (
  <>
    <Scroll labelledBy={labelledBy}>
      <table class="dl-fit" aria-labelledby={labelledBy}>
        <thead>
          <tr>
            <td>{person}</td>
            {columns.map(({ name, note: told, lacks }) => (
              <th key={name} scope="col" class={lacks ? "dl-lacks" : undefined}>
                <span dir="auto">{name}</span> <small dir="auto">{told}</small>
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map(({ name, cells }) => (
            <tr key={name}>
              <th scope="row" dir="auto">{name}</th>
              {cells.map(({ text, shade }, at) => <td key={at} class={`dl-shade-${shade}`}>{text}</td>)}
            </tr>
          ))}
        </tbody>
      </table>
    </Scroll>
    <p class="dl-quiet" dir="auto">{note}</p>
  </>
);
