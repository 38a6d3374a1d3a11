// The geometry of the map of ways: lines that begin and end at boxes, side by side, and pass beside the boxes between.

import assert from "node:assert/strict";
import { test } from "node:test";

import { boxHeight, boxWidth, height, lines, middle } from "../../../dlcourse/frontend/src/roleplay/map_geometry.js";

const size = { width: 480, em: 16, columns: 3, rows: 3 };
const half = boxHeight(size) / 2;
const numbers = (path) => path.match(/-?\d+\.\d+/g).map(Number);
const start = ({ line }) => numbers(line).slice(0, 2);
const end = ({ head }) => numbers(head).slice(0, 2);
const near = (one, other) => one.forEach((number, at) => assert.ok(Math.abs(number - other[at]) < 0.11, `${one} is not at ${other}`));

const drawing = {
  width: 3,
  rows: 3,
  places: [[1.5, 0], [1, 1], [1.5, 2]],
  lines: [
    { ends: [0, 1], taken: [1], through: [] },
    { ends: [1, 2], taken: [1], through: [] },
    { ends: [0, 2], taken: [], through: [[2.2, 1]] },
    { ends: [2, 0], taken: [], through: [[2.2, 1]] },
  ],
};

test("Boxes stand in columns and rows, within the drawing and apart from each other.", () => {
  const [x, y] = middle([0.5, 0], size);
  assert.ok(x - boxWidth(size) / 2 >= 0);
  assert.ok(y - half >= 0);
  assert.ok(boxWidth(size) < size.width / 3);
  assert.ok(boxHeight({ ...size, columns: 5 }) < boxHeight(size));
  assert.ok(middle([0.5, 2], size)[1] + half <= height(size));
});

test("A way down leaves its scene below and reaches the next one from above; a way back does the opposite.", () => {
  const { paths } = lines(drawing, [0, 0, 0], size);
  const [, top] = middle([1.5, 0], size);
  const [, bottom] = middle([1.5, 2], size);
  near([start(paths[2])[1], end(paths[2])[1]], [top + half, bottom - half]);
  near([start(paths[3])[1], end(paths[3])[1]], [bottom - half, top + half]);
});

test("Ways at one edge of a scene stand side by side, in the order of where they lead.", () => {
  const { paths } = lines(drawing, [0, 0, 0], size);
  const edge = [start(paths[0]), start(paths[2]), end(paths[3])].map(([x]) => x);
  assert.equal(new Set(edge).size, 3);
  assert.ok(edge[0] < edge[1]);
});

test("A long way is straight beside the boxes that it passes.", () => {
  const { paths } = lines(drawing, [0, 0, 0], size);
  const [x, y] = middle([2.2, 1], size);
  const found = numbers(paths[2].line).join(" ");
  assert.ok(found.includes([x, y - half].map((number) => Number(number.toFixed(1))).join(" ")));
  assert.ok(found.includes([x, y + half].map((number) => Number(number.toFixed(1))).join(" ")));
});

test("Ways that lead to nothing drawn end right below their scene, to the right of the others.", () => {
  const { paths, stubs } = lines(drawing, [0, 2, 0], size);
  assert.deepEqual(stubs.map((ends) => ends.length), [0, 2, 0]);
  const [first, second] = stubs[1].map(({ end: place }) => place);
  assert.ok(start(paths[1])[0] < first[0] && first[0] < second[0]);
  assert.ok(first[1] > middle([1, 1], size)[1] + half);
  assert.ok(first[1] < middle([1, 2], size)[1] - half);
});
