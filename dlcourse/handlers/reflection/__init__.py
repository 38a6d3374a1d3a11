"""The reflection log: entries, drafts and commitments: the commands and queries."""

from dlcourse.handlers.reflection import dates, entries, log_views, measures, notes, portfolio, witness

__all__ = ["dates", "entries", "log_views", "measures", "notes", "portfolio", "witness"]
