"""What each subject's pages offer to the rest of the course, registered in ``pages/<subject>/__init__.py``.

Those files and this one import the standard library only, so that listing the pages is very cheap. A
page's own module is imported when the page is first opened.
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from importlib import import_module
from inspect import signature
from types import MappingProxyType
from typing import TYPE_CHECKING, Any, TypeVar

from dlcourse.errors import CourseError
from dlcourse.registration import Registry

if TYPE_CHECKING:
    from dlcourse.pages.program import Page

C = TypeVar("C", bound="Callable[..., Opening]")


@dataclass(frozen=True)
class Opening:
    """A page, and the place where it opens: what a notebook cell asks for."""

    page: str
    place: Mapping[str, str] = field(default_factory=dict)

    def __post_init__(self) -> None:
        """Freeze the place."""
        object.__setattr__(self, "place", MappingProxyType(dict(self.place)))


@dataclass(frozen=True)
class ExerciseKind:
    """A kind of exercise: what opens it, and whether a session's notebook has it after the log."""

    opens: Callable[..., Opening]
    after_log: bool

    def opening(self, of: str) -> Opening:
        """The page of one exercise. ``of`` names its scenario, team or file; a kind that has only one ignores it."""
        return self.opens(of) if _takes_one(self.opens) else self.opens()


@dataclass(frozen=True)
class PageLink:
    """A link to a page: its address, its text, and a note. Links are listed by ``rank``, the smallest first.

    A page about the course folder is of no use to members of a cohort, so its link is not ``for_members``. One
    ``of_cohort`` is of no use to whoever leads none.
    """

    to: str
    text: str
    rank: int
    note: str = ""
    for_members: bool = True
    of_cohort: bool = False


FLOOR = "dlcourse.pages"

PAGES: Registry[str] = Registry("page", FLOOR)
"""The module of each page."""
ADDRESSES: Registry[str] = Registry("address", FLOOR)
"""The page at each address of the server, such as ``play/{scenario}``; ``{…}`` is a part of the page's place."""
CALLS: Registry[Callable[..., Opening]] = Registry("notebook call", FLOOR)
"""What a notebook calls, by name; `dlcourse` itself offers these."""
EXERCISES: Registry[ExerciseKind] = Registry("kind of exercise", FLOOR)
"""The kinds of exercises that a session can have."""
HOME_LINKS: Registry[PageLink] = Registry("home link", FLOOR)
"""Links to what is a person's own, for the home page; by address."""
FRAME_LINKS: Registry[PageLink] = Registry("frame link", FLOOR)
"""Links at the top of every page; by address."""
FACILITATOR_LINKS: Registry[PageLink] = Registry("facilitator link", FLOOR)
"""Links for those who lead the course, on a facilitator's home; by name.

``{cohort}`` in an address stands for the cohort that they lead, and such a link is left out where there is none.
"""


def add_page(name: str, module: str, *addresses: str) -> None:
    """Register a page: its name, the module with its ``PAGE``, and the addresses it has without a notebook."""
    PAGES.add(name, module)
    for address in addresses:
        ADDRESSES.add(address, name)


def notebook_call(call: C) -> C:
    """Offer this function to notebooks, as ``dlcourse.<its name>``; there it shows the page that it names."""
    CALLS.add(call.__name__, call)
    return call


def exercise(kind: str) -> Callable[[C], C]:
    """Register a kind of exercise for sessions. The function returns the page of an exercise."""
    return _exercise(kind, after_log=False)


def exercise_after_log(kind: str) -> Callable[[C], C]:
    """Like `exercise`, for a kind that gathers what the session led to: a notebook has it after the log."""
    return _exercise(kind, after_log=True)


def _exercise(kind: str, *, after_log: bool) -> Callable[[C], C]:
    def register(opens: C) -> C:
        EXERCISES.add(kind, ExerciseKind(opens, after_log))
        return opens

    return register


def by_rank(links: Mapping[str, PageLink]) -> list[PageLink]:
    """Links in the order in which they are listed."""
    return sorted(links.values(), key=lambda link: link.rank)


def page(name: str) -> "Page[Any]":
    """The page of this name; `CourseError` if there is none."""
    from dlcourse.pages.program import Page  # pydantic, only when a page is opened

    if name not in PAGES:
        raise CourseError("page", f"there is none called '{name}'", "Go to the home page.")
    found = import_module(PAGES[name]).PAGE
    assert isinstance(found, Page)
    return found


def subject_of(name: str) -> str:
    """The subject that registered the page of this name; empty if there is none."""
    return PAGES.get(name, f"{FLOOR}.").removeprefix(f"{FLOOR}.").partition(".")[0]


def _takes_one(call: Callable[..., Opening]) -> bool:
    return any(part.kind is part.POSITIONAL_OR_KEYWORD for part in signature(call).parameters.values())
