"""How subjects register what they offer: subjects fill the tables, and everyone else reads them.

Nothing here knows any subject, and only the standard library is imported.
"""

import pkgutil
from collections.abc import Callable, Iterator, Mapping
from functools import cache
from importlib import import_module
from typing import TypeVar

T = TypeVar("T")


class Registry(Mapping[str, T]):
    """What subjects have registered, by name. The first access imports every subject of the floor."""

    def __init__(self, what: str, floor: str) -> None:
        """``what`` is what an entry is called in an error; ``floor`` is the package whose subjects register here."""
        self._what, self._floor = what, floor
        self._known: dict[str, T] = {}

    def add(self, name: str, entry: T) -> None:
        """Register an entry; TypeError if another has this name."""
        if self._known.setdefault(name, entry) != entry:
            raise TypeError(f"there are two entries called '{name}' for one {self._what}")

    def register(self, name: str) -> Callable[[T], T]:
        """Return a decorator that registers a function under this name and leaves it as it is."""

        def take(entry: T) -> T:
            self.add(name, entry)
            return entry

        return take

    def __getitem__(self, name: str) -> T:
        """The entry of this name; KeyError if there is none."""
        load_subjects(self._floor)
        return self._known[name]

    def __iter__(self) -> Iterator[str]:
        """The names, in alphabetical order."""
        load_subjects(self._floor)
        return iter(sorted(self._known))

    def __len__(self) -> int:
        """How many entries there are."""
        load_subjects(self._floor)
        return len(self._known)


@cache
def load_subjects(floor: str) -> None:
    """Import the ``__init__.py`` of every subject on a floor, such as ``dlcourse.pages``."""
    for found in pkgutil.iter_modules(import_module(floor).__path__, f"{floor}."):
        if found.ispkg:
            import_module(found.name)
