"""``dlcourse serve --sample-cohort``: the course with a made-up cohort in it, to look around as whoever leads it."""

import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Unpack

import click

from dlcourse.cli.serving import Behind, Where, serve_home
from dlcourse.course.home import place
from dlcourse.errors import CourseError

if TYPE_CHECKING:
    from dlcourse.sample.cohort import SampleCohort


def serve_sample(where: Where, **behind: Unpack[Behind]) -> None:
    """Serve a home with the made-up cohort: the one that is named if it is empty, else one that is deleted afterwards.

    A home that has the made-up cohort already is served as it is.
    """
    if where["database"]:
        remedy = "Leave out --database."
        raise CourseError("--sample-cohort", "the made-up cohort is kept in a course folder, not a database", remedy)
    if where["home"]:
        _serve(place(where["home"]), where, **behind)
        return
    from dlcourse.server.resources.temporary_folder import temporary_folder  # keeps the command line fast

    with temporary_folder() as folder:
        _serve(Path(folder) / "home", where, **behind)
        click.echo("The made-up cohort is deleted.")


def _serve(home: Path, where: Where, **behind: Unpack[Behind]) -> None:
    from dlcourse.sample.home import fill, is_filled  # keeps the command line fast

    if not is_filled(home):
        with _progress() as told:
            _greet(fill(home, told))
    serve_home({**where, "home": str(home)}, [], "", **behind)


@contextmanager
def _progress() -> Iterator[Callable[[int, int], None]]:
    """A progress bar on standard error; only a line if standard error is not a terminal."""
    if not sys.stderr.isatty():
        click.echo("Making up a cohort; this takes less than a minute.", err=True)
        yield lambda done, of: None  # noqa: ARG005 - nobody looks
        return
    with click.progressbar(length=1, label="Making up a cohort", file=sys.stderr, show_eta=False) as bar:
        yield lambda done, of: _advance(bar, done, of)


def _advance(bar: "click._termui_impl.ProgressBar[int]", done: int, of: int) -> None:
    bar.length = of
    bar.update(done - bar.pos)


def _greet(sample: "SampleCohort") -> None:
    click.echo("Twenty-four made-up people have been in this course for seven weeks. You lead them.")
    click.echo(f"To see it as one of them, join in a private window, at …/join, with the code {sample.join_code}")
