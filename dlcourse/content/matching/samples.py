"""The sample teams of the course, and the average figures of occupations."""

from functools import lru_cache
from pathlib import Path

from dlcourse.content.library import Library
from dlcourse.content.matching.averages import read_averages
from dlcourse.domain.matching.averages import RoleAverages
from dlcourse.domain.matching.team import Team
from dlcourse.domain.names import unknown
from dlcourse.errors import CourseError


def sample_folders(library: Library) -> dict[str, Path]:
    """The folders of the sample teams, by their ids."""
    return {folder.name: folder for folder in sorted((library.data / "teams").iterdir()) if folder.is_dir()}


def sample_team(library: Library, name: str) -> Team:
    """The sample team of this name; `CourseError` if there is none."""
    folder = sample_folders(library).get(name)
    if folder is None:
        raise unknown("team", name, sample_folders(library), "Choose one from the sessions.")
    return _team(folder, tuple(sorted(path.stat().st_mtime_ns for path in folder.iterdir())))


def role_averages(library: Library) -> RoleAverages:
    """The occupations' average figures of the O*NET database."""
    return read_averages(library.data / "occupations" / "onet-education-roles.csv")


@lru_cache(maxsize=8)
def _team(folder: Path, changed: tuple[int, ...]) -> Team:  # noqa: ARG001 (so that an edited team is read again)
    from dlcourse.content.matching.teams import read_team  # loaded only if a team is requested

    reading = read_team(folder)
    if reading.team is None:
        raise CourseError(reading.problems[0].where, reading.problems[0].message, reading.problems[0].remedy)
    return reading.team
