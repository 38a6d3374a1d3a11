import assert from "node:assert/strict";
import { test } from "node:test";

import widget from "../../dlcourse/static/widget.js";

test("The widget is one module that loads without a browser and can render.", () => {
  assert.equal(typeof widget.render, "function");
});
