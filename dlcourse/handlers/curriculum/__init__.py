"""Sessions, progress, the principles and the home page: the commands and queries."""

from dlcourse.handlers.curriculum import home, principles, steps

__all__ = ["home", "principles", "steps"]
