// The geometry of a drawing of who turns to whom: arrows that end at marks, names that fit.

import assert from "node:assert/strict";
import { test } from "node:test";

import { arrow, lines, radius, shortNames } from "../../../dlcourse/frontend/src/network/geometry.js";

const numbers = (path) => path.match(/-?\d+\.\d+/g).map(Number);
const far = ([x1, y1], [x2, y2]) => Math.hypot(x2 - x1, y2 - y1);

test("A mark grows with how many turn to a person, and never out of its box.", () => {
  const radii = [0, 1, 5, 22].map((asked) => radius(asked, 22));
  assert.deepEqual([...radii].sort((one, other) => one - other), radii);
  assert.ok(radii[0] > 0 && radii[3] < 0.45);
  assert.equal(radius(0, 0), radius(0, 9));
});

test("An arrow begins at the edge of one mark and its tip is at the edge of the other.", () => {
  for (const to of [[4, 0], [-3, 2], [0, 1.5], [9, -9]]) {
    const { line, head } = arrow([0, 0], 0.2, to, 0.4);
    const [tipX, tipY] = numbers(head);
    assert.ok(Math.abs(far(to, [tipX, tipY]) - 0.44) < 0.02);
    assert.ok(Math.abs(far([0, 0], numbers(line)) - 0.2) < 0.02);
  }
});

test("The way back is another arrow, so that a tie that is returned can be seen as two.", () => {
  const there = numbers(arrow([0, 0], 0.2, [4, 0], 0.2).line);
  const back = numbers(arrow([4, 0], 0.2, [0, 0], 0.2).line);
  assert.ok(there[3] > 0.2 && back[3] < -0.2);
});

test("Two people in one spot make no broken path.", () => {
  assert.doesNotMatch(JSON.stringify(arrow([1, 1], 0.2, [1, 1], 0.2)), /NaN|Infinity/);
});

test("A name stands in at most two lines, parted where they are even, and is shortened where it is too long.", () => {
  const texts = (name) => lines(name).map(({ text }) => text);
  assert.deepEqual(texts("Bao Tran"), ["Bao Tran"]);
  assert.deepEqual(texts("Samuel Acheampong"), ["Samuel", "Acheampong"]);
  assert.deepEqual(texts("Dr. Dorothea von Langenscheidt"), ["Dr. Dorothea…", "Langenscheidt"]);
  assert.match(texts("x".repeat(100))[0], /^x{10,15}…$/);
  assert.deepEqual(texts("東海林 のり子"), ["東海林 のり子"]);
  assert.match(texts("字".repeat(20))[0], /^字{5,7}…$/);
});

test("Where there is room, a short name is the whole name; else the first name if nobody else has it; else initials.", () => {
  const names = ["Ann Lee", "Ann Berg-Olsen", "Bo", "Maximiliana Santacruz", "Maria del Carmen Ortiz"];
  assert.deepEqual(shortNames(names, 0.3), ["Ann Lee", "AB", "Bo", "Maximiliana", "Maria"]);
  assert.deepEqual(shortNames(names, 1.1), ["AL", "AB", "Bo", "MS", "MdC"]);
  assert.deepEqual(shortNames(names, 3), ["A", "A", "B", "M", "M"]);
});

test("Initials are letters, whatever a word begins with; a name of one word gives its first letters.", () => {
  assert.deepEqual(shortNames(["Lee (Ann)", "Konstantinopolitanski"], 1.2).slice(1), ["Kon"]);
  assert.deepEqual(shortNames(["Lee (Ann)"], 1.6), ["LA"]);
});
