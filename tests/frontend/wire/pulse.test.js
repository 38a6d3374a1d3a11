// Whether anybody is there: asked after silence, lost without an answer, found again, gone.

import assert from "node:assert/strict";
import { afterEach, beforeEach, mock, test } from "node:test";

import { BEAT, DEAF } from "../../../dlcourse/frontend/src/wire/pulse.js";
import { open, Tab } from "../harness.js";

beforeEach(() => mock.timers.enable({ apis: ["setTimeout"] }));
afterEach(() => mock.timers.reset());

/** Time passes by the millisecond: a timer that another one set starts when it was set. */
const pass = (ms) => {
  for (let passed = 0; passed < ms; passed++) mock.timers.tick(1);
};

const share = { say: "ShareFact", play: "p", fact: "a" };

test("After a while of silence the page asks whether anybody is there, again and again.", () => {
  const page = open();
  page.meet();
  const before = page.pings().length;
  for (const asked of [1, 2, 3]) {
    pass(BEAT);
    assert.equal(page.pings().length, before + asked);
    page.says({ pong: asked });
  }
  assert.equal(page.state(), "saved");
});

test("Whatever comes counts as an answer.", () => {
  const page = open();
  page.meet();
  pass(BEAT);
  page.says({ props: {} });
  pass(DEAF);
  assert.equal(page.state(), "saved");
});

test("Without an answer the page is lost, and its host hears of it.", () => {
  let silences = 0;
  const page = open(new Tab(), { silence: () => silences++ });
  page.meet();
  pass(BEAT + DEAF - 1);
  assert.equal(page.state(), "saved");
  pass(1);
  assert.deepEqual([page.state(), silences], ["lost", 1]);
});

test("A page that nobody ever answers is lost, too, and knows that it never met anybody.", () => {
  const page = open();
  pass(DEAF);
  assert.deepEqual([page.state(), page.connection.now.met], ["lost", false]);
});

test("A message asks as well: that nobody is there is known soon, however long the message itself takes.", () => {
  const page = open();
  page.meet();
  pass(1000);
  page.connection.post(share);
  pass(DEAF);
  assert.equal(page.state(), "lost");
});

test("A slow answer is no silence as long as questions are answered.", () => {
  const page = open();
  page.meet();
  page.connection.post(share);
  for (let second = 0; second < 30; second++) {
    pass(1000);
    page.says({ pong: second });
  }
  assert.deepEqual([page.state(), page.connection.now.busy], ["saving", true]);
});

test("What is said while nobody is there is kept, and sent once somebody greets back.", () => {
  const page = open();
  page.meet();
  pass(BEAT + DEAF);
  const id = page.connection.post(share);
  assert.deepEqual(page.said(), []);
  page.says({ pong: 1 });
  assert.deepEqual(page.said(), []);
  page.answer(page.greeting().id);
  assert.deepEqual(page.said().map((message) => message.id), [id]);
});

test("A host that cannot say when it is open again is asked on, and greeted anew when it answers.", () => {
  const page = open();
  page.meet();
  const first = page.greeting().id;
  pass(BEAT + DEAF);
  const before = page.pings().length;
  pass(BEAT);
  assert.equal(page.pings().length, before + 1);
  page.says({ pong: 1 });
  assert.notEqual(page.greeting().id, first);
  assert.equal(page.state(), "saved");
});

test("Whose silence is no wonder is not lost.", () => {
  let cells = true;
  const page = open(new Tab(), { patient: () => cells });
  page.connection.opened();
  pass(DEAF);
  assert.equal(page.state(), "saved");
  cells = false;
  pass(BEAT + DEAF);
  assert.equal(page.state(), "lost");
});

test("A wire that cannot carry anything is a silence, no error.", () => {
  const page = open(new Tab(), { transmit: () => { throw new Error("closed"); } });
  page.connection.opened();
  page.connection.post(share);
  pass(DEAF);
  assert.equal(page.state(), "lost");
});

test("Gone stays gone until something comes after all.", () => {
  const page = open();
  page.meet();
  page.connection.gone();
  pass(BEAT + DEAF);
  assert.equal(page.state(), "gone");
  page.says({ pong: 1 });
  assert.equal(page.state(), "saved");
});

test("A page that was stopped says nothing more.", () => {
  const page = open();
  page.meet();
  page.connection.stop();
  const before = [page.sent.length, page.told.length];
  pass(10 * (BEAT + DEAF));
  assert.deepEqual([page.sent.length, page.told.length], before);
});
