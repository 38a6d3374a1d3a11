// Everything of a table. A file that is loaded later imports it, so that a browser gets all of a table in one file.

import "./asides.jsx";
import "./conversation.jsx";
import "./debrief_tables.jsx";
import "./dock.jsx";
import "./read_on.jsx";
import "./view.js";
