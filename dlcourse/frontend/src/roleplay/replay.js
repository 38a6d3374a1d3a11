// What only a debrief needs, in one file of its own on a light page: the film and the map.

export { Film } from "./film.jsx";
export { PathMap } from "./path_map.jsx";
