"""How single decisions add up: the commands and queries about simulated schools."""

from dlcourse.handlers.learning import measures, place, schools

__all__ = ["measures", "place", "schools"]
