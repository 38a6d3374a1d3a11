"""How single decisions add up: the commands and queries about simulated schools."""

from dlcourse.handlers.learning import place, schools

__all__ = ["place", "schools"]
