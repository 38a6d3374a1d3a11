// Which component draws which page of this subject; the names are Python's.

import { LiveConsole } from "./console.jsx";
import { OpenLive } from "./opening.jsx";
import { LiveSeat } from "./seat.jsx";

export const PAGES = /** @satisfies {Page.Components} */ ({ live: LiveSeat, "lead-live": LiveConsole, "open-live": OpenLive });
