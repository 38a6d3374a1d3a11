// Which component draws which page of this subject; the names are Python's.

import { Network } from "./page.jsx";

export const PAGES = /** @satisfies {Page.Components} */ ({ network: Network });
