"""Problems in a file or a DataFrame as one error that lists them."""

from collections.abc import Sequence

from dlcourse.content.tables import FileProblem
from dlcourse.errors import CourseError

MOST = 10
"""How many problems are listed."""


def refusal(problems: Sequence[FileProblem]) -> CourseError:
    """The error for a file with these problems."""
    return _refusal([(problem.where, problem) for problem in problems])


def frame_refusal(problems: Sequence[FileProblem]) -> CourseError:
    """The same for DataFrames. Their rows are counted from 0, as pandas does."""
    return _refusal([(_row(problem), problem) for problem in problems])


def _refusal(places: Sequence[tuple[str, FileProblem]]) -> CourseError:
    where, first = places[0]
    if len(places) == 1:
        return CourseError(where, first.message, first.remedy)
    listed = "; ".join(f"{place}: {each.message}. {each.remedy.rstrip('.')}" for place, each in places[:MOST])
    more = f"; and {len(places) - MOST} more" if len(places) > MOST else ""
    return CourseError(first.file, f"{len(places)} things are wrong: {listed}{more}")


def _row(problem: FileProblem) -> str:
    table = problem.file.removesuffix(".csv")
    row = "" if problem.line is None else ", the headings" if problem.line == 1 else f", row {problem.line - 2}"
    return f"{table}{row}" + (f", {problem.column}" if problem.column else "")
