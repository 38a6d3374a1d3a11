"""The reflection log: entries, drafts and commitments: the commands and queries."""

from dlcourse.handlers.reflection import entries, log_views, portfolio

__all__ = ["entries", "log_views", "portfolio"]
