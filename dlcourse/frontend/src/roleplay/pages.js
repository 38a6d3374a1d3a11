// Which component draws which page of this subject; the names are Python's.

import { RolePlay } from "./page.jsx";
import { Studio } from "./studio_later.js";
import { Rehearsal } from "./studio/rehearsal.jsx";

export const PAGES = /** @satisfies {Page.Components} */ ({ roleplay: RolePlay, rehearsal: Rehearsal, studio: Studio });
