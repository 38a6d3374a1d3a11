// Which component draws which page. A page's name is the one that Python gives it.

import { AboutYou } from "./aboutyou.jsx";
import { Home } from "./home.jsx";
import { RolePlay } from "./roleplay.jsx";
import { SelfCheck } from "./selfcheck.jsx";
import { Sorting } from "./sorting.jsx";
import { Work } from "./work.jsx";

export const PAGES = { "about-you": AboutYou, home: Home, roleplay: RolePlay, "self-check": SelfCheck, sorting: Sorting, work: Work };
