// Which component draws which page of this subject; the names are Python's.

import { Certificate } from "./certificate.jsx";
import { Portfolio } from "./page.jsx";

export const PAGES = /** @satisfies {Page.Components} */ ({ certificate: Certificate, portfolio: Portfolio });
