// Which component draws which page of this subject; the names are Python's.

import { OwnPlace } from "./own_place.jsx";
import { School } from "./school.jsx";

export const PAGES = /** @satisfies {Page.Components} */ ({ "own-place": OwnPlace, school: School });
