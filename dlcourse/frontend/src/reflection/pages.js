// Which component draws which page of this subject; the names are Python's.

import { Log } from "./page.jsx";
import { Witness } from "./witness.jsx";

export const PAGES = /** @satisfies {Page.Components} */ ({ log: Log, witness: Witness });
