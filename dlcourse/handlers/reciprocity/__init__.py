"""The reciprocity ledger: the commands and queries."""

from dlcourse.handlers.reciprocity import cohort_streams, dates, expectations, portfolio, room_questions, suggestion

__all__ = ["cohort_streams", "dates", "expectations", "portfolio", "room_questions", "suggestion"]
