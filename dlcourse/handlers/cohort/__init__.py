"""Cohorts: their people, codes and calendar: the commands and the queries."""

from dlcourse.handlers.cohort import cohorts, dates, own, people, reviewers

__all__ = ["cohorts", "dates", "own", "people", "reviewers"]
