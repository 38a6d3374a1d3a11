// Drafts on their way: what is sent when, what this browser still holds, and that no tab writes over another one.

import assert from "node:assert/strict";
import { afterEach, beforeEach, mock, test } from "node:test";

import { AGAIN, DraftKeeper, LATEST, PAUSE } from "../../../dlcourse/frontend/src/wire/drafts.js";
import { BEAT, DEAF } from "../../../dlcourse/frontend/src/wire/pulse.js";
import { open, Tab } from "../harness.js";

beforeEach(() => mock.timers.enable({ apis: ["setTimeout", "Date"] }));
afterEach(() => mock.timers.reset());

const SLOT = "prompt/gap/who";
const tick = (ms) => mock.timers.tick(ms);

/** One page with a form of the log; `course` is what the course has of each draft. */
function write(local = new Tab(), tab = new Tab(), course = new Map()) {
  const page = open(tab);
  page.meet();
  const keeper = new DraftKeeper(page.connection, { tab, local, who: "ann" });
  const drafts = () => page.sent.filter(({ say }) => say === "KeepDraft");
  let answered = 0;
  return {
    ...page,
    keeper,
    local,
    tab,
    course,
    drafts,
    type: (words) => keeper.change(SLOT, { words }),
    words: () => keeper.get(SLOT)?.fields.words,
    name: () => keeper.state(SLOT)?.name,
    copies: () => [...local.values.keys()].filter((name) => name.includes(":draft:")),
    /** The course takes what was sent and not answered yet, as its handler does. */
    take() {
      for (const { id, draft, count, fields, over, over_count } of drafts().slice(answered)) {
        if ((course.get(draft)?.count ?? 0) < count) course.set(draft, { count, words: fields.words });
        if (over && (course.get(over)?.count ?? 0) <= over_count) course.set(over, { count: over_count });
        answered += 1;
        page.says({ answered: id, error: null, taken: true });
      }
    },
    kept: () => [...course.values()].map(({ words }) => words).filter(Boolean),
  };
}

test("Words are sent after a pause, and said to be kept only when the course has them.", () => {
  const page = write();
  page.type("H");
  page.type("He");
  assert.equal(page.name(), "waiting");
  tick(PAUSE);
  assert.equal(page.name(), "keeping");
  page.take();
  assert.equal(page.name(), "kept");
  assert.deepEqual(page.kept(), ["He"]);
  assert.equal(page.drafts().length, 1);
});

test("Somebody who never pauses has no more than two seconds of words unsent.", () => {
  const page = write();
  for (let at = 0; at < 40; at += 1) {
    page.type("x".repeat(at + 1));
    tick(100);
    page.take();
    assert.ok(at * 100 < LATEST || page.kept()[0].length >= at - (LATEST + 500) / 100);
  }
});

test("One copy of a draft is under way at a time; the newest follows it.", () => {
  const page = write();
  page.type("one");
  tick(PAUSE);
  page.type("two");
  page.type("three");
  tick(LATEST);
  assert.equal(page.drafts().length, 1);
  page.take();
  tick(PAUSE);
  page.take();
  assert.deepEqual([page.kept(), page.drafts().length, page.name()], [["three"], 2, "kept"]);
});

test("The browser holds a copy until the course has the words, and none afterwards.", () => {
  const page = write();
  page.type("secret");
  assert.equal(page.copies().length, 1);
  tick(PAUSE);
  assert.equal(page.copies().length, 1);
  page.take();
  assert.equal(page.copies().length, 0);
});

test("Without a connection the words are kept here, which is said within five seconds, and they are sent later.", () => {
  const page = write();
  page.type("on the");
  tick(DEAF + PAUSE);
  assert.ok(DEAF + PAUSE < 5000);
  assert.equal(page.name(), "lost");
  page.type("on the train");
  tick(60_000);
  assert.equal(page.copies().length, 1);
  page.says({ pong: 1 });
  page.meet();
  page.take();
  tick(PAUSE);
  page.take();
  assert.deepEqual([page.kept(), page.name(), page.copies()], [["on the train"], "kept", []]);
});

