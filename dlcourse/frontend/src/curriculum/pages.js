// Which component draws which page of this subject; the names are Python's.

import { Home } from "./home.jsx";
import { Principles } from "./principles.jsx";
import { Shared } from "./shared.jsx";

export const PAGES = /** @satisfies {Page.Components} */ ({ home: Home, principles: Principles, shared: Shared });
