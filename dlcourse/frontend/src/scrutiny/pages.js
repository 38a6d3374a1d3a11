// Which component draws which page of this subject; the names are Python's.

import { OwnPractice } from "./own_practice.jsx";
import { Scrutiny } from "./page.jsx";

export const PAGES = /** @satisfies {Page.Components} */ ({ "own-practice": OwnPractice, scrutiny: Scrutiny });