test("Typing into silence asks whether anybody is there.", () => {
  const page = write();
  tick(BEAT - 1000);
  page.type("x");
  tick(DEAF);
  assert.equal(page.name(), "lost");
});

test("A reload brings the words back, and goes on as a draft that takes the first one over.", () => {
  const page = write();
  page.type("before");
  tick(PAUSE);
  page.take();
  const again = write(page.local, page.tab, page.course);
  assert.equal(again.words(), "before");
  again.type("before and after");
  tick(PAUSE);
  again.take();
  assert.deepEqual(page.kept(), ["before and after"]);
});

test("A reload before anything was sent loses nothing.", () => {
  const page = write();
  page.type("unsent");
  const again = write(page.local, page.tab, page.course);
  again.take();
  assert.deepEqual([again.kept(), again.words()], [["unsent"], "unsent"]);
  tick(0);
  again.take();
  assert.deepEqual([again.kept(), again.name()], [["unsent"], "kept"]);
});

test("Words of a tab that was closed are delivered by the next page, and forgotten then.", () => {
  const closed = write();
  closed.type("left behind");
  const next = write(closed.local, new Tab(), closed.course);
  next.take();
  assert.deepEqual([next.kept(), next.copies(), next.words()], [["left behind"], [], undefined]);
});

test("A copy of a tab writes a draft of its own: both keep all words.", () => {
  const page = write();
  page.type("we");
  tick(PAUSE);
  page.take();
  const copy = new Tab();
  for (const [name, value] of page.tab.values) copy.values.set(name, value);
  const other = write(page.local, copy, page.course);
  page.type("we agree");
  other.type("we differ");
  tick(PAUSE);
  page.take();
  other.take();
  assert.deepEqual(page.kept().sort(), ["we agree", "we differ"]);
});

test("What was saved is no draft any more, here and in the browser.", () => {
  const page = write();
  page.type("done");
  const { draft } = page.keeper.get(SLOT);
  const id = page.connection.post({ say: "WriteEntry", id: draft });
  assert.deepEqual([id, page.name()], [draft, "sending"]);
  tick(PAUSE);
  assert.equal(page.drafts().length, 0);
  page.answer(id);
  assert.deepEqual([page.name(), page.copies(), page.words()], ["said", [], undefined]);
});

test("What was saved before it was kept puts away the draft that it went on from, and no newer one.", () => {
  const page = write();
  page.keeper.change(SLOT, { words: "done now" }, { draft: "earlier-draft", count: 3, fields: { words: "done" } });
  const id = page.connection.post({ say: "WriteEntry", id: page.keeper.get(SLOT).draft });
  page.answer(id);
  tick(PAUSE);
  assert.equal(page.drafts().length, 0);
  const dropped = page.sent.filter(({ say }) => say === "DropDraft");
  assert.deepEqual(dropped.map(({ draft, count }) => [draft, count]), [["earlier-draft", 3]]);
});

test("What was saved after it was kept puts nothing away twice.", () => {
  const page = write();
  page.keeper.change(SLOT, { words: "done now" }, { draft: "earlier-draft", count: 3, fields: { words: "done" } });
  tick(PAUSE);
  page.take();
  page.answer(page.connection.post({ say: "WriteEntry", id: page.keeper.get(SLOT).draft }));
  assert.equal(page.sent.filter(({ say }) => say === "DropDraft").length, 0);
});

test("What the course refuses to save stays in the form.", () => {
  const page = write();
  page.type("done");
  const id = page.connection.post({ say: "WriteEntry", id: page.keeper.get(SLOT).draft });
  page.says({ answered: id, error: null, taken: false });
  assert.equal(page.words(), "done");
  assert.notEqual(page.name(), "said");
});

