"""What each subject's pages offer to the rest of the course, registered in ``pages/<subject>/__init__.py``.

Those files and this one import the standard library only: a notebook cell that calls one page loads no other. No page
is loaded before it is opened.
"""

import pkgutil
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from functools import cache
from importlib import import_module
from inspect import signature
from types import MappingProxyType
from typing import TYPE_CHECKING, Any, TypeVar

from dlcourse.errors import CourseError

if TYPE_CHECKING:
    from dlcourse.pages.program import Page

T = TypeVar("T")
C = TypeVar("C", bound="Callable[..., Opening]")


class Registry(Mapping[str, T]):
    """What was registered, by name. Reading it first loads everything that registers there."""

    def __init__(self, what: str, load: Callable[[], object]) -> None:
        """``what`` is what one entry is called in an error; ``load`` imports the modules that register."""
        self._what, self._load = what, load
        self._known: dict[str, T] = {}

    def add(self, name: str, entry: T) -> None:
        """Register an entry; TypeError if there is another of this name."""
        if self._known.setdefault(name, entry) != entry:
            raise TypeError(f"two {self._what}s are called '{name}'")

    def __getitem__(self, name: str) -> T:
        """The entry of this name; KeyError if there is none."""
        self._load()
        return self._known[name]

    def __iter__(self) -> Iterator[str]:
        """The names, sorted."""
        self._load()
        return iter(sorted(self._known))

    def __len__(self) -> int:
        """How many entries there are."""
        self._load()
        return len(self._known)


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
class Link:
    """A link to a page: its address, its text, and a note. Links are listed by ``rank``, the smallest first."""

    to: str
    text: str
    rank: int
    note: str = ""


@cache
def load() -> None:
    """Import ``pages/<subject>/__init__.py`` of every subject."""
    pages = import_module("dlcourse.pages")
    for found in pkgutil.iter_modules(pages.__path__, "dlcourse.pages."):
        if found.ispkg:
            import_module(found.name)


PAGES: Registry[str] = Registry("page", load)
"""The module of each page."""
ADDRESSES: Registry[str] = Registry("address", load)
"""The page at each address of the server, such as ``play/{scenario}``; ``{…}`` is a part of the page's place."""
CALLS: Registry[Callable[..., Opening]] = Registry("notebook call", load)
"""What a notebook calls, by name; `dlcourse` itself offers these."""
EXERCISES: Registry[ExerciseKind] = Registry("kind of exercise", load)
"""The kinds of exercises that a session can have."""
HOME_LINKS: Registry[Link] = Registry("home link", load)
"""Links to what is a person's own, for the home page; by address."""
FRAME_LINKS: Registry[Link] = Registry("frame link", load)
"""Links at the top of every page; by address."""


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
    """Let sessions have exercises of this kind. The function gives the page of the exercise that it is given."""
    return _exercise(kind, after_log=False)


def exercise_after_log(kind: str) -> Callable[[C], C]:
    """Like `exercise`, for a kind that gathers what the session led to: a notebook has it after the log."""
    return _exercise(kind, after_log=True)


def _exercise(kind: str, *, after_log: bool) -> Callable[[C], C]:
    def register(opens: C) -> C:
        EXERCISES.add(kind, ExerciseKind(opens, after_log))
        return opens

    return register


def by_rank(links: Mapping[str, Link]) -> list[Link]:
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


def _takes_one(call: Callable[..., Opening]) -> bool:
    return any(part.kind is part.POSITIONAL_OR_KEYWORD for part in signature(call).parameters.values())
