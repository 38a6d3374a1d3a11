// What a filled form says, apart from how it is drawn.

import assert from "node:assert/strict";
import { test } from "node:test";

import { answers, asksForWords, following, lacking, lasts, message, offered, standing, tick, ticked, wordsIn } from "../../../dlcourse/frontend/src/parts/form_values.js";

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

const guides = [
  { value: "free", steps: [], own_steps: true },
  { value: "what", steps: [{ heading: "What" }, { heading: "Now what" }], own_steps: false },
];
const steps = { kind: "steps", name: "steps", guide: "guide", guides, value: "[]" };
const guide = { kind: "select", name: "guide", choices: [{ value: "free" }, { value: "what" }], value: "free", required: false };
const sure = { kind: "select", name: "sure", choices: [{ value: "1" }, { value: "2" }], value: "", required: false };
const entry = form({ fields: [steps, { kind: "more", name: "notes", fields: [guide, { kind: "many", name: "credits", choices: OPTIONS, value: "ben\n" }, sure] }] });

test("Fields out of sight are answered like any other, as they were filled in before if nobody opened them.", () => {
  assert.deepEqual(answers(entry.fields).map(({ name }) => name), ["steps", "guide", "credits", "sure"]);
  const said = message(entry, { steps: '[["", "One."], ["", " "]]' }, "new");
  const all = { say: "Decide", play: "p", steps: [{ heading: "", words: "One." }], guide: "free", credits: ["ben"], sure: null };
  assert.deepEqual(said, all);
  assert.deepEqual([message(entry, { sure: "2" }, "new").sure, message(entry, { credits: "" }, "new").credits], ["2", []]);
});

test("What an earlier version kept of an entry is sent as it was meant.", () => {
  const kept = { guide: "what", steps: '[["What","a"],["Now what","b"]]', credits: "ann cleo", sure: "", visibility: "private" };
  const { steps: sent, credits, sure: level, guide: chosen } = message(entry, kept, "new");
  assert.deepEqual(sent, [{ heading: "What", words: "a" }, { heading: "Now what", words: "b" }]);
  assert.deepEqual([chosen, credits, level], ["what", ["ann", "cleo"], null]);
});

test("What a menu does not offer any more is neither shown nor sent.", () => {
  assert.equal(message(entry, { guide: "astrology" }, "new").guide, "free");
});

test("The steps follow the guide that is chosen, and what is written is kept with the name of its guide.", () => {
  assert.deepEqual(following(entry, { steps: '[["", "a"], ["", "b"], ["mine", "c"]]' }, { guide: "what" }), {
    steps: '[["What","a"],["Now what","b"],["mine","c"]]',
  });
  assert.deepEqual(following(entry, { guide: "what" }, { steps: "[]" }), { guide: "what" });
  assert.deepEqual([following(entry, {}, { sure: "1" }), following(form({ fields: [reason] }), {}, { reason: "x" })], [{}, {}]);
});

test("Everything that is filled in with a text in steps lasts; elsewhere, only words do.", () => {
  assert.deepEqual([lasts(entry, { sure: "1" }), lasts(form({ fields: [guide, reason] }), { guide: "what" })], [true, false]);
  assert.equal(lasts(form({ fields: [guide, reason] }), { reason: "x" }), true);
  assert.deepEqual([asksForWords(entry), wordsIn(entry, { steps: '[["h","one"],["","two"]]', guide: "what" })], [true, "one\ntwo"]);
});
