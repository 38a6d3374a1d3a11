"""A cohort as a whole, for those who lead it: figures about people, progress by name, reports: the queries."""

from dlcourse.handlers.overview import figures, notices, people

__all__ = ["figures", "notices", "people"]
