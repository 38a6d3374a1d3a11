// Which component draws which page of this subject; the names are Python's.

import { LiveConsole } from "./console.jsx";
import { RoomFigures } from "./figures.jsx";
import { OpenLive } from "./opening.jsx";
import { LiveScreen } from "./screen.jsx";
import { LiveSeat } from "./seat.jsx";

export const PAGES = /** @satisfies {Page.Components} */ ({
  live: LiveSeat, "lead-live": LiveConsole, "open-live": OpenLive, "live-screen": LiveScreen, "live-figures": RoomFigures,
});
