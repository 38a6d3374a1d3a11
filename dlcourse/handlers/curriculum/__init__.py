"""Sessions, progress, the principles and the home page: the commands and queries."""

from dlcourse.handlers.curriculum import (
    facilitating,
    home,
    measures,
    portfolio,
    principles,
    room_questions,
    steps,
    versions,
)

__all__ = ["facilitating", "home", "measures", "portfolio", "principles", "room_questions", "steps", "versions"]
