// Which component draws which page of this subject; the names are Python's.

import { Reciprocity } from "./page.jsx";

export const PAGES = /** @satisfies {Page.Components} */ ({ reciprocity: Reciprocity });
