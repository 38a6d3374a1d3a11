"""What ``dlcourse serve`` and ``dlcourse play`` do: serve the course of a home until somebody stops it."""

import gc
from contextlib import suppress
from pathlib import Path
from typing import TYPE_CHECKING, TypedDict, Unpack

import click

from dlcourse.course.home import database, folder, note_database
from dlcourse.errors import CourseError

if TYPE_CHECKING:
    from dlcourse.server.access.keys import KeyedAddress
    from dlcourse.server.settings import KernelUse, Settings


class Behind(TypedDict, total=False):
    """How a proxy or a public service offers the course; see `server.settings.Settings`."""

    names: tuple[str, ...]
    trusted_proxy: Path | None
    new_key: bool
    passing: bool
    lab: str
    kernels: "KernelUse"
    member_kernels: bool


class Where(TypedDict):
    """Where to open the course, as given on the command line."""

    host: str
    port: int
    prefix: str
    home: str | None
    database: str | None
    browser: bool


def serve_home(where: Where, own: list[Path], start: str, **behind: Unpack[Behind]) -> None:
    """Serve the course of a home. ``own`` are scenario files outside the home; ``start`` is the page to open."""
    gc.disable()  # until the server answers: nearly everything that is loaded stays, and looking through it takes long
    try:
        _serve_home(where, own, start, **behind)
    finally:
        gc.enable()


def _serve_home(where: Where, own: list[Path], start: str, **behind: Unpack[Behind]) -> None:
    from dlcourse.course.courses import Courses
    from dlcourse.course.entrance import Entrance
    from dlcourse.course.open_home import local_course, open_store  # slow to import
    from dlcourse.domain.curriculum.progress import Home
    from dlcourse.domain.viewer import Viewer
    from dlcourse.server.pages.notebooks import Sessions
    from dlcourse.server.pages.reading_ahead import read_ahead
    from dlcourse.server.serving import serve as serve_course
    from dlcourse.server.settings import Keeper

    home = folder(where["home"])
    settings = _settings(home, where, **behind)
    store = open_store(home, where["database"] or database(home))
    course_of = Courses(lambda viewer: local_course(store, viewer, home, own))
    keeper = Keeper(
        store.person,
        course_of,
        Entrance(store, lambda viewer: local_course(store, viewer, home, own)),
        lambda: store.unwritable,
    )

    def ready(address: "KeyedAddress") -> None:
        note_database(home, where["database"])
        if store.unwritable:
            click.echo(f"Nothing can be saved now. {store.unwritable}")
        _greet(address, start, settings, store.url)

    try:
        with suppress(CourseError):  # the pages say what is wrong
            # Reads every scenario, so that the first visitor does not wait for it.
            course_of(Viewer(store.person)).see(Home())
        # Whoever came meanwhile would wait for it, too, and then also for the rest of their page.
        read_ahead(Sessions(settings.notebooks), course_of(Viewer(store.person)))
        serve_course(settings, keeper, ready=ready)
    finally:
        store.close()


def _settings(home: Path, where: Where, **behind: Unpack[Behind]) -> "Settings":
    from dlcourse.sample.home import is_made_up  # slow to import
    from dlcourse.server.access.proxy import trusted_proxy
    from dlcourse.server.settings import Settings

    return Settings(
        home,
        where["host"],
        where["port"],
        where["prefix"],
        where["browser"],
        names=behind.get("names", ()),
        proxy=trusted_proxy(behind.get("trusted_proxy")),
        renewed=behind.get("new_key", False),
        passing=behind.get("passing", False),
        made_up=is_made_up(home) and not where["database"],
        lab=behind.get("lab", ""),
        kernel_use=behind.get("kernels", "auto"),
        member_kernels=behind.get("member_kernels", False),
    )


def _greet(address: "KeyedAddress", start: str, settings: "Settings", store: str) -> None:
    from dlcourse.server.access.browser import open_in_browser  # slow to import

    click.echo(f"The course is open at {address.at(start)}")
    click.echo("The key at the end of this address lets anybody in, so do not give it to anyone.")
    if settings.proxy.socket:
        click.echo(f"The trusted proxy connects to {settings.proxy.socket}")
    if not settings.names:
        click.echo(_for_others(address.address, settings))
    click.echo(f"Your course folder is {settings.home}")
    click.echo(f"Your work is kept in {store.removeprefix('sqlite:///')}")
    click.echo("To close the course, press Ctrl-C here.")
    if settings.browser:
        open_in_browser(settings.home, address.at(start))


def _for_others(address: str, settings: "Settings") -> str:
    """What to know about other devices, where no proxy offers the course under a name."""
    from dlcourse.server.access.hosts import is_loopback, reachable  # slow to import

    if is_loopback(settings.host):
        return "Only this computer can open it; with --host 0.0.0.0 phones and computers in your network can, too."
    origin = reachable(address.removesuffix(settings.root), settings.host)
    return f"Others in your network open {origin}{settings.root}join. They need the join code of a cohort, and no key."
