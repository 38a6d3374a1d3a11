// Which component draws which page of this subject; the names are Python's.

import { Averages } from "./averages.jsx";
import { Matchboard } from "./board_page.jsx";
import { Plan } from "./plan_page.jsx";

export const PAGES = /** @satisfies {Page.Components} */ ({ averages: Averages, matchboard: Matchboard, plan: Plan });
