"""Published figures to set beside a cohort's own plays and groups."""

from collections.abc import Iterator

from dlcourse.domain.speech import Course
from dlcourse.results.overview.cohort_table import CohortTable
from dlcourse.results.tables import Column, Row

REVIEWED = "Stasser & Titus 1985, as reviewed in 2003"
ROWS: tuple[tuple[str, str, float, str], ...] = (
    ("full", "with all facts before them, people who chose the best option", 0.83, REVIEWED),
    ("decoy", "with the facts divided, groups that chose the option to which the shared facts point", 0.71, REVIEWED),
    (
        "less_likely",
        "groups with divided facts: how many times less likely they were to find the best option (65 studies)",
        8.0,
        "Lu, Yuan & McLeod 2012",
    ),
)


def _yardsticks(course: Course, cohort: str) -> Iterator[Row]:  # noqa: ARG001 (they are the same for everybody)
    yield from ROWS


YARDSTICKS = CohortTable(
    "Published figures to compare with. They come from experiments, and a cohort is an illustration, not one of these.",
    (
        Column("yardstick", "text", "its id: full, decoy or less_likely"),
        Column("what", "text", "what was counted"),
        Column("value", "number", "a share, 0 to 1, or how many times"),
        Column("source", "text", "who published it"),
    ),
    _yardsticks,
)
