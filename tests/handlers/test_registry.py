"""What subjects register for commands and queries: one function per class, found by the class or a base class."""

import pkgutil
from importlib import import_module
from typing import Any

import pytest

from dlcourse.domain.portfolio.messages import TakeOut
from dlcourse.domain.roleplay.attempts import Attempts, Brief
from dlcourse.domain.speech import Command, Query, Recorded, Speech
from dlcourse.errors import CourseError
from dlcourse.handlers import registry
from dlcourse.handlers.portfolio_sources import SOURCES
from dlcourse.handlers.registry import (
    EXERCISES_DONE,
    STREAM_CHECKS,
    CommandSwitchboard,
    Switchboard,
    carry_out,
    look_up,
)
from dlcourse.pages.registry import EXERCISES

DECORATORS = {
    *("carry_out", "look_up", "start_jobs"),
    *("exercise_done", "stream_check", "work_check", "portfolio_source", "colleague_source"),
    *("calendar_source", "home_summary", "exercise_begun", "exercise_last"),
    *("part_suggestion", "trace_source", "cohort_streams", "room_questions", "notes_watchers", "post_source"),
    *("takes_notes", "measure", "place_figure_source"),
}


def otherwise(speech: Speech, given: str) -> str:
    """Handles everything that has no function."""
    return f"nobody for {type(speech).__name__}, {given}"


def test_the_nearest_function_answers() -> None:
    """A function handles its own class and the subclasses that have no function of their own."""
    switch = Switchboard(otherwise)

    @switch.register
    def any_query(query: Query, given: str) -> str:
        return f"any, {given}"

    @switch.register
    def one_brief(query: Brief, given: str) -> str:
        return f"brief, {given}"

    assert switch(Brief(scenario="x"), "one") == "brief, one"
    assert switch(Attempts(scenario="x"), "two") == "any, two"
    assert switch(TakeOut(id="a-command", item="entry/one"), "three") == "nobody for TakeOut, three"
    assert {Query, Brief} <= switch.registry.keys()


def test_two_functions_for_one_class_are_a_mistake() -> None:
    """Two functions for one class are an error, so the order of imports never matters."""
    switch = Switchboard(otherwise)

    @switch.register
    def several(query: Brief | Attempts, given: str) -> str:
        return given

    with pytest.raises(TypeError, match="two functions are registered for Brief"):

        @switch.register
        def again(query: Brief, given: str) -> str:
            return given


def test_every_module_of_a_subject_is_imported_with_it() -> None:
    """A subject's ``__init__.py`` imports every module, so that all of its functions are registered."""
    package = import_module("dlcourse.handlers")
    for found in pkgutil.iter_modules(package.__path__, "dlcourse.handlers."):
        if found.ispkg:
            subject = import_module(found.name)
            modules = [each.name for each in pkgutil.iter_modules(subject.__path__)]
            assert [name for name in modules if _registers(f"{found.name}.{name}")] == getattr(
                subject, "__all__", []
            ), found.name


def _registers(name: str) -> bool:
    """Whether a module, or a package with all of its modules, uses any of the decorators."""
    module = import_module(name)
    inner = pkgutil.iter_modules(getattr(module, "__path__", []), f"{name}.")
    return not DECORATORS.isdisjoint(vars(module)) or any(_registers(each.name) for each in inner)


def test_every_command_and_query_is_handled() -> None:
    """Every command and query of the course has a handler."""
    registry.load()
    for family, switch in ((Command, carry_out), (Query, look_up)):
        for kind in _below(family):
            if kind.__module__.startswith("dlcourse.domain.") and not _below(kind):
                assert set(kind.__mro__) & (switch.registry.keys() - {object}), kind


def _below(kind: type[Any]) -> set[type[Any]]:
    return {each for sub in kind.__subclasses__() for each in {sub, *_below(sub)}}


def test_a_function_is_given_what_was_prepared_for_it() -> None:
    """What a command needs is prepared when it comes, and given to its function in the transaction."""
    switch, order = CommandSwitchboard(), list[str]()

    def prepare(command: TakeOut, library: object) -> str:
        order.append(f"prepared from {library}")
        return command.item

    @switch.after(prepare)
    def take_out(command: TakeOut, context: object, prepared: str) -> Recorded:
        order.append(f"recorded {prepared} in {context}")
        return Recorded(stream=prepared, version=1, at="")

    record = switch(TakeOut(id="a-command", item="entry/one"), "files")  # type: ignore[arg-type]
    assert order == ["prepared from files"]
    assert record("transaction").stream == "entry/one"  # type: ignore[arg-type]
    assert order[1:] == ["recorded entry/one in transaction"]
    assert TakeOut in switch.registry
    assert switch.prepares(TakeOut(id="a-command", item="entry/one"))
    assert not carry_out.prepares(TakeOut(id="a-command", item="entry/one"))
    with pytest.raises(TypeError, match="two functions are registered for TakeOut"):
        switch.after(prepare)(take_out)


def test_what_nobody_handles_is_told_in_words() -> None:
    """A command that no subject handles is refused in plain words, and is not an internal error."""

    class Unheard(Query):
        """A query that nobody handles."""

    with pytest.raises(CourseError, match="nobody here answers Unheard"):
        look_up(Unheard(), object())  # type: ignore[arg-type]


def test_what_is_registered_fits_together() -> None:
    """Exercises that can be done can be opened, each kind of piece has a place, and each stream has a check."""
    assert EXERCISES_DONE.keys() <= EXERCISES.keys()
    assert len({source.kind.rank for source in SOURCES.values()}) == len(SOURCES) > 0
    assert len(STREAM_CHECKS) > 0
