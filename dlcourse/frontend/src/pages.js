// Which component draws which page. A page's name is the one that Python gives it.

import { AboutYou } from "./aboutyou.jsx";
import { Certificate } from "./certificate.jsx";
import { Home } from "./home.jsx";
import { Log } from "./log.jsx";
import { Portfolio } from "./portfolio.jsx";
import { RolePlay } from "./roleplay.jsx";
import { SelfCheck } from "./selfcheck.jsx";
import { Sorting } from "./sorting.jsx";

export const PAGES = { "about-you": AboutYou, certificate: Certificate, "check-again": SelfCheck, home: Home, log: Log, portfolio: Portfolio, roleplay: RolePlay, "self-check": SelfCheck, sorting: Sorting };
