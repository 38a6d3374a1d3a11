"""``dlcourse cohort``: create, list, close, archive and erase cohorts, and replace their codes."""

import sys
import uuid
from collections.abc import Callable
from functools import wraps
from typing import TYPE_CHECKING, Any

import click

from dlcourse.cli import courses
from dlcourse.cli.output import print_json
from dlcourse.cli.work import whose_work
from dlcourse.errors import CourseError

if TYPE_CHECKING:
    from dlcourse.domain.cohort.views import CohortCard
    from dlcourse.domain.speech import Course

WHICH = {"facilitator": "Facilitator key", "join": "Join code"}
ONCE = "Write them down: they are shown only now. `dlcourse cohort key NAME --new` replaces what is lost."
STATUS = {"open": "open", "closed": "closed to new people", "archived": "archived"}
as_json_option = click.option("--json", "as_json", is_flag=True, help="Print JSON.")
name_argument = click.argument("name")


def with_course(command: Callable[..., None]) -> Callable[..., None]:
    """Give a command the options that name a course, and pass it that course of whoever runs it."""

    @whose_work
    @wraps(command)
    def run(*, home: str | None, database: str | None, **given: Any) -> None:
        command(courses.of_home(home, database), **given)

    return run


@click.group(short_help="Create and look after cohorts.")
def cohort() -> None:
    """Create a cohort, so that other people can take the course on this computer or server.

    \b
    Examples:
      dlcourse cohort create "Autumn deans"
      dlcourse cohort list
      dlcourse cohort key "Autumn deans" --new
    """


@cohort.command(short_help="Create a cohort, and show its join code and facilitator key once.")
@name_argument
@as_json_option
@with_course
def create(course: "Course", name: str, *, as_json: bool) -> None:
    """Create a cohort called NAME, and show its join code and its facilitator key.

    People join with the code. The key makes its owner a facilitator. Both are shown only now.

    \b
    Example:
      dlcourse cohort create "Autumn deans"
    """
    from dlcourse.domain.cohort.views import CohortMade  # keeps the command line fast

    name = " ".join(name.split())
    if any(card.name.casefold() == name.casefold() for card in _cards(course)):
        raise CourseError(name, "there is a cohort with this name already", "Choose another name.")
    made = _do(course, "CreateCohort", uuid.uuid4().hex, name=name)
    assert isinstance(made, CohortMade)
    found = {"name": name, "cohort": made.cohort, "join_code": made.join_code, "facilitator_key": made.facilitator_key}
    if as_json:
        print_json(found)
        return
    click.echo(f"{name} is ready.")
    click.echo(f"{WHICH['join']}: {made.join_code}")
    click.echo(f"{WHICH['facilitator']}: {made.facilitator_key}")
    click.echo(ONCE)
    click.echo("Both are typed at the address of the course, with join at its end, such as http://…/join")


@cohort.command("list", short_help="List the cohorts.")
@as_json_option
@with_course
def list_cohorts(course: "Course", *, as_json: bool) -> None:
    """List the cohorts, how many people are in each, and whether they are open.

    \b
    Example:
      dlcourse cohort list --json
    """
    cards = _cards(course)
    if as_json:
        print_json([card.model_dump(include={"cohort", "name", "status", "people"}) for card in cards])
        return
    for card in cards:
        people = "1 person" if card.people == 1 else f"{card.people} people"
        click.echo(f"{card.name}: {people}, {STATUS[card.status]}")
    if not cards:
        click.echo('There are no cohorts yet. Create one: dlcourse cohort create "Autumn deans"')


