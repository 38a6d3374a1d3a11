// What a filled form says, apart from how it is drawn.

import assert from "node:assert/strict";
import { test } from "node:test";

import { asksForWords, message, standing, tick, ticked, wordsIn } from "../../../dlcourse/frontend/src/parts/form_values.js";

const OPTIONS = [{ value: "ann" }, { value: "ben" }, { value: "cleo" }];
const reason = { kind: "text", name: "reason", value: "" };
const form = (parts) => ({ say: "Decide", fixed: { play: "p" }, fresh: "", within: "", fields: [], ...parts });

test("A form sends its command with what is fixed and with every answer.", () => {
  const fields = [{ kind: "choice", name: "option" }, { kind: "many", name: "credits", choices: OPTIONS }, reason];
  const said = message(form({ fields }), { option: "a", credits: "ann cleo", reason: "Because." }, "new");
  assert.deepEqual(said, { say: "Decide", play: "p", option: "a", credits: ["ann", "cleo"], reason: "Because." });
});

test("Where nothing was typed, what the course has is sent; what was emptied is sent empty.", () => {
  const fields = [{ kind: "line", name: "name", value: "Ann" }, { kind: "text", name: "leads", value: "Tuesdays" }];
  const { name, leads } = message(form({ fields }), { leads: "" }, "new");
  assert.deepEqual([name, leads], ["Ann", ""]);
  assert.equal(standing(reason, {}), "");
});

test("Nobody ticked is an empty list.", () => {
  const fields = [{ kind: "many", name: "credits", choices: OPTIONS }];
  assert.deepEqual(message(form({ fields }), {}, "new").credits, []);
});

test("A field that gets a new id gets this one, and answers within one field are all in there.", () => {
  const { round, parts } = message(form({ fresh: "round", within: "parts", fields: [reason] }), { reason: "x" }, "new");
  assert.deepEqual([round, parts], ["new", { reason: "x" }]);
});

test("The way that was chosen says its own command with its own fields, and nothing of the others.", () => {
  const ways = [
    { key: "open", say: "Ask", fixed: { play: "p", how: "open" }, fields: [] },
    { key: "idea", say: "VoiceIdea", fixed: { play: "p" }, fields: [reason] },
  ];
  const both = form({ say: "", fixed: {}, fields: [{ kind: "ways", name: "way", ways }] });
  assert.deepEqual(message(both, { way: "open", reason: "x" }, "new"), { say: "Ask", play: "p", how: "open" });
  assert.deepEqual(message(both, { way: "idea", reason: "x" }, "new"), { say: "VoiceIdea", play: "p", reason: "x" });
});

test("Options are ticked in the order in which they are offered, each once.", () => {
  assert.equal(tick(OPTIONS, "cleo", "ann", true), "ann cleo");
  assert.equal(tick(OPTIONS, "ann cleo", "ann", true), "ann cleo");
  assert.equal(tick(OPTIONS, "ann cleo", "ann", false), "cleo");
  assert.equal(tick(OPTIONS, undefined, "nobody", true), "");
  assert.deepEqual([ticked(undefined), ticked(""), ticked("ann cleo")], [[], [], ["ann", "cleo"]]);
});

test("Words of one's own are found in fields and in ways, and nothing that was chosen is taken for words.", () => {
  const choice = { kind: "choice", name: "option" };
  const ways = [{ key: "idea", fields: [reason, { kind: "line", name: "more" }] }, { key: "other", fields: [reason] }];
  const talk = form({ fields: [{ kind: "ways", name: "way", ways }] });
  assert.deepEqual([asksForWords(form({ fields: [choice, reason] })), asksForWords(talk)], [true, false]);
  assert.equal(wordsIn(talk, { way: "idea", option: "a", reason: "x", more: "y" }), "x\ny");
  assert.equal(wordsIn(form({ fields: [choice, reason] }), { option: "a", reason: "" }), "");
});
