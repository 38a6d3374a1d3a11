// Which component draws which page of this subject; the names are Python's.

import { Figure } from "./figure.jsx";

export const PAGES = /** @satisfies {Page.Components} */ ({ figure: Figure });
