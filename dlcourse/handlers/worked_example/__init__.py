"""Worked examples that a learner mends: the command and the query."""

from dlcourse.handlers.worked_example import mending

__all__ = ["mending"]
