"""Scrutiny rounds, and a practice of one's own: the commands and queries."""

from dlcourse.handlers.scrutiny import own_practice, portfolio, rounds

__all__ = ["own_practice", "portfolio", "rounds"]
