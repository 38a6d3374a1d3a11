"""Where a team comes from: a sample of the course, a file, or DataFrames."""

from pathlib import Path
from typing import TYPE_CHECKING, Any

from dlcourse import files
from dlcourse.content.library import Library
from dlcourse.content.matching.samples import sample_folders, sample_team
from dlcourse.content.matching.teams import read_team
from dlcourse.content.matching.typed_tables import read_typed
from dlcourse.domain.matching.team import Team
from dlcourse.domain.matching.typed.cells import to_text
from dlcourse.domain.names import spelling
from dlcourse.errors import CourseError
from dlcourse.results.cells import Rows, is_frame, text_rows
from dlcourse.results.file_problems import frame_refusal, refusal
from dlcourse.results.names import unknown

if TYPE_CHECKING:
    from pandas import DataFrame  # type: ignore[import-untyped]

WANTS = "wants"
"""The column with the skills that somebody wants to learn, as tuples."""


def team_of(source: Any, work: "DataFrame | None") -> tuple[str, Team]:
    """The team and what it is called. Raises a `CourseError` with all problems if there is any."""
    if work is not None or is_frame(source):
        return "your team", _from_frames(source, work)
    library = Library(files.data())
    if str(source) in sample_folders(library):
        return str(source), sample_team(library, str(source))
    return str(source), _from_file(Path(source).expanduser(), sample_folders(library))


def _from_file(path: Path, samples: dict[str, Path]) -> Team:
    if not path.exists():
        what = f"there is no sample team '{path}', and no file or folder of this name"
        raise unknown("team", what, str(path), samples)
    reading = read_team(path)
    if reading.team is None:
        raise refusal(reading.problems)
    return reading.team


def _from_frames(people: Any, work: Any) -> Team:
    for frame in (people, work):
        if not is_frame(frame):
            remedy = "Call it with a DataFrame of people and one of work, or with a name or a path."
            raise CourseError("team", "two DataFrames are needed", remedy)
    reading = read_typed(to_text(_people(people)), to_text(text_rows(work)))
    if reading.team is None:
        raise frame_refusal(reading.problems)
    return reading.team


def _people(frame: Any) -> Rows:
    """The people as in a file, where a plus sign marks a skill that somebody wants to learn."""
    if WANTS not in frame.columns:
        return text_rows(frame)
    wanted = [_names(value) for value in frame[WANTS]]
    headings, *rows = text_rows(frame.drop(columns=WANTS))
    skills = {spelling(heading) for heading in headings}
    if strangers := [name for names in wanted for name in names if spelling(name) not in skills]:
        raise unknown("people, wants", f"no skill '{strangers[0]}' in this team", strangers[0], headings[3:])
    marked = zip(rows, wanted, strict=True)
    return (headings, *(_marked(headings, row, set(map(spelling, names))) for row, names in marked))


def _marked(headings: tuple[str, ...], row: tuple[str, ...], names: set[str]) -> tuple[str, ...]:
    cells = zip(headings, row, strict=True)
    return tuple(f"{cell.rstrip('+') or 0}+" if spelling(head) in names else cell for head, cell in cells)


def _names(value: Any) -> tuple[str, ...]:
    """The names in a cell: a list of them, a single one, or none."""
    if isinstance(value, str):
        return (value,) if value.strip() else ()
    return tuple(map(str, value)) if isinstance(value, list | tuple | set | frozenset) else ()
