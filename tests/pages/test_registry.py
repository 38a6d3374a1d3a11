"""What subjects' pages offer: pages with addresses, exercises, links, and what a notebook calls."""

import json
import pkgutil
import re
from collections.abc import Callable
from importlib import import_module
from pathlib import Path

import pytest

import dlcourse
from dlcourse.errors import CourseError
from dlcourse.pages.program import Page
from dlcourse.pages.registry import (
    ADDRESSES,
    CALLS,
    EXERCISES,
    FRAME_LINKS,
    HOME_LINKS,
    PAGES,
    ExerciseKind,
    Opening,
    PageLink,
    by_rank,
    page,
)


@pytest.mark.parametrize("name", PAGES)
def test_every_page_is_called_what_it_is_registered_as(name: str) -> None:
    """A page says its own name, by which a browser finds the component that draws it."""
    assert page(name).name == name


def test_no_page_is_forgotten() -> None:
    """Each page in the package is registered: what no subject names can be opened by nobody."""
    package = import_module("dlcourse.pages")
    modules = [found.name for found in pkgutil.walk_packages(package.__path__, "dlcourse.pages.")]
    assert {name for name in modules if isinstance(getattr(import_module(name), "PAGE", None), Page)} == set(
        PAGES.values()
    )


def test_an_unknown_page_is_refused() -> None:
    """Whatever a browser asks for, it gets a page or a sentence."""
    with pytest.raises(CourseError, match="there is none called 'nothing'"):
        page("nothing")


def test_addresses_links_and_exercises_lead_to_pages() -> None:
    """Nothing leads to a page that is not there."""
    assert set(ADDRESSES.values()) <= PAGES.keys()
    shapes = [re.compile(re.sub(r"{\w+}", "[a-z0-9-]+", address)) for address in ADDRESSES]
    for link in (*HOME_LINKS.values(), *FRAME_LINKS.values()):
        assert any(shape.fullmatch(link.to) for shape in shapes), link.to
    assert {kind.opening("x").page for kind in EXERCISES.values()} <= PAGES.keys()


def test_links_are_listed_by_rank() -> None:
    """A subject says where its link stands; no two stand in one place."""
    links = {name: PageLink(name, name, rank) for name, rank in (("b", 2), ("a", 3), ("c", 1))}
    assert [link.to for link in by_rank(links)] == ["c", "b", "a"]
    for registry in (HOME_LINKS, FRAME_LINKS):
        assert len({link.rank for link in registry.values()}) == len(registry)


def _without() -> Opening:
    return Opening("all")


def _of(of: str = "") -> Opening:
    return Opening("one", {"of": of})


def _named(of: str, *, again: bool = False) -> Opening:
    return Opening("again" if again else "named", {"of": of})


@pytest.mark.parametrize(
    ("opens", "opening"),
    [(_without, Opening("all")), (_of, Opening("one", {"of": "x"})), (_named, Opening("named", {"of": "x"}))],
)
def test_an_exercise_says_which_one_it_is_where_there_are_several(
    opens: Callable[..., Opening], opening: Opening
) -> None:
    """The function of a kind is given the exercise if it takes one, and nothing otherwise."""
    assert ExerciseKind(opens, after_log=False).opening("x") == opening


def test_an_opening_cannot_be_changed() -> None:
    """Its place is frozen with it, and later changes to what it was made of do not reach it."""
    place = {"scenario": "one"}
    opening = Opening("roleplay", place)
    place["scenario"] = "two"
    with pytest.raises(TypeError):
        opening.place["scenario"] = "three"  # type: ignore[index]
    assert opening == Opening("roleplay", {"scenario": "one"})


def test_no_call_is_hidden_by_a_package() -> None:
    """A notebook call has a name that no package or module of the course has."""
    assert CALLS.keys().isdisjoint(found.name for found in pkgutil.iter_modules(dlcourse.__path__))


def test_every_call_says_what_it_opens() -> None:
    """What a notebook calls has a docstring and no argument without a type."""
    for call in CALLS.values():
        assert call.__doc__
        assert call.__annotations__.keys() - {"return"} == set(call.__code__.co_varnames[: _arguments(call)])


def _arguments(call: Callable[..., Opening]) -> int:
    return call.__code__.co_argcount + call.__code__.co_kwonlyargcount


def test_a_tab_tells_apart_what_pages_are_about() -> None:
    """Whatever a page can be opened for is in the list by which a tab keeps the places of pages apart."""
    source = (Path(dlcourse.__file__).parent / "frontend/src/wire/tab_storage.js").read_text("utf-8")
    listed = set(json.loads(re.findall(r"const ABOUT = (\[[^]]+\])", source)[0]))
    opened = {
        key
        for call in CALLS.values()
        if _arguments(call)
        for key in ExerciseKind(call, after_log=False).opening("x").place
    }
    assert opened <= listed
    assert len(opened) > 5
