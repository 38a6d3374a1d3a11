// A text in steps: what is read from a draft, what is sent, and how the words move when another guide is chosen.

import assert from "node:assert/strict";
import { test } from "node:test";

import { regrouped, sentSteps, stepsIn, wordsOfSteps } from "../../../dlcourse/frontend/src/parts/steps_values.js";

const TWO = { steps: [{ heading: "What" }, { heading: "Now what" }] };

test("Whatever a draft holds, there is a step to write in.", () => {
  for (const json of ["", "{", "7", "null", "[]", "[7]", '[["a"]]', '[["a", 7]]']) assert.deepEqual(stepsIn(json), [["", ""]]);
  assert.deepEqual(stepsIn('[["h", "a"], 7, ["", "b"]]'), [["h", "a"], ["", "b"]]);
});

test("Steps without words are not sent; if there are none with words, the first one is.", () => {
  assert.deepEqual(sentSteps('[["h", " "], ["k", "a"]]'), [{ heading: "k", words: "a" }]);
  assert.deepEqual(sentSteps('[["h", ""], ["k", ""]]'), [{ heading: "h", words: "" }]);
});

test("Choosing another guide, even many times, loses no word.", () => {
  const texts = [[], ["a"], ["a", "b"], ["", "b", "c"], ["a", "b", "c", "d"]];
  for (const words of texts) {
    let json = JSON.stringify(words.map((each) => ["own", each]));
    for (const guide of [TWO, undefined, { steps: [] }, { steps: [{ heading: "Only" }] }, TWO]) {
      json = regrouped(guide, json);
      assert.equal(wordsOfSteps(json), words.filter(Boolean).join("\n"));
    }
    assert.deepEqual(stepsIn(json).slice(0, 2).map(([heading]) => heading), ["What", "Now what"]);
  }
});
