"""Who turns to whom, and how leadership functions stretch over people: the commands and queries."""

from dlcourse.handlers.network import own, views

__all__ = ["own", "views"]
