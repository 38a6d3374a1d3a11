// Preact's hooks; the bundle takes them from here. One of them differs: several pages may stand in one document, each with
// roots of its own, and Preact counts its ids anew in every root. Equal ids would mix up labels, and radio buttons.

// @ts-expect-error: the types are under the name that the bundle replaces
import { useState } from "../../node_modules/preact/hooks/dist/hooks.mjs";
import { newId } from "./ids.js";

// @ts-expect-error: as above
export * from "../../node_modules/preact/hooks/dist/hooks.mjs";

/** An id that nothing else in the document has. */
export const useId = () => useState(() => `id-${newId()}`)[0];
