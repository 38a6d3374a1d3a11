// What only a debrief needs, in one file of its own on a light page: the film and the map.

import "../../generated/shared.js"; // loaded later than the page, so that it does not load its parts in other files
import "../at_table/all.js"; // for the same reason
export { Film } from "./film.jsx";
export { PathMap } from "./path_map.jsx";
