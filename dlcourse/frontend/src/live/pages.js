// Which component draws which page of this subject; the names are Python's.

import { LiveConsole } from "./leading/console.jsx";
import { RoomFigures } from "./room/figures.jsx";
import { LiveHere } from "./here.jsx";
import { LedGroup } from "./room/group.jsx";
import { OpenLive } from "./leading/opening.jsx";
import { RoomQuestions } from "./room/questions.jsx";
import { LiveScreen } from "./room/screen.jsx";
import { LiveSeat } from "./seat.jsx";

export const PAGES = /** @satisfies {Page.Components} */ ({
  live: LiveSeat, "lead-live": LiveConsole, "open-live": OpenLive, "live-screen": LiveScreen,
  "live-figures": RoomFigures, "live-questions": RoomQuestions, "live-group": LedGroup, "live-here": LiveHere,
});