test("What was saved at once and refused is kept as a draft.", () => {
  const page = write();
  page.type("done");
  const id = page.connection.post({ say: "WriteEntry", id: page.keeper.get(SLOT).draft });
  tick(PAUSE);
  page.says({ answered: id, error: null, taken: false });
  tick(PAUSE);
  page.take();
  assert.deepEqual([page.kept(), page.name()], [["done"], "kept"]);
});

test("A draft that could not be kept is told and tried again.", () => {
  const page = write();
  page.type("x");
  tick(PAUSE);
  page.says({ answered: page.drafts()[0].id, error: null, taken: false });
  assert.equal(page.name(), "refused");
  tick(AGAIN);
  page.take();
  assert.deepEqual([page.name(), page.drafts().length], ["kept", 2]);
});

test("A browser that keeps nothing is told apart.", () => {
  const page = write(new Tab({ full: true }), new Tab({ full: true }));
  page.type("x");
  tick(DEAF + PAUSE);
  assert.equal(page.name(), "lost_fragile");
  assert.equal(page.words(), "x");
});

test("Another draft can be taken into the form; what stood there goes on by itself.", () => {
  const page = write();
  page.type("mine");
  page.course.set("other", { count: 3, words: "theirs" });
  page.keeper.take(SLOT, { draft: "other", count: 3, fields: { words: "theirs" } });
  assert.equal(page.words(), "theirs");
  tick(PAUSE);
  page.take();
  assert.deepEqual(page.kept().sort(), ["mine", "theirs"]);
});

test("Two people at one browser do not meet.", () => {
  const ann = write();
  ann.type("ann's");
  const page = open(new Tab());
  page.meet();
  const ben = new DraftKeeper(page.connection, { tab: ann.tab, local: ann.local, who: "ben" });
  assert.equal(ben.get(SLOT), undefined);
  assert.equal(page.sent.filter(({ say }) => say === "KeepDraft").length, 0);
});

const CHOICE = "seat/bus";

test("A choice is kept in the tab over a reload, and neither sent nor kept beyond the tab.", () => {
  const page = write();
  page.keeper.choose(CHOICE, { seat: "head" });
  tick(LATEST);
  assert.deepEqual([page.drafts(), page.copies(), page.keeper.state(CHOICE)], [[], [], null]);
  const again = write(page.local, page.tab, page.course);
  assert.deepEqual(again.keeper.get(CHOICE).fields, { seat: "head" });
  assert.equal(write(page.local, new Tab()).keeper.get(CHOICE), undefined);
});

test("What was chosen is forgotten once what it was sent with was carried out, and nothing else is.", () => {
  const page = write();
  page.keeper.choose(CHOICE, { seat: "head" });
  page.keeper.choose("closing/p", { closing: true });
  const id = page.connection.post({ say: "BeginPlay", id: page.keeper.claim(CHOICE) });
  page.says({ answered: id, error: null, taken: false });
  assert.deepEqual(page.keeper.get(CHOICE).fields, { seat: "head" });
  page.answer(page.connection.post({ say: "BeginPlay", id: page.keeper.claim(CHOICE) }));
  assert.equal(page.keeper.get(CHOICE), undefined);
  assert.deepEqual(page.keeper.get("closing/p").fields, { closing: true });
  assert.equal(write(page.local, page.tab).keeper.get(CHOICE), undefined);
});

test("What is chosen between the new props and the answer to the last message stays chosen.", () => {
  const page = write();
  page.keeper.choose(SLOT, { way: "rank", to: "joy" });
  page.connection.post({ say: "Ask", id: page.keeper.claim(SLOT) });
  page.says({ props: { minutes: 9 } });
  page.keeper.choose(SLOT, { way: "open", to: "joy" });
  const first = page.said()[0].id;
  page.says({ answered: first, error: null, taken: true });
  assert.deepEqual(page.keeper.get(SLOT).fields, { way: "open" });
  page.connection.post({ say: "Ask", id: page.keeper.claim(SLOT) });
  assert.notEqual(page.said()[1].id, first);
  page.says({ answered: page.said()[1].id, error: null, taken: true });
  assert.equal(page.keeper.get(SLOT), undefined);
});

