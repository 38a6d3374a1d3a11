"""The one loop: messages in, effects performed, props out."""

from collections.abc import Callable, Mapping
from typing import Any

import pytest

from dlcourse.domain.speech import Command, Course, Query, Recorded, View
from dlcourse.errors import CourseError
from dlcourse.pages.program import Do, Done, Noticed, Page, Program, Refused, See, Seen, Step, Unwatch, Watch


class Tick(Command):
    """Tick one up."""


class HowOften(Query):
    """How far the count is."""


class Ticks(View):
    """The count."""

    number: int


class Counter:
    """A course that counts, and refuses to count beyond three."""

    def __init__(self) -> None:
        self.number = 0
        self.watchers: list[Callable[[], None]] = []

    def do(self, command: Command) -> Recorded:
        """Tick, up to three."""
        if self.number == 3:
            raise CourseError("counter", "it is full", "Stop.")
        self.number += 1
        for notice in list(self.watchers):
            notice()
        return Recorded(stream="count", version=self.number, at="2026-01-01T00:00:00+00:00")

    def see(self, query: Query) -> View:
        """The count."""
        return Ticks(number=self.number)

    def watch(self, topic: str, notice: Callable[[], None]) -> Callable[[], None]:
        """Give notice of each count; refuse anything else."""
        if topic != "count":
            raise CourseError("counter", "it counts nothing else", "Stop.")
        self.watchers.append(notice)
        return lambda: self.watchers.remove(notice)


def _update(state: tuple[Any, ...], message: Any) -> Step[tuple[Any, ...]]:
    match message:
        case Tick(id="enough-of-it"):
            return state, (Unwatch("count"), Unwatch("nothing"))
        case Tick(id="something-else"):
            return state, (Watch("something-else"), See(HowOften()))
        case Tick():
            return state, (Do(message),)
        case Done():
            return (*state, "done"), (See(HowOften()),)
        case Seen(view=Ticks(number=number)):
            return (*state, number), ()
        case Refused(error=error):
            return (*state, error.what), ()
        case Noticed(topic=topic):
            return (*state, f"noticed {topic}"), ()
        case _:
            return state, ()


def _parse(raw: Mapping[str, Any]) -> Any:
    if "id" not in raw:
        raise CourseError("message", "it has no id")
    return Tick(id=str(raw["id"]))


PAGE: Page[tuple[Any, ...]] = Page(
    "toy",
    lambda place: ((place.get("at"),), (Watch("count"), See(HowOften()))),
    _parse,
    _update,
    lambda state: {"state": list(state)},
)


@pytest.fixture
def counter() -> Counter:
    """A fresh counter."""
    return Counter()


@pytest.fixture
def shown() -> list[dict[str, Any]]:
    """What was shown, the last at the end."""
    return []


@pytest.fixture
def later() -> list[Callable[[], None]]:
    """What the host was asked to run later."""
    return []


@pytest.fixture
def program(counter: Course, shown: list[dict[str, Any]], later: list[Callable[[], None]]) -> Program[tuple[Any, ...]]:
    """The toy page, started at home."""
    made = Program(PAGE, counter, lambda props: shown.append(dict(props)), later.append)
    made.start({"at": "home"})
    return made


def test_start_shows_once_all_effects_are_done(program: Any, shown: list[dict[str, Any]]) -> None:
    """A page that starts is shown once, with what it looked up."""
    assert shown == [{"state": ["home", 0]}]


def test_a_message_is_shown_after_it_is_recorded(program: Any, shown: list[dict[str, Any]]) -> None:
    """What receive returns from is recorded and shown, in that order."""
    program.receive({"say": "Tick", "id": "12345678"})
    assert shown[-1] == {"state": ["home", 0, "done", 1]}


def test_a_refusal_reaches_the_page(program: Any, counter: Counter, shown: list[dict[str, Any]]) -> None:
    """What the course refuses is told by the page, and the page lives on."""
    counter.number = 3
    assert not program.receive({"say": "Tick", "id": "12345678"})
    assert shown[-1]["state"][-1] == "it is full"
    counter.number = 0
    assert program.receive({"say": "Tick", "id": "87654321"})


def test_a_refused_watching_reaches_the_page(program: Any, counter: Counter, shown: list[dict[str, Any]]) -> None:
    """Where the course does not let somebody watch, the page is told and goes on; what was watched stays watched."""
    assert program.receive({"say": "Tick", "id": "something-else"})
    assert shown[-1]["state"][-2:] == ["it counts nothing else", 0]
    assert len(counter.watchers) == 1
    program.stop()
    assert counter.watchers == []


def test_a_message_that_is_none_of_the_pages_changes_nothing(program: Any, shown: list[dict[str, Any]]) -> None:
    """An unknown message raises, and nothing new is shown."""
    with pytest.raises(CourseError):
        program.receive({"nonsense": 1})
    assert len(shown) == 1


def test_a_watched_topic_is_noticed_on_the_hosts_own_time(
    program: Any, counter: Counter, later: list[Callable[[], None]], shown: list[dict[str, Any]]
) -> None:
    """A change by somebody else gives notice through the host, never in the middle of another message."""
    counter.do(Tick(id="by-another"))
    assert "noticed count" not in shown[-1]["state"]
    later.pop()()
    assert shown[-1]["state"][-1] == "noticed count"


def test_a_change_of_ones_own_that_was_looked_at_is_not_noticed_again(
    program: Any, later: list[Callable[[], None]], shown: list[dict[str, Any]]
) -> None:
    """A page that looks after its own command is not told of that command's change."""
    program.receive({"say": "Tick", "id": "12345678"})
    later.pop()()
    assert shown[-1] == {"state": ["home", 0, "done", 1]}
    assert len(shown) == 2


def test_a_change_after_ones_own_look_is_noticed(
    program: Any, counter: Counter, later: list[Callable[[], None]], shown: list[dict[str, Any]]
) -> None:
    """What somebody else does after the page has looked is told, whatever the page did before."""
    program.receive({"say": "Tick", "id": "12345678"})
    counter.do(Tick(id="by-another"))
    while later:
        later.pop()()
    assert shown[-1]["state"][-1] == "noticed count"


def test_several_changes_are_noticed_as_one(
    program: Any, counter: Counter, later: list[Callable[[], None]], shown: list[dict[str, Any]]
) -> None:
    """Changes that wait for the host are told once, since one look sees them all."""
    counter.do(Tick(id="by-another"))
    counter.do(Tick(id="and-again"))
    while later:
        later.pop()()
    assert shown[-1]["state"].count("noticed count") == 1


def test_what_is_not_watched_any_more_gives_no_notice(program: Any, counter: Counter) -> None:
    """A page may end a watching; ending one that there is not is no fault."""
    program.receive({"say": "Tick", "id": "enough-of-it"})
    assert counter.watchers == []


def test_a_stopped_program_watches_nothing(program: Any, counter: Counter, later: list[Callable[[], None]]) -> None:
    """After stop there is no watcher left, and a late notice is passed over."""
    program.receive({"say": "Tick", "id": "12345678"})
    program.stop()
    later.pop()()
    assert counter.watchers == []


def test_before_it_is_started_a_program_takes_nothing(counter: Counter) -> None:
    """A message before the start is refused in words."""
    made = Program(PAGE, counter, lambda props: None, lambda step: None)
    with pytest.raises(CourseError, match="not been started"):
        made.receive({"say": "Tick", "id": "12345678"})
