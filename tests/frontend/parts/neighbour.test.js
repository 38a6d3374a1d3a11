// Where arrow keys lead in a drawing.

import assert from "node:assert/strict";
import { test } from "node:test";

import { neighbour } from "../../../dlcourse/frontend/src/parts/neighbour.js";

test("An arrow key leads to the nearest place in its direction, and nowhere where there is none.", () => {
  const places = [[0, 0], [2, 0.2], [6, 0], [0.1, 2], [-1, -9]];
  assert.equal(neighbour(places, 0, "ArrowRight"), 1);
  assert.equal(neighbour(places, 1, "ArrowRight"), 2);
  assert.equal(neighbour(places, 0, "ArrowDown"), 3);
  assert.equal(neighbour(places, 0, "ArrowUp"), 4);
  assert.equal(neighbour(places, 2, "ArrowRight"), 2);
});

test("From anywhere, arrow keys lead on to everywhere.", () => {
  const places = Array.from({ length: 80 }, (_, at) => [(at * 37) % 47, (at * 17) % 23]);
  const seen = new Set([0]);
  for (const from of seen) for (const key of ["ArrowUp", "ArrowDown", "ArrowLeft", "ArrowRight"]) seen.add(neighbour(places, from, key));
  assert.equal(seen.size, 80);
});
