"""``dlcourse export``, ``restore`` and ``erase``: save one's own work as a file, restore it, and erase it."""

import sys
import uuid
from collections.abc import Callable
from pathlib import Path
from typing import Any

import click

from dlcourse.cli import INPUT_HAS_ERRORS, courses
from dlcourse.cli.saving import not_opened, save
from dlcourse.errors import CourseError


def whose_work(command: Callable[..., Any]) -> Callable[..., Any]:
    """Give a command the options that say whose work is meant."""
    database = click.option("--database", metavar="URL", help="Where the work is kept, if not in the course folder.")
    return click.option("--home", type=click.Path(), help="Your course folder. Also: DLCOURSE_HOME.")(database(command))


by_phrase = click.option("--resume", metavar="PHRASE", help="The phrase of somebody in a cohort, whose work is meant.")


@click.command(short_help="Write all your work to one file.")
@click.argument("file", type=click.Path(path_type=Path, dir_okay=False))
@by_phrase
@whose_work
def export(file: Path, home: str | None, database: str | None, resume: str | None) -> None:
    """Write everything you did in the course to FILE, as a backup or to take it along.

    The file can be read with any text editor. It contains all your words, even private ones. An earlier file of your
    work is replaced; any other file with this name is left alone.

    \b
    Examples:
      dlcourse export my-work.json
      dlcourse export my-work.json --resume "bodek lumor tasen varel zomut kadep"
    """
    from dlcourse.domain.mywork.work import TakeAlong, WorkFileView, YourWork  # keeps the command line fast
    from dlcourse.domain.mywork.work_file import is_ours

    course = courses.of_person(home, database, resume)
    taken = course.see(TakeAlong())
    assert isinstance(taken, WorkFileView)
    save(file, taken.document.encode(), is_ours)
    click.echo(f"Written to {file}")
    click.echo(_here(course.see(YourWork())))


@click.command(short_help="Restore work from a file.")
@click.argument("file", type=click.Path(path_type=Path, dir_okay=False))
@by_phrase
@whose_work
@click.pass_context
def restore(ctx: click.Context, file: Path, home: str | None, database: str | None, resume: str | None) -> None:
    """Restore the work in FILE, and say what was restored.

    Nothing that is already here is lost or overwritten, and restoring the same file twice does no harm.

    Exit status: 0 done, 1 the file is damaged or not a file of work, 2 it cannot be opened.

    \b
    Example:
      dlcourse restore my-work.json --home my-course
    """
    from dlcourse.domain.mywork.work import Restored, RestoreWork  # keeps the command line fast
    from dlcourse.domain.mywork.work_file import FILE, LARGEST, pack, read
    from dlcourse.pages.mywork.words import restored

    content = _read(file, LARGEST)
    course = courses.of_person(home, database, resume)
    try:
        read(content)
        recorded = course.do(RestoreWork(id=uuid.uuid4().hex, packed=pack(content)))
    except CourseError as error:
        if error.where != FILE:
            raise
        click.echo(str(CourseError(str(file), error.what, error.remedy)), err=True)
        ctx.exit(INPUT_HAS_ERRORS)
    assert isinstance(recorded, Restored)
    for sentence in restored(recorded):
        click.echo(sentence)


@click.command(short_help="Erase everything of yours.")
@click.option("--yes", is_flag=True, help="Erase without asking.")
@by_phrase
@whose_work
def erase(*, yes: bool, home: str | None, database: str | None, resume: str | None) -> None:
    """Erase everything you did in the course, for good. Before that, it says what remains and why.

    \b
    Examples:
      dlcourse erase
      dlcourse erase --yes --home my-course
    """
    from dlcourse.domain.mywork.work import Erased, EraseWork, WorkView, YourWork  # keeps the command line fast
    from dlcourse.pages.mywork import words

    course = courses.of_person(home, database, resume)
    view = course.see(YourWork())
    assert isinstance(view, WorkView)
    click.echo(words.here(view))
    click.echo("\nWhat remains, and why:")
    for remaining in words.remains(view.together):
        click.echo(f"- {remaining}")
    if not yes:
        _ask(words.WORD)
    recorded = course.do(EraseWork(id=uuid.uuid4().hex, mark=view.mark))
    assert isinstance(recorded, Erased)
    click.echo(f"\n{words.erased(recorded)}")


def _ask(word: str) -> None:
    if not sys.stdin.isatty():
        raise CourseError("erase", "there is nobody to confirm it", "Use --yes to erase without asking.")
    if click.prompt(f"\nType “{word}” to erase everything", default="", show_default=False).strip().lower() != word:
        raise CourseError("erase", "nothing was erased")


def _here(view: Any) -> str:
    from dlcourse.pages.mywork.words import here  # keeps the command line fast

    return here(view)


def _read(file: Path, most: int) -> bytes:
    """The file, up to one byte too many, because a device may never end."""
    try:
        with file.open("rb") as stream:
            return stream.read(most + 1)
    except (OSError, ValueError) as error:
        raise not_opened(file, error) from None
