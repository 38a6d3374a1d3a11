// Which component draws which page of this subject; the names are Python's.

import { Home } from "./home.jsx";

export const PAGES = /** @satisfies {Course.Components} */ ({ home: Home });
