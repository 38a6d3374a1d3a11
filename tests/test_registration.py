"""What subjects register: each name once, and every subject is there for whoever asks."""

import subprocess
import sys

import pytest

from dlcourse.registration import Registry

LIGHT = """
import sys
before = set(sys.modules)
from dlcourse.pages.registry import ADDRESSES, CALLS, EXERCISES, FRAME_LINKS, HOME_LINKS, PAGES
assert all(map(len, (ADDRESSES, CALLS, EXERCISES, FRAME_LINKS, HOME_LINKS, PAGES)))
print(*sorted({name.partition(".")[0] for name in set(sys.modules) - before} - set(sys.stdlib_module_names)))
"""


def test_one_name_is_registered_once() -> None:
    """A second entry with the same name is a programming error, unless it is the same entry."""
    registry = Registry[str]("letter", "dlcourse.pages")
    registry.add("a", "alpha")
    registry.add("a", "alpha")
    with pytest.raises(TypeError, match="two entries called 'a' for one letter"):
        registry.add("a", "aleph")
    assert dict(registry) == {"a": "alpha"}


def test_names_are_in_alphabetical_order() -> None:
    """The order does not depend on which subject was imported first."""
    registry = Registry[int]("number", "dlcourse.pages")
    for number, name in enumerate("cab"):
        registry.add(name, number)
    assert list(registry) == ["a", "b", "c"]


def test_reading_what_pages_offer_imports_the_standard_library_only() -> None:
    """Reading what the pages offer loads no page, no pydantic and no widget."""
    done = subprocess.run([sys.executable, "-c", LIGHT], capture_output=True, text=True, check=True)
    assert done.stdout.split() == ["dlcourse"]
