"""``dlcourse serve``, ``play`` and ``lab``: the course in a browser, in apps or in JupyterLab."""

import threading
import webbrowser
from collections.abc import Callable
from functools import reduce
from pathlib import Path
from typing import Any, TypedDict, Unpack

import click

from dlcourse.course.home import database, folder, note_database
from dlcourse.errors import CourseError

PORT, LAB_PORT = 8850, 8851


class Where(TypedDict):
    """Where a course is opened, as the command line says it."""

    host: str
    port: int
    prefix: str
    home: str | None
    database: str | None
    browser: bool


def where_to_open(port: int) -> Callable[[Callable[..., Any]], Callable[..., Any]]:
    """Give a command the options of `Where`; ``port`` is where it opens when nobody says otherwise."""
    options = (
        click.option("--host", default="127.0.0.1", show_default=True, help="Address to listen on; 0.0.0.0 for all."),
        click.option(
            "--port",
            type=click.IntRange(0, 65535),
            default=port,
            show_default=True,
            help="Port; 0 takes any that is free.",
        ),
        click.option("--prefix", default="/", show_default=True, help="Path under which everything is served."),
        click.option("--home", type=click.Path(), help="Your course folder. Also: DLCOURSE_HOME."),
        click.option("--database", metavar="URL", help="Keep the work there instead of in the course folder."),
        click.option("--browser/--no-browser", default=True, help="Whether to open a browser."),
    )
    return lambda command: reduce(lambda given, option: option(given), reversed(options), command)


@click.command(short_help="Open the whole course at one address.")
@where_to_open(PORT)
def serve(**where: Unpack[Where]) -> None:
    """Open the course: every page at one address, until you press Ctrl-C.

    \b
    Examples:
      dlcourse serve
      dlcourse serve --port 9000 --home my-course --no-browser
    """
    _serve(where, [], "")


@click.command(short_help="Rehearse one scenario file in the browser.")
@click.argument("file", type=click.Path(path_type=Path))
@where_to_open(PORT)
def play(file: Path, **where: Unpack[Where]) -> None:
    """Open the course at a scenario FILE of your own, to play it as a learner would.

    The file is checked first; mend what is found and start again. Edits made while it is open count for the next
    attempt.

    \b
    Example:
      dlcourse play scenarios/late-buses.yaml
    """
    from dlcourse.content.scenarios import read_scenario  # the command line opens fast
    from dlcourse.course import running
    from dlcourse.course.opening import library

    scenario, home = read_scenario(file), folder(where["home"])
    if server := running.find(home):
        what = f"the course is open already, at {server.address}"
        remedy = f"Put the file into {home / 'scenarios'} and open {server.address}play/{scenario.id}"
        raise CourseError(str(file), what, remedy)
    known = library(home).shelf().books
    if any(book.scenario.id == scenario.id and book.scenario != scenario for book in known):
        what = f"another scenario is called '{scenario.id}' already"
        raise CourseError(str(file), what, "Give this one an id of its own.")
    _serve(where, [file.absolute()], f"play/{scenario.id}")


@click.command(short_help="Open JupyterLab on your own copies of the notebooks.")
@where_to_open(LAB_PORT)
def lab(**where: Unpack[Where]) -> None:
    """Open JupyterLab on working copies of the sessions, kept in your course folder.

    A copy that you edited is never overwritten; a new version is laid beside it. The course may be open in the browser
    at the same time.

    \b
    Example:
      dlcourse lab --home my-course
    """
    from dlcourse.server.lab import lab_config, open_lab  # heavy

    if where["database"]:
        remedy = "Start `dlcourse serve --database …` on this course folder first, then `dlcourse lab` without it."
        raise CourseError("--database", "JupyterLab reaches another database only through a running course", remedy)
    config = lab_config(where["host"], where["port"], where["prefix"], browser=where["browser"])
    open_lab(folder(where["home"]), config, click.echo)


def _serve(where: Where, own: list[Path], start: str) -> None:
    """Serve a home's course; ``own`` are scenario files besides those in the home, ``start`` the page to open."""
    from dlcourse.course.opening import local_course, open_store  # heavy
    from dlcourse.server.serving import serve as serve_course
    from dlcourse.server.settings import Keeper, Settings

    home = folder(where["home"])
    store = open_store(home, where["database"] or database(home))
    keeper = Keeper(store.person, lambda person: local_course(store, person, home, own))
    settings = Settings(home, where["host"], where["port"], where["prefix"])

    def ready(address: str) -> None:
        note_database(home, where["database"])
        _greet(address, where, home, store.url, start)

    try:
        serve_course(settings, keeper, ready=ready)
    finally:
        store.close()


def _greet(address: str, where: Where, home: Path, kept: str, start: str) -> None:
    import segno  # needed here only

    click.echo(f"The course is open at {address}{start}")
    if where["host"] != "127.0.0.1":  # nobody else could follow the code
        segno.make(address + start).terminal(compact=True)
    click.echo(f"Your course folder is {home}")
    click.echo(f"Your work is kept in {kept.removeprefix('sqlite:///')}")
    if where["host"] == "127.0.0.1":
        click.echo("Only this computer can open it; --host 0.0.0.0 lets others in your network in.")
    click.echo("To close the course, press Ctrl-C here.")
    if where["browser"]:
        threading.Thread(target=webbrowser.open, args=(address + start,), daemon=True).start()
