// The film and the map, loaded when a debrief first shows them, or ahead of it.

import { later } from "../parts/later.jsx";

const load = () => import("./replay.js");
const film = later(() => load().then(({ Film }) => Film));
const map = later(() => load().then(({ PathMap }) => PathMap));

export const Film = film.Later;
export const PathMap = map.Later;

/** Loads both, so that they are there when the play ends. */
export const ahead = () => Promise.all([film.ahead(), map.ahead()]);
