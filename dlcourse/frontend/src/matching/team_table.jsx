// A table of a team as cells to type in. Tab and the arrow keys go from cell to cell, Enter goes down, and a block of cells
// from a spreadsheet spreads from the cell where it is pasted.

import { Component } from "preact";
import { pasted } from "./cells.js";
import { useId } from "../wire/page.js";
import { Heading, Scroll } from "../parts/parts.jsx";

/** @typedef {Course.PlacedProblem & { id: string }} Problem */

/** @type {(element: EventTarget | null) => [number, number] | null} */
const placeOf = (element) => {
  const at = /** @type {HTMLElement | null} */ (element)?.dataset.at?.split(" ").map(Number);
  return at ? [at[0], at[1]] : null;
};

/**
 * `shared` are the headings of skills that come from the other table, `onPut` lays a block of cells from a place on.
 * @param {Course.TypedTable & {
 *   rows: string[][], shared: string[], words: Course.GridWords, problems: Course.PlacedProblem[], children: Page.Children,
 *   onPut: (row: number, column: number, block: string[][]) => void, onRemoveRow: (row: number) => void, onRemoveSkill: (skill: number) => void,
 * }} props
 */
export function TeamTable({ name, title, note, row: row_name, fixed, rows, shared, words, problems, children, onPut, onRemoveRow, onRemoveSkill }) {
  const id = useId();
  const headings = rows[0].map((heading, at) => fixed.find(({ value }) => at < fixed.length && value === heading)?.text ?? heading);
  const shown = headings.map((heading, at) => heading || words.skill.replace("{number}", String(at - fixed.length + 1)));
  const labelled = problems.map((problem, at) => ({ ...problem, id: `${id}-${at}` }));
  const go = (/** @type {Element} */ table, /** @type {number} */ row, /** @type {number} */ column) => {
    const cell = /** @type {HTMLInputElement | null} */ (table.querySelector(`[data-at="${row} ${column}"]`));
    cell?.focus();
    cell?.select();
    return Boolean(cell);
  };
  const move = (/** @type {KeyboardEvent & { currentTarget: Element }} */ event) => {
    const at = placeOf(event.target);
    if (!at || event.altKey || event.ctrlKey || event.metaKey || event.isComposing) return;
    const { selectionStart, selectionEnd, value } = /** @type {HTMLInputElement} */ (event.target);
    const whole = selectionStart === 0 && selectionEnd === value.length;
    const ways = /** @type {Record<string, [number, number] | false>} */ ({
      ArrowUp: [-1, 0],
      ArrowDown: [1, 0],
      Enter: [event.shiftKey ? -1 : 1, 0],
      ArrowLeft: (whole || selectionEnd === 0) && [0, -1],
      ArrowRight: (whole || selectionStart === value.length) && [0, 1],
    });
    const way = ways[event.key];
    if (way && (event.key === "Enter" || !event.shiftKey) && (go(event.currentTarget, at[0] + way[0], at[1] + way[1]) || event.key === "Enter")) event.preventDefault();
  };
  const paste = (/** @type {ClipboardEvent} */ event) => {
    const at = placeOf(event.target);
    const text = event.clipboardData?.getData("text/plain") ?? "";
    if (!at || !/[\t\n\r]/.test(text.trimEnd())) return;
    event.preventDefault();
    const block = pasted(text);
    const headed = at[1] === 0 && block[0][0].trim().toLowerCase() === fixed[0].value;
    onPut(headed ? 0 : at[0], at[1], block);
  };
  const type = (/** @type {Event} */ event) => {
    const at = placeOf(event.target);
    const { value } = /** @type {HTMLInputElement} */ (event.target);
    if (at) onPut(...at, [[value.replace(/[\t\r\n]+/g, " ")]]);
  };
  const click = (/** @type {Event} */ event) => {
    const { row, skill } = /** @type {HTMLElement} */ (event.target).dataset;
    const table = /** @type {Element} */ (event.currentTarget);
    if (row === undefined && skill === undefined) return;
    if (row !== undefined) onRemoveRow(Number(row));
    else onRemoveSkill(Number(skill));
    go(table, Number(row ?? 1), 0); // the button that had the focus may be gone
  };
  return (
    <div class={`dl-team-table dl-team-${name}`}>
      <Heading depth={2} id={id}>{title}</Heading>
      <p class="dl-quiet" dir="auto">{note}</p>
      <Scroll labelledBy={id}>
        <table aria-labelledby={id} onKeyDown={move} onPaste={paste} onInput={type} onClick={click}>
          <thead>
            <tr>
              {rows[0].map((heading, at) => (
                <th key={at} scope="col">
                  <Head
                    at={at}
                    heading={heading}
                    shown={shown[at]}
                    fixed={headings[at] !== heading || (at >= fixed.length && shared[at - fixed.length] === heading)}
                    label={words.skill_name.replace("{number}", String(at - fixed.length + 1))}
                    remove={at >= fixed.length && name === "people" ? words.remove_skill.replace("{column}", shown[at]) : ""}
                    skill={at - fixed.length}
                    problem={labelled.find(({ row, column }) => row === 0 && column === at)?.id}
                  />
                </th>
              ))}
              <td />
            </tr>
          </thead>
          <tbody>
            <Problems width={rows[0].length + 1} problems={labelled.filter(({ row }) => row === 0)} shown={shown} />
            {rows.slice(1).map((cells, at) => (
              <Row key={at} row={at + 1} numbered={row_name.replace("{number}", String(at + 1))} cells={cells} shown={shown} words={words} problems={labelled.filter(({ row }) => row === at + 1)} last={at === rows.length - 2} />
            ))}
          </tbody>
        </table>
      </Scroll>
      <div class="dl-row dl-no-print">{children}</div>
    </div>
  );
}

