"""Who the learner is, the readiness self-check, and the sorting exercise: the commands and queries."""

from dlcourse.handlers.selfcheck import check_again, portfolio, readiness, sorting

__all__ = ["check_again", "portfolio", "readiness", "sorting"]
