"""Controlled trials: the commands and queries."""

from dlcourse.handlers.trial import bench, dates, portfolio, room_questions, suggestion, trace

__all__ = ["bench", "dates", "portfolio", "room_questions", "suggestion", "trace"]