@cohort.command(short_help="Replace a facilitator key or join code that was lost.")
@name_argument
@click.option("--new", is_flag=True, help="Make a new one; the old one stops working.")
@click.option("--of", type=click.Choice(list(WHICH)), default="facilitator", show_default=True, help="What to replace.")
@as_json_option
@with_course
def key(course: "Course", name: str, *, new: bool, of: str, as_json: bool) -> None:
    """Replace the facilitator key or the join code of the cohort NAME. Nobody can show an old one again.

    \b
    Examples:
      dlcourse cohort key "Autumn deans" --new
      dlcourse cohort key "Autumn deans" --new --of join
    """
    from dlcourse.domain.cohort.views import CodeMade  # keeps the command line fast

    if not new:
        remedy = "Use --new to replace it; the old one stops working."
        raise CourseError("cohort key", "only a scrambled form of it is stored, so it cannot be shown", remedy)
    made = _do(course, "ReplaceCode", _named(course, name).cohort, kind=of)
    assert isinstance(made, CodeMade)
    if as_json:
        print_json({"name": name, "of": of, "code": made.code})
    else:
        click.echo(f"{WHICH[of]}: {made.code}\nThe old one has stopped working. This one is shown only now.")


@cohort.command(short_help="Let nobody else join.")
@name_argument
@with_course
def close(course: "Course", name: str) -> None:
    """Let nobody else join the cohort NAME. Those who are in it go on.

    \b
    Example:
      dlcourse cohort close "Autumn deans"
    """
    _do(course, "CloseCohort", _named(course, name).cohort)
    click.echo(f"{name} takes in nobody new. Those who are in it go on.")


@cohort.command(short_help="End a cohort; its people can still read and take along what is theirs.")
@name_argument
@with_course
def archive(course: "Course", name: str) -> None:
    """End the cohort NAME. Its people can still read, download and erase what is theirs, and do nothing new.

    \b
    Example:
      dlcourse cohort archive "Autumn deans"
    """
    _do(course, "ArchiveCohort", _named(course, name).cohort)
    click.echo(f"{name} has ended. Its people can still read, download and erase what is theirs.")


@cohort.command(short_help="Erase a cohort and the work of its people.")
@name_argument
@click.option("--yes", is_flag=True, help="Erase without asking.")
@with_course
def erase(course: "Course", name: str, *, yes: bool) -> None:
    """Erase the cohort NAME for good, with all work of the people who are in no other cohort.

    \b
    Example:
      dlcourse cohort erase "Autumn deans"
    """
    card = _named(course, name)
    if not yes:
        _ask(card)
    _do(course, "EraseCohort", card.cohort)
    click.echo(f"{card.name} is erased, with the work of everybody who was in no other cohort.")


def _ask(card: "CohortCard") -> None:
    if not sys.stdin.isatty():
        raise CourseError("cohort erase", "there is nobody to confirm it", "Use --yes to erase without asking.")
    question = f"{card.people} people are in it. Type its name to erase their work, too"
    if " ".join(click.prompt(question, default="", show_default=False).split()) != card.name:
        raise CourseError("cohort erase", "nothing was erased")


def _do(course: "Course", command: str, cohort: str, **parts: str) -> Any:
    """Carry out a command about the cohort with this id."""
    import dlcourse.domain.cohort.messages  # noqa: F401 (makes the command known; keeps the command line fast)
    from dlcourse.domain.speech import TAG, Command, decode

    return course.do(decode(Command, {TAG: command, "id": uuid.uuid4().hex, "cohort": cohort, **parts}))


def _named(course: "Course", name: str) -> "CohortCard":
    """The cohort with this name. Raises a `CourseError` if there is none."""
    from dlcourse.content.findings import suggestion  # keeps the command line fast

    cards, wanted = _cards(course), " ".join(name.split()).casefold()
    found = next((card for card in cards if card.name.casefold() == wanted), None)
    if found is None:
        remedy = suggestion(name, [card.name for card in cards], "See: dlcourse cohort list")
        raise CourseError(name, "there is no cohort with this name", remedy)
    return found


def _cards(course: "Course") -> "tuple[CohortCard, ...]":
    from dlcourse.domain.cohort.messages import Cohorts  # keeps the command line fast
    from dlcourse.domain.cohort.views import CohortsView

    view = course.see(Cohorts())
    assert isinstance(view, CohortsView)
    return view.cohorts
