"""Cohorts: their people, codes and calendar: the commands and the queries."""

from dlcourse.handlers.cohort import cohorts, own, people

__all__ = ["cohorts", "own", "people"]
