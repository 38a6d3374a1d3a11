"""Scrutiny rounds, and a practice of one's own: the commands and queries."""

from dlcourse.handlers.scrutiny import cohort_rounds, cohort_streams, own_practice, portfolio, rounds

__all__ = ["cohort_rounds", "cohort_streams", "own_practice", "portfolio", "rounds"]
