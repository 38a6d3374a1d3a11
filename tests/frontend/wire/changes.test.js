// Props put together from what has changed in them.

import assert from "node:assert/strict";
import { afterEach, beforeEach, mock, test } from "node:test";

import { changed } from "../../../dlcourse/frontend/src/wire/changes.js";
import { open } from "../harness.js";

beforeEach(() => mock.timers.enable({ apis: ["setTimeout"] }));
afterEach(() => mock.timers.reset());

const PROPS = { screen: "table", view: { title: "Bus", lines: ["a", "b", "c"] }, notice: { what: "no" } };

test("A value is put, a key is dropped, and items of a list are replaced.", () => {
  const changes = [
    { at: ["view", "title"], set: "Train" },
    { at: ["notice", "what"], drop: true },
    { at: ["view", "lines"], from: 1, cut: 1, put: ["x", "y"] },
    { at: ["more"], set: { deep: [1] } },
    { at: ["view", "lines", 0], set: null },
  ];
  const view = { title: "Train", lines: [null, "x", "y", "c"] };
  assert.deepEqual(changed(PROPS, changes), { screen: "table", view, notice: {}, more: { deep: [1] } });
});

test("What was there stays as it was, and what did not change is the same object.", () => {
  const before = structuredClone(PROPS);
  const after = changed(PROPS, [{ at: ["view", "title"], set: "Train" }]);
  assert.deepEqual(PROPS, before);
  assert.equal(after.notice, PROPS.notice);
  assert.equal(after.view.lines, PROPS.view.lines);
});

test("A connection draws the changes in what it was sent before, and keeps a place that changed.", () => {
  const page = open();
  page.meet();
  page.says({ props: { place: { scenario: "bus", play: "" }, screen: "brief" } });
  page.says({ changes: [{ at: ["screen"], set: "table" }, { at: ["place", "play"], set: "p" }] });
  assert.deepEqual(page.connection.now.props, { place: { scenario: "bus", play: "p" }, screen: "table" });
  page.connection.closed();
  page.connection.opened();
  assert.equal(page.greeting().place.play, "p");
});
