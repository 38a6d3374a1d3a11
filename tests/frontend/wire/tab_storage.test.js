// What a tab keeps: unsent words until they were taken, messages of several views beside each other, the place.

import assert from "node:assert/strict";
import { afterEach, beforeEach, mock, test } from "node:test";

import { keep } from "../../../dlcourse/frontend/src/wire/tab_storage.js";
import { ERROR, open, Tab } from "../harness.js";

beforeEach(() => mock.timers.enable({ apis: ["setTimeout"] }));
afterEach(() => mock.timers.reset());

const decide = { say: "Decide", play: "p", option: "a", reason: "Because." };

test("Unsent words are there again after a reload.", () => {
  const tab = new Tab();
  open(tab).connection.drafts.set("p:Decide", { reason: "Because" });
  assert.deepEqual(open(tab).connection.drafts.get("p:Decide"), { reason: "Because" });
});

test("Words are forgotten when what they were sent with was carried out, and only those.", () => {
  const tab = new Tab();
  const page = open(tab);
  page.meet();
  page.connection.drafts.set("p:Decide", { reason: "Because." });
  page.connection.drafts.set("p:talk", { words: "And" });
  page.answer(page.connection.post(decide, ["p:Decide"]));
  assert.deepEqual(open(tab).connection.drafts.get("p:Decide"), {});
  assert.deepEqual(open(tab).connection.drafts.get("p:talk"), { words: "And" });
});

test("Words stay when the message was refused, by the host or by the course.", () => {
  const page = open();
  page.meet();
  page.connection.drafts.set("p:Decide", { reason: "Because." });
  page.answer(page.connection.post(decide, ["p:Decide"]), ERROR);
  const id = page.connection.post(decide, ["p:Decide"]);
  page.says({ props: { notice: ERROR } });
  page.says({ answered: id, error: null, taken: false });
  assert.deepEqual(page.connection.drafts.get("p:Decide"), { reason: "Because." });
  assert.equal(page.connection.now.done, 0);
});

test("Words that were taken are forgotten, also where the page has something else to tell.", () => {
  const page = open();
  page.meet();
  page.connection.drafts.set("p:Decide", { reason: "Because." });
  const id = page.connection.post(decide, ["p:Decide"]);
  page.says({ props: { notice: ERROR } });
  page.says({ answered: id, error: null, taken: true });
  assert.deepEqual(page.connection.drafts.get("p:Decide"), {});
});

test("Words are forgotten, too, when the answer comes after a reload.", () => {
  const tab = new Tab();
  const before = open(tab);
  before.meet();
  before.connection.drafts.set("p:Decide", { reason: "Because." });
  const id = before.connection.post(decide, ["p:Decide"]);
  const after = open(tab);
  after.meet();
  after.answer(id);
  assert.deepEqual(after.connection.drafts.get("p:Decide"), {});
});

test("Two views of one page in a tab do not lose each other's messages.", () => {
  const tab = new Tab();
  const [one, other] = [open(tab), open(tab)];
  const first = one.connection.post({ say: "x" });
  const second = other.connection.post({ say: "y" });
  one.answer(first);
  assert.deepEqual(keep(tab, "roleplay", { scenario: "bus" }).outbox.entries.map(({ message }) => message.id), [second]);
});

test("Pages, scenarios and teams keep things apart.", () => {
  const tab = new Tab();
  open(tab).connection.post(decide);
  assert.deepEqual(keep(tab, "roleplay", { scenario: "train" }).outbox.entries, []);
  assert.deepEqual(keep(tab, "home").outbox.entries, []);
  keep(tab, "matchboard", { team: "small-school" }).outbox.add({ id: "one" });
  assert.deepEqual(keep(tab, "matchboard", { team: "district" }).outbox.entries, []);
});

test("What somebody else wrote into the storage does no harm.", () => {
  for (const text of ["{", "null", "7", '"x"', "[null, {}, 3]", '{"a": 1}']) {
    const tab = new Tab();
    tab.values.set("dlcourse:roleplay:bus:outbox", text);
    tab.values.set("dlcourse:roleplay:bus:drafts", text);
    tab.values.set("dlcourse:roleplay:bus:place", text);
    const page = open(tab);
    page.meet();
    assert.deepEqual([page.said(), page.connection.drafts.get("p"), page.greeting().place.scenario], [[], {}, "bus"]);
  }
});
