// Which component draws which page of this subject; the names are Python's.

import { AboutYou } from "./about_you.jsx";
import { SelfCheck } from "./readiness.jsx";
import { Sorting } from "./sorting.jsx";

export const PAGES = /** @satisfies {Page.Components} */ ({ "about-you": AboutYou, "check-again": SelfCheck, "self-check": SelfCheck, sorting: Sorting });
