"""Role-plays looked back on: the film of a talk, and the map of the ways through a story."""
