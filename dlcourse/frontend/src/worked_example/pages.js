// Which component draws which page of this subject; the names are Python's.

import { WorkedExample } from "./page.jsx";

export const PAGES = /** @satisfies {Page.Components} */ ({ "worked-example": WorkedExample });
