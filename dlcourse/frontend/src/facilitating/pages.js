// Which component draws which page of this subject; the names are Python's.

import { FacilitatorHome } from "./home.jsx";
import { Speaker } from "./notes.jsx";
import { RunOfShow } from "./run.jsx";
import { Room } from "./screen.jsx";

export const PAGES = /** @satisfies {Page.Components} */ ({
  "facilitator-home": FacilitatorHome, "run-of-show": RunOfShow, present: Room, "speaker-notes": Speaker,
});
