// What a filled form says, apart from how it is drawn.

import assert from "node:assert/strict";
import { test } from "node:test";

import { asksForWords, lacking, message, offered, standing, tick, ticked, wordsIn } from "../../../dlcourse/frontend/src/parts/form_values.js";

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
  assert.equal(tick(OPTIONS, "cleo\n", "ann", true), "ann\ncleo\n");
  assert.equal(tick(OPTIONS, "ann\ncleo\n", "ann", true), "ann\ncleo\n");
  assert.equal(tick(OPTIONS, "ann\ncleo\n", "ann", false), "cleo\n");
  assert.equal(tick(OPTIONS, undefined, "nobody", true), "");
  assert.deepEqual([ticked(undefined), ticked(""), ticked("ann\ncleo\n")], [[], [], ["ann", "cleo"]]);
});

test("Options may have spaces in them, and drafts of earlier versions with spaces between options are still read.", () => {
  assert.deepEqual(ticked("Ann Lee\n"), ["Ann Lee"]);
  assert.deepEqual(ticked("ann cleo"), ["ann", "cleo"]);
});

test("What was chosen in another field is neither offered nor sent, and nothing ticked is lacking where it is needed.", () => {
  const who = { kind: "select", name: "who", value: "ann" };
  const to = { kind: "many", name: "to", choices: OPTIONS, need: "Tick somebody.", but_not: "who" };
  const fields = [who, to];
  assert.deepEqual(offered(to, fields, {}).map(({ value }) => value), ["ben", "cleo"]);
  assert.deepEqual(message(form({ fields }), { to: "ann\ncleo\n" }, "new").to, ["cleo"]);
  assert.deepEqual(lacking({ fields }, { to: "ann\n" }), ["to"]);
  assert.deepEqual([lacking({ fields }, { to: "ben\n" }), lacking({ fields: [{ ...to, need: "" }] }, {})], [[], []]);
});

test("A number is sent as a number.", () => {
  assert.equal(message(form({ fields: [{ kind: "number", name: "count" }] }), { count: "3" }, "new").count, 3);
});

test("Words of one's own are found in fields and in ways, and nothing that was chosen is taken for words.", () => {
  const choice = { kind: "choice", name: "option" };
  const ways = [{ key: "idea", fields: [reason, { kind: "line", name: "more" }] }, { key: "other", fields: [reason] }];
  const talk = form({ fields: [{ kind: "ways", name: "way", ways }] });
  assert.deepEqual([asksForWords(form({ fields: [choice, reason] })), asksForWords(talk)], [true, false]);
  assert.equal(wordsIn(talk, { way: "idea", option: "a", reason: "x", more: "y" }), "x\ny");
  assert.equal(wordsIn(form({ fields: [choice, reason] }), { option: "a", reason: "" }), "");
});
