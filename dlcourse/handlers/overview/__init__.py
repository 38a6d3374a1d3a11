"""A cohort as a whole, for those who lead it: figures about people, progress by name, reports: the queries."""

from dlcourse.handlers.overview import cohort_streams, figures, notices, people, reports, sign_offs

__all__ = ["cohort_streams", "figures", "notices", "people", "reports", "sign_offs"]