/** @param {{ at: number, heading: string, shown: string, fixed: boolean, label: string, remove: string, skill: number, problem?: string }} props */
function Head({ at, heading, shown, fixed, label, remove, skill, problem }) {
  return (
    <>
      {fixed ? <span dir="auto">{shown}</span> : <textarea rows={2} dir="auto" data-at={`0 ${at}`} placeholder={shown} aria-label={label} aria-invalid={Boolean(problem)} aria-describedby={problem} value={heading} />}
      {remove && <button type="button" class="dl-remove" data-skill={skill} aria-label={remove}>×</button>}
    </>
  );
}

/**
 * A row is drawn again only if something in it has changed, because there may be hundreds.
 * @extends {Component<{ row: number, numbered: string, cells: string[], shown: string[], words: Course.GridWords, problems: Problem[], last: boolean }>}
 */
class Row extends Component {
  /** @param {object} next */
  shouldComponentUpdate(next) {
    return JSON.stringify(next) !== JSON.stringify(this.props);
  }

  render() {
    const { row, numbered, cells, shown, words, problems, last } = this.props;
    const name = cells[0] || numbered;
    return (
      <>
        <tr>
          {cells.map((cell, at) => {
            const problem = problems.find(({ column }) => column === at);
            const input = <input dir="auto" autocomplete="off" data-at={`${row} ${at}`} aria-label={words.cell.replace("{column}", shown[at]).replace("{row}", at ? name : numbered)} aria-invalid={Boolean(problem)} aria-describedby={problem?.id} value={cell} />;
            return at ? <td key={at}>{input}</td> : <th key={at} scope="row">{input}</th>;
          })}
          <td>{!last && <button type="button" class="dl-remove" data-row={row} aria-label={words.remove_row.replace("{row}", name)}>×</button>}</td>
        </tr>
        <Problems width={cells.length + 1} problems={problems} shown={shown} />
      </>
    );
  }
}

/**
 * What is wrong in a row, right below it.
 * @param {{ width: number, problems: Problem[], shown: string[] }} props
 */
const Problems = ({ width, problems, shown }) =>
  problems.length > 0 && (
    <tr class="dl-cell-problems">
      <td colSpan={width}>
        {problems.map(({ id, column, words }) => (
          <p key={id} id={id} class="dl-problem" dir="auto">{column === null ? "" : `${shown[column]}: `}{words}</p>
        ))}
      </td>
    </tr>
  );
