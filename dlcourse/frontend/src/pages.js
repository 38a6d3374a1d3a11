// Which component draws which page. A page's name is the one that Python gives it.

import { AboutYou } from "./aboutyou.jsx";
import { Home } from "./home.jsx";
import { Plan } from "./plan.jsx";
import { RolePlay } from "./roleplay.jsx";
import { SelfCheck } from "./selfcheck.jsx";
import { Sorting } from "./sorting.jsx";

export const PAGES = { "about-you": AboutYou, home: Home, plan: Plan, roleplay: RolePlay, "self-check": SelfCheck, sorting: Sorting };
