// Preact's hooks, with our own `useId`; the bundle takes all hooks from here. A document may have several pages, and
// Preact numbers ids separately in each of them. Equal ids would mix up labels and radio buttons.

// @ts-expect-error: the types belong to the name that the bundle replaces
import { useState } from "../../node_modules/preact/hooks/dist/hooks.mjs";
import { newId } from "./ids.js";

// @ts-expect-error: as above
export * from "../../node_modules/preact/hooks/dist/hooks.mjs";

/** An id that nothing else in the document has. */
export const useId = () => useState(() => `id-${newId()}`)[0];
