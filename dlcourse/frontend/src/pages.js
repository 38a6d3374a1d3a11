// Which component draws which page. A page's name is the one that Python gives it.

import { AboutYou } from "./aboutyou.jsx";
import { Home } from "./home.jsx";
import { OwnPractice } from "./ownpractice.jsx";
import { RolePlay } from "./roleplay.jsx";
import { Scrutiny } from "./scrutiny.jsx";
import { SelfCheck } from "./selfcheck.jsx";
import { Sorting } from "./sorting.jsx";

export const PAGES = {
  "about-you": AboutYou,
  home: Home,
  "own-practice": OwnPractice,
  roleplay: RolePlay,
  scrutiny: Scrutiny,
  "self-check": SelfCheck,
  sorting: Sorting,
};
