"""Matching expertise to work: teams, plans, the board, and role averages: the commands and queries."""

from dlcourse.handlers.matching import (
    averages,
    board,
    colleagues,
    plan_downloads,
    plan_records,
    plan_search,
    plans,
    portfolio,
    teams,
    trace,
)

__all__ = [
    "averages",
    "board",
    "colleagues",
    "plan_downloads",
    "plan_records",
    "plan_search",
    "plans",
    "portfolio",
    "teams",
    "trace",
]
