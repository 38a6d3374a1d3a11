// What a person says reaches the course: once, in order, and not before somebody listens.

import assert from "node:assert/strict";
import { afterEach, beforeEach, mock, test } from "node:test";

import { SAVING_AFTER } from "../../../dlcourse/frontend/src/wire/saving.js";
import { DEAF } from "../../../dlcourse/frontend/src/wire/pulse.js";
import { ERROR, open, PLACE, Tab } from "../harness.js";

beforeEach(() => mock.timers.enable({ apis: ["setTimeout"] }));
afterEach(() => mock.timers.reset());

const share = (fact) => ({ say: "ShareFact", play: "p", fact });

test("The first message greets with the place; nothing else is sent before it is answered.", () => {
  const page = open();
  page.connection.opened();
  page.connection.post(share("a"));
  assert.deepEqual(page.greeting().place, PLACE);
  assert.deepEqual(page.said(), []);
  page.answer(page.greeting().id);
  assert.deepEqual(page.said().map(({ fact }) => fact), ["a"]);
});

test("Every message gets an id of its own and is busy until it is answered.", () => {
  const page = open();
  page.meet();
  const [first, second] = [page.connection.post(share("a")), page.connection.post(share("a"))];
  assert.notEqual(first, second);
  assert.match(first, /^[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/);
  page.answer(first);
  assert.equal(page.connection.now.busy, true);
  page.answer(second);
  assert.equal(page.connection.now.busy, false);
});

test("Messages go out in the order in which they were said, also those said while nobody listened.", () => {
  const page = open();
  page.meet();
  page.connection.post(share("a"));
  page.connection.closed();
  page.connection.post(share("b"));
  page.connection.post(share("c"));
  page.sent.length = 0;
  page.meet();
  assert.deepEqual(page.said().map(({ fact }) => fact), ["a", "b", "c"]);
});

test("What is sent again has the id that it had, so that it is recorded once.", () => {
  const page = open();
  page.meet();
  const id = page.connection.post(share("a"));
  page.connection.closed();
  page.meet();
  assert.deepEqual(page.said().map((message) => message.id), [id, id]);
});

test("What was answered is not sent again.", () => {
  const page = open();
  page.meet();
  page.answer(page.connection.post(share("a")));
  page.connection.closed();
  page.sent.length = 0;
  page.meet();
  assert.deepEqual(page.said(), []);
});

test("An answer that comes twice counts once.", () => {
  const page = open();
  page.meet();
  const id = page.connection.post(share("a"));
  page.answer(id);
  page.answer(id);
  assert.equal(page.connection.now.done, 1);
});

test("An answer to somebody else's message changes nothing here, not even with an error.", () => {
  const page = open();
  page.meet();
  page.connection.post(share("a"));
  page.answer("another-view", ERROR);
  page.answer(null, ERROR);
  assert.deepEqual([page.connection.now.busy, page.connection.now.error], [true, null]);
});

test("After a reload an unanswered message is sent by the next page.", () => {
  const tab = new Tab();
  const before = open(tab);
  before.meet();
  const id = before.connection.post(share("a"));
  before.connection.stop();
  const after = open(tab);
  assert.equal(after.connection.now.busy, true);
  after.meet();
  assert.deepEqual(after.said().map((message) => message.id), [id]);
  after.answer(id);
  assert.equal(open(tab).connection.now.busy, false);
});

test("A tab that cannot keep anything still sends everything.", () => {
  const page = open(new Tab({ full: true }));
  page.connection.post(share("a"));
  page.meet();
  assert.deepEqual(page.said().map(({ fact }) => fact), ["a"]);
});

test("A refused message is dropped, and the error stands until it is read or something else is said.", () => {
  const page = open();
  page.meet();
  page.answer(page.connection.post(share("a")), ERROR);
  assert.deepEqual([page.connection.now.busy, page.connection.now.error, page.connection.now.done], [false, ERROR, 0]);
  page.connection.dismiss();
  assert.equal(page.connection.now.error, null);
  page.answer(page.connection.post(share("a")), ERROR);
  page.connection.post(share("b"));
  assert.equal(page.connection.now.error, null);
});

test("A refused greeting is told to the host; what waits goes on waiting if the host hangs up.", () => {
  const page = open(new Tab(), { refused: () => page.connection.closed() });
  page.connection.post(share("a"));
  page.meet(ERROR);
  assert.deepEqual([page.said(), page.connection.now.error, page.connection.now.busy], [[], ERROR, true]);
  page.meet();
  assert.equal(page.said().length, 1);
});

test("An answer within a moment stays unmentioned; one that takes longer is being saved, then saved.", () => {
  const page = open();
  page.meet();
  const quick = page.connection.post(share("a"));
  mock.timers.tick(SAVING_AFTER - 1);
  page.answer(quick);
  mock.timers.tick(SAVING_AFTER);
  assert.deepEqual(new Set(page.told.map(({ state }) => state)), new Set(["saved"]));
  const slow = page.connection.post(share("b"));
  mock.timers.tick(SAVING_AFTER);
  assert.equal(page.state(), "saving");
  page.answer(slow);
  assert.equal(page.state(), "saved");
});

test("Props that come are shown, and the place in them is where the next page begins.", () => {
  const tab = new Tab();
  const page = open(tab);
  page.meet();
  page.says({ props: { screen: "table", place: { scenario: "bus", play: "p1" } } });
  assert.equal(page.connection.now.props.screen, "table");
  const after = open(tab);
  after.connection.opened();
  assert.deepEqual(after.greeting().place, { scenario: "bus", play: "p1" });
});

test("Whoever listens hears of changes until they leave, and not of a pong that changes nothing.", () => {
  const page = open();
  let heard = 0;
  const leave = page.connection.subscribe(() => heard++);
  page.connection.opened();
  page.says({ props: {} });
  page.says({ pong: 1 });
  leave();
  page.says({ props: {} });
  assert.equal(heard, 1);
});

test("What is whispered is not kept here, makes nobody wait, and its sayer hears what became of it.", () => {
  const page = open();
  const heard = [];
  assert.equal(page.connection.whisper({ say: "KeepDraft", id: "one" }, (taken) => heard.push(taken)), false);
  page.meet();
  assert.equal(page.connection.whisper({ say: "KeepDraft", id: "two" }, (taken) => heard.push(taken)), true);
  assert.equal(page.connection.now.busy, false);
  page.answer("two");
  page.connection.whisper({ say: "KeepDraft", id: "three" }, (taken) => heard.push(taken));
  mock.timers.tick(DEAF);
  assert.deepEqual([heard, page.state()], [[true, undefined], "lost"]);
});

test("Whoever heeds hears of each message that was carried out, and of no other.", () => {
  const page = open();
  const heard = [];
  page.connection.heed(({ say }) => heard.push(say));
  page.meet();
  page.answer(page.connection.post({ say: "Done" }));
  page.answer(page.connection.post({ say: "Refused" }), ERROR);
  const id = page.connection.post({ say: "Waits", id: "of-its-own" });
  assert.deepEqual([heard, id, page.connection.waits(id), page.connection.waits("other")], [["Done"], "of-its-own", true, false]);
});
