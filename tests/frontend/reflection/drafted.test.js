// What is drafted in the log: its words, and where its form stands.

import assert from "node:assert/strict";
import { test } from "node:test";

import { elsewhere, wordsOf } from "../../../dlcourse/frontend/src/reflection/drafted.js";

test("A draft of any shape is shown by what can be read of it.", () => {
  const drafts = [
    [{ steps: '[["h", "one"], ["", "two"]]' }, "one\ntwo"],
    [{ steps: "{" }, ""],
    [{ steps: "7" }, ""],
    [{ steps: "[7]" }, ""],
    [{ what: "Ask Joy." }, "Ask Joy."],
    [{ words: "Done.", outcome: "kept" }, "Done."],
    [{}, ""],
  ];
  for (const [fields, words] of drafts) assert.equal(wordsOf(fields), words);
});

test("Drafts that belong to a session, or to an entry that is not shown, are listed with the way to them.", () => {
  const fields = { steps: '[["", "Left behind"]]' };
  const slots = ["prompt/03-gap/how-i-ask", "free/03-gap", "promise/03-gap", "entry/old", "entry/shown", "free/", "promise/", "answer/p"];
  const found = elsewhere(slots.map((slot, at) => ({ draft: `d${at}`, slot, at: "2026", fields })), [{ entry: "shown" }]);
  assert.deepEqual(found.map(({ draft, to, entry }) => [draft, to, entry]), [
    ["d0", "session/03-gap", ""],
    ["d1", "session/03-gap", ""],
    ["d2", "session/03-gap", ""],
    ["d3", "", "old"],
  ]);
  assert.equal(found[0].words, "Left behind");
});
