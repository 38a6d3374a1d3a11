"""Controlled trials: the commands and queries."""

from dlcourse.handlers.trial import bench, dates, portfolio, suggestion, trace

__all__ = ["bench", "dates", "portfolio", "suggestion", "trace"]
