// Which component draws which page of this subject; the names are Python's.

import { Trials } from "./page.jsx";

export const PAGES = /** @satisfies {Page.Components} */ ({ trials: Trials });
