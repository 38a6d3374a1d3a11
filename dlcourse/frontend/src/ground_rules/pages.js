// Which component draws which page of this subject; the names are Python's.

import { GroundRules } from "./page.jsx";

export const PAGES = /** @satisfies {Page.Components} */ ({ "ground-rules": GroundRules });
