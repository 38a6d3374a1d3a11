// Which component draws which page. A page's name is the one that Python gives it.

import { AboutYou } from "./aboutyou.jsx";
import { Averages } from "./averages.jsx";
import { Certificate } from "./certificate.jsx";
import { Expertise } from "./expertise.jsx";
import { Home } from "./home.jsx";
import { Log } from "./log.jsx";
import { Matchboard } from "./matchboard.jsx";
import { Network } from "./network.jsx";
import { OwnPractice } from "./ownpractice.jsx";
import { Plan } from "./plan.jsx";
import { Portfolio } from "./portfolio.jsx";
import { RolePlay } from "./roleplay.jsx";
import { Scrutiny } from "./scrutiny.jsx";
import { SelfCheck } from "./selfcheck.jsx";
import { Sorting } from "./sorting.jsx";
import { Work } from "./work.jsx";

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
