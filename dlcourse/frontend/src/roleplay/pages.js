// Which component draws which page of this subject; the names are Python's.

import { RolePlay } from "./page.jsx";
import { Rehearsal, Studio } from "./studio_later.js";

export const PAGES = /** @satisfies {Page.Components} */ ({ roleplay: RolePlay, rehearsal: Rehearsal, studio: Studio });
