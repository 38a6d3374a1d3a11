"""What commands print about the files that they read: problems, notes, and questions that only the owner can answer."""

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING, Any

import click

from dlcourse.cli.output import print_json
from dlcourse.errors import CourseError

if TYPE_CHECKING:
    from dlcourse.content.tables import FileNote, FileProblem

MOST_SHOWN = 100
"""How many problems are printed one by one; with ``--json`` all of them are in the output."""


def echo_problems(problems: Sequence["FileProblem"], *, as_json: bool) -> None:
    """Print what is wrong in files, one line each on standard error and, with ``--json``, on standard output, too."""
    if as_json:
        print_json({"errors": [problem.model_dump() for problem in problems]})
    for problem in problems[:MOST_SHOWN]:
        click.echo(str(CourseError(problem.where, problem.message, problem.remedy)), err=True)
    if (more := len(problems) - MOST_SHOWN) > 0:
        click.echo(f"{problems[0].file}: {more:,} more problems. Add --json to have all of them.", err=True)


def about_files(notes: Sequence["FileNote"], questions: Sequence[str]) -> Iterator[str]:
    """Lines about the files: what their owner should know, and questions that only the owner can answer."""
    if notes:
        yield from ("", *map(str, notes))
    if questions:
        yield from ("", *questions)


def with_files(value: dict[str, Any], notes: Sequence["FileNote"], questions: Sequence[str]) -> dict[str, Any]:
    """A command's JSON with the questions and the notes about its files."""
    return {**value, "questions": list(questions), "notes": [note.model_dump() for note in notes]}
