// Which component draws which page. A page's name is the one that Python gives it.

import { AboutYou } from "../selfcheck/about_you.jsx";
import { Averages } from "../matching/averages.jsx";
import { Certificate } from "../portfolio/certificate.jsx";
import { Expertise } from "../expertise/page.jsx";
import { Home } from "../curriculum/home.jsx";
import { Log } from "../reflection/page.jsx";
import { Matchboard } from "../matching/board_page.jsx";
import { Network } from "../network/page.jsx";
import { OwnPractice } from "../scrutiny/own_practice.jsx";
import { Plan } from "../matching/plan_page.jsx";
import { Portfolio } from "../portfolio/page.jsx";
import { RolePlay } from "../roleplay/page.jsx";
import { Scrutiny } from "../scrutiny/page.jsx";
import { SelfCheck } from "../selfcheck/readiness.jsx";
import { Sorting } from "../selfcheck/sorting.jsx";
import { Work } from "../mywork/page.jsx";

export const PAGES = {
  "about-you": AboutYou,
  averages: Averages,
  certificate: Certificate,
  "check-again": SelfCheck,
  expertise: Expertise,
  home: Home,
  log: Log,
  matchboard: Matchboard,
  network: Network,
  "own-practice": OwnPractice,
  plan: Plan,
  portfolio: Portfolio,
  roleplay: RolePlay,
  scrutiny: Scrutiny,
  "self-check": SelfCheck,
  sorting: Sorting,
  work: Work,
};
