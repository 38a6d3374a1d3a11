// Which component draws which page of this subject; the names are Python's.

import { Kit, Kits } from "./kit.jsx";
import { RolePlay } from "./page.jsx";
import { Rehearsal, Studio } from "./studio_later.js";

export const PAGES = /** @satisfies {Page.Components} */ ({ "paper-kit": Kit, "paper-kits": Kits, roleplay: RolePlay, rehearsal: Rehearsal, studio: Studio });
