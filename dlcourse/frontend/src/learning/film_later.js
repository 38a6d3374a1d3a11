// The film of one run, loaded when somebody asks for it.

import { later } from "../parts/later.jsx";

export const SchoolFilm = later(() => import("./film.jsx").then(({ SchoolFilm }) => SchoolFilm)).Later;
