// The studio, loaded when its page is opened, so that a role-play begins without it.

import { later } from "../parts/later.jsx";

export const { Later: Studio } = later(() => import("./studio/page.jsx").then((studio) => studio.Studio));
