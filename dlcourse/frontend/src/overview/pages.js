// Which component draws which page of this subject; the names are Python's.

import { Report } from "./report.jsx";

export const PAGES = /** @satisfies {Page.Components} */ ({ "cohort-report": Report });
