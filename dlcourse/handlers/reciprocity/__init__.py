"""The reciprocity ledger: the commands and queries."""

from dlcourse.handlers.reciprocity import dates, expectations, portfolio, suggestion

__all__ = ["dates", "expectations", "portfolio", "suggestion"]
