// Which component draws which page of this subject; the names are Python's.

import { RegisterRoom } from "../registers/room.jsx";
import { GroundRules } from "./page.jsx";

export const PAGES = /** @satisfies {Page.Components} */ ({ "ground-rules": GroundRules, "rules-room": RegisterRoom });
