// Which component draws which page of this subject; the names are Python's.

import { RegisterRoom } from "../registers/room.jsx";
import { Responsibility } from "./page.jsx";

export const PAGES = /** @satisfies {Page.Components} */ ({ responsibility: Responsibility, "map-room": RegisterRoom });
