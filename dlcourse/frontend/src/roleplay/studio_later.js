// The studio and a rehearsal, loaded when their pages are opened, so that a role-play begins without them.

import { later } from "../parts/later.jsx";

export const { Later: Studio } = later(() => import("./studio/page.jsx").then((studio) => studio.Studio));
export const { Later: Rehearsal } = later(() => import("./studio/rehearsal.jsx").then((rehearsal) => rehearsal.Rehearsal));