test("Words that are typed after the form was sent go on as a draft of their own.", () => {
  const page = write();
  page.type("first");
  page.connection.post({ say: "SaveEntry", id: page.keeper.claim(SLOT) });
  page.type("second");
  page.says({ answered: page.said().at(-1).id, error: null, taken: true });
  assert.equal(page.words(), "second");
  tick(LATEST);
  page.take();
  assert.deepEqual([page.name(), page.kept()], ["kept", ["second"]]);
});

test("What was refused is sent as it is at the next try, and then forgotten.", () => {
  const page = write();
  page.keeper.choose(SLOT, { way: "rank" });
  const post = () => page.connection.post({ say: "Ask", id: page.keeper.claim(SLOT) });
  page.says({ answered: post(), error: null, taken: false });
  page.keeper.choose(SLOT, { way: "open" });
  page.says({ answered: post(), error: null, taken: true });
  assert.equal(page.keeper.get(SLOT), undefined);
});

test("What was sent before a reload is forgotten when its answer comes after it.", () => {
  const page = write();
  page.keeper.choose(CHOICE, { seat: "head" });
  const id = page.connection.post({ say: "BeginPlay", id: page.keeper.claim(CHOICE) });
  const again = write(page.local, page.tab);
  assert.ok(again.keeper.get(CHOICE));
  again.answer(id);
  assert.equal(again.keeper.get(CHOICE), undefined);
});

test("A copy of a tab sends a choice under an id of its own, and the same words under the same one.", () => {
  const page = write();
  page.keeper.choose(CHOICE, { seat: "head" });
  page.type("the same");
  const copy = new Tab();
  for (const [name, value] of page.tab.values) copy.values.set(name, value);
  const other = write(page.local, copy);
  assert.notEqual(other.keeper.claim(CHOICE), page.keeper.claim(CHOICE));
  assert.deepEqual(other.keeper.get(CHOICE).fields, { seat: "head" });
  assert.equal(other.keeper.claim(SLOT), page.keeper.claim(SLOT));
});

test("A page whose drafts the course does not keep has words in the tab alone.", () => {
  const page = open();
  page.meet();
  const [tab, local] = [new Tab(), new Tab()];
  const keeper = new DraftKeeper(page.connection, { tab, local, who: "" });
  keeper.change(SLOT, { words: "here" });
  tick(LATEST);
  assert.equal(local.length, 0);
  assert.equal(page.sent.filter(({ say }) => say === "KeepDraft").length, 0);
  assert.equal(new DraftKeeper(page.connection, { tab, local, who: "" }).get(SLOT).fields.words, "here");
});

test("A form that a page does not show is not sent again by it.", () => {
  const page = write();
  page.type("old");
  tick(PAUSE);
  page.take();
  const beside = write(page.local, page.tab, page.course);
  page.type("newer");
  tick(PAUSE);
  page.take();
  beside.keeper.hurry();
  assert.equal(beside.drafts().length, 0);
  assert.deepEqual(page.kept(), ["newer"]);
});

test("What somebody else wrote into the storages does no harm.", () => {
  for (const text of ["{", "null", "7", '"x"', "[]", '{"a": 1}']) {
    const [local, tab] = [new Tab(), new Tab()];
    local.values.set("dlcourse:log:ann:draft:x", text);
    tab.values.set(`dlcourse:log:ann:slot:${SLOT}`, text);
    const page = write(local, tab);
    assert.equal(page.words(), undefined);
    page.type("fine");
    tick(PAUSE);
    page.take();
    assert.deepEqual(page.kept(), ["fine"]);
  }
});
