// Which component draws which page of this subject; the names are Python's.

import { Lead } from "./leading.jsx";
import { Member } from "./member.jsx";

export const PAGES = /** @satisfies {Page.Components} */ ({ cohort: Member, "lead-cohort": Lead });
