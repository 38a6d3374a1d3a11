// What a tab keeps: messages of several views beside each other, and the place.

import assert from "node:assert/strict";
import { afterEach, beforeEach, mock, test } from "node:test";

import { tabStorage } from "../../../dlcourse/frontend/src/wire/tab_storage.js";
import { open, Tab } from "../harness.js";

beforeEach(() => mock.timers.enable({ apis: ["setTimeout"] }));
afterEach(() => mock.timers.reset());

const decide = { say: "Decide", play: "p", option: "a", reason: "Because." };

test("Two views of one page in a tab do not lose each other's messages.", () => {
  const tab = new Tab();
  const [one, other] = [open(tab), open(tab)];
  const first = one.connection.post({ say: "x" });
  const second = other.connection.post({ say: "y" });
  one.answer(first);
  assert.deepEqual(tabStorage(tab, "roleplay", { scenario: "bus" }).outbox.entries.map(({ message }) => message.id), [second]);
});

test("Pages, scenarios and teams keep things apart.", () => {
  const tab = new Tab();
  open(tab).connection.post(decide);
  assert.deepEqual(tabStorage(tab, "roleplay", { scenario: "train" }).outbox.entries, []);
  assert.deepEqual(tabStorage(tab, "home").outbox.entries, []);
  tabStorage(tab, "matchboard", { team: "small-school" }).outbox.add({ id: "one" });
  assert.deepEqual(tabStorage(tab, "matchboard", { team: "district" }).outbox.entries, []);
});

test("A page that is about something else begins where it was opened, and not where another one was left.", () => {
  const tab = new Tab();
  for (const [page, key] of [["inquiry", "part"], ["figure", "name"], ["network", "network"], ["self-check", "check"], ["job-aid", "aid"], ["judgment", "time"]]) {
    tabStorage(tab, page, {}, { [key]: "one" }).place.set({ [key]: "one" });
    assert.deepEqual(tabStorage(tab, page, {}, { [key]: "one" }).place.now, { [key]: "one" });
    assert.deepEqual(tabStorage(tab, page, {}, { [key]: "other" }).place.now, {});
  }
});

test("A page that came with the document is where the person was, unless the tab has stored another place.", () => {
  const at = (/** @type {Tab} */ tab) => tabStorage(tab, "roleplay", { scenario: "bus" }).place;
  const tab = new Tab();
  assert.ok(at(tab).leadsTo({ play: null }));
  at(tab).set({ play: "one", scenario: "bus" });
  assert.ok(at(tab).leadsTo({ scenario: "bus", play: "one" }));
  assert.ok(!at(tab).leadsTo({ scenario: "bus", play: null }));
});

test("What somebody else wrote into the storage does no harm.", () => {
  for (const text of ["{", "null", "7", '"x"', "[null, {}, 3]", '{"a": 1}']) {
    const tab = new Tab();
    tab.values.set("dlcourse:roleplay:bus:outbox", text);
    tab.values.set("dlcourse:roleplay:bus:place", text);
    const page = open(tab);
    page.meet();
    assert.deepEqual([page.said(), page.greeting().place.scenario], [[], "bus"]);
  }
});
