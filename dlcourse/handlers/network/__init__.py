"""Who turns to whom, and how leadership functions stretch over people: the commands and queries."""

from dlcourse.handlers.network import downloads, own, place_figures, views

__all__ = ["downloads", "own", "place_figures", "views"]
