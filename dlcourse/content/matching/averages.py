"""Reads the average figures of occupations from a CSV file. Each line is one skill of one occupation."""

import csv
from functools import lru_cache
from pathlib import Path

from pydantic import ValidationError

from dlcourse.domain.matching.averages import Figure, RoleAverages
from dlcourse.errors import CourseError


@lru_cache(maxsize=2)
def read_averages(path: Path) -> RoleAverages:
    """The figures in the file. Raises a `CourseError` if it cannot be read."""
    try:
        with path.open(encoding="utf-8", newline="") as stream:
            return RoleAverages(figures=tuple(_figure(row) for row in csv.DictReader(stream)))
    except (OSError, KeyError, ValidationError) as error:
        raise CourseError(str(path), f"it cannot be read ({type(error).__name__})", "Install dlcourse again.") from None


def _figure(row: dict[str, str]) -> Figure:
    return Figure.model_validate(
        {
            "occupation": row["occupation"],
            "skill": row["skill"],
            "importance": row["importance_1_to_5"],
            "level": row["level_0_to_7"],
        }
    )
