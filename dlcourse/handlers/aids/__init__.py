"""Job aids: the query."""

from dlcourse.handlers.aids import sheets

__all__ = ["sheets"]
