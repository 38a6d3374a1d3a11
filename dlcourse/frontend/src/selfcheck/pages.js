// Which component draws which page of this subject; the names are Python's.

import { AboutYou } from "./about_you.jsx";
import { Judgment } from "./judgment.jsx";
import { CheckAgain, SelfCheck } from "./readiness.jsx";
import { Sorting } from "./sorting.jsx";

export const PAGES = /** @satisfies {Page.Components} */ ({ "about-you": AboutYou, "check-again": CheckAgain, judgment: Judgment, "self-check": SelfCheck, sorting: Sorting });
