// Which component draws which page of this subject; the names are Python's.

import { JobAids } from "./shelf.jsx";
import { JobAid } from "./sheet.jsx";

export const PAGES = /** @satisfies {Page.Components} */ ({ "job-aids": JobAids, "job-aid": JobAid });
