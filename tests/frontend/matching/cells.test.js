// Two tables of cells: what is pasted spreads, and skills come and go in both tables.

import assert from "node:assert/strict";
import { test } from "node:test";

import { changed, pasted, put, size, toRows, toText, withRoom, withoutSkill } from "../../../dlcourse/frontend/src/matching/cells.js";

const FIXED = { people: 3, work: 4 };
const tables = () => ({
  people: toRows("name\trole\thours\tMaps\tSongs\nAna\tcook\t6\t5\t2+"),
  work: toRows("task\thours\tleast\tmost\tMaps\tSongs\nAtlas\t2\t1\t2\t3\t"),
});

test("A table is the same after it was a text.", () => {
  assert.deepEqual(toRows(toText(tables().people)), tables().people);
});

test("There is one empty row at the end, and never two.", () => {
  const rows = withRoom(tables().people);
  assert.deepEqual(rows.at(-1), ["", "", "", "", ""]);
  assert.equal(withRoom(rows).length, rows.length);
  assert.equal(withRoom([["name"]]).length, 2);
});

test("A clipboard has rows and columns; a cell with quotation marks or line breaks is one cell.", () => {
  assert.deepEqual(pasted("a\tb\r\nc\td\r\n"), [["a", "b"], ["c", "d"]]);
  assert.deepEqual(pasted('"two\nlines"\t"a ""quoted"" word"\nnext'), [["two lines", 'a "quoted" word'], ["next"]]);
  assert.deepEqual(pasted('5" wide\tx'), [['5" wide', "x"]]);
});

test("A block of cells is laid over what is there, with more rows and columns where it needs them.", () => {
  assert.deepEqual(put([["a", "b"], ["c", "d"]], 1, 1, [["x", "y"], ["z"]]), [["a", "b", ""], ["c", "x", "y"], ["", "z", ""]]);
});

test("A skill that is renamed among the people is renamed in the work.", () => {
  const before = tables();
  const after = changed(before, "people", put(before.people, 0, 3, [["Atlases"]]), FIXED);
  assert.equal(after.people[0][3], "Atlases");
  assert.equal(after.work[0][4], "Atlases");
  assert.equal(after.work[1][4], "3");
});

test("A heading of the work that means another skill stays as it is.", () => {
  const before = { ...tables(), work: put(tables().work, 0, 4, [["Mapps"]]) };
  assert.equal(changed(before, "people", put(before.people, 0, 3, [["Atlases"]]), FIXED).work[0][4], "Mapps");
});

test("A new skill among the people comes in the work, before headings that only the work has.", () => {
  const before = { ...tables(), work: put(tables().work, 0, 6, [["Drums"], ["4"]]) };
  const after = changed(before, "people", put(before.people, 0, 5, [["Games"]]), FIXED);
  assert.deepEqual(after.work, [
    ["task", "hours", "least", "most", "Maps", "Songs", "Games", "Drums"],
    ["Atlas", "2", "1", "2", "3", "", "", "4"],
  ]);
});

test("A skill goes from both tables, but not from the work where it has another name.", () => {
  const { people, work } = withoutSkill(tables(), 0, FIXED);
  assert.deepEqual(people[0], ["name", "role", "hours", "Songs"]);
  assert.deepEqual(work, [["task", "hours", "least", "most", "Songs"], ["Atlas", "2", "1", "2", ""]]);
  const other = { ...tables(), work: put(tables().work, 0, 4, [["Mapps"]]) };
  assert.equal(withoutSkill(other, 0, FIXED).work[0][4], "Mapps");
});

test("The size counts the cells of both tables.", () => {
  assert.equal(size(tables()), 2 * 5 + 2 * 6);
});
