"""Work that goes on after its command: once for each topic, in turn, watched, stopped, and ended with the process."""

import threading
from collections.abc import Callable

from dlcourse.course.workshop import AT_ONCE, Work, Workshop
from dlcourse.domain.speech import Value
from dlcourse.store import Store
from tests.serving import until


class Far(Value):
    """How far a work is."""

    steps: int


def waiting(number: int, begun: list[int], go_on: threading.Event) -> Callable[[Work], None]:
    """A work that says that it has begun, and waits."""

    def doing(_: Work) -> None:
        begun.append(number)
        go_on.wait(20)

    return doing


def test_one_work_for_a_topic(store: Store) -> None:
    """While a work goes on, beginning another about the same topic does nothing; afterwards it does."""
    workshop, go_on, begun = Workshop(store, lambda _: "ann"), threading.Event(), list[int]()
    for number in range(2):
        workshop.begin("topic", waiting(number, begun, go_on))
    until(lambda: begun)
    go_on.set()
    until(lambda: workshop.work("topic") is None or None)
    assert begun == [0]
    workshop.begin("topic", lambda work: begun.append(2))
    until(lambda: len(begun) == 2 or None)


def test_news_goes_to_whoever_watches(store: Store) -> None:
    """Progress and the end are told to those who watch this topic, until they do not any more."""
    workshop, heard, elsewhere = Workshop(store, lambda _: "ann"), list[object](), list[object]()
    end = workshop.watch("topic", lambda: heard.append(workshop.work("topic")))
    workshop.watch("other", lambda: elsewhere.append(1))
    workshop.begin("topic", lambda work: work.advance(Far(steps=3)))
    until(lambda: heard and heard[-1] is None)
    first = heard[0]
    assert isinstance(first, Work)
    assert first.progress == Far(steps=3)
    end()
    before = len(heard)
    workshop.begin("topic", lambda work: work.advance(Far(steps=4)))
    until(lambda: workshop.work("topic") is None or None)
    assert len(heard) == before
    assert elsewhere == []


def test_works_take_turns(store: Store) -> None:
    """No more works go on at once than leave the machine free; one that waits can be stopped all the same."""
    workshop, go_on, begun = Workshop(store, lambda _: "ann"), threading.Event(), list[int]()
    for number in range(AT_ONCE + 1):
        workshop.begin(f"topic-{number}", waiting(number, begun, go_on))
    until(lambda: len(begun) == AT_ONCE or None)
    (last,) = set(range(AT_ONCE + 1)) - set(begun)
    work = workshop.work(f"topic-{last}")
    assert work
    assert work.progress is None
    workshop.stop(f"topic-{last}")
    until(lambda: last in begun or None, 5)
    go_on.set()
    until(lambda: not any(workshop.work(f"topic-{n}") for n in range(AT_ONCE + 1)) or None)


def test_closing_stops_every_work(store: Store) -> None:
    """When the process ends, works are asked to end and do."""
    workshop, ends = Workshop(store, lambda _: "ann"), list[bool]()

    def wait(work: Work) -> None:
        until(lambda: work.stopped() or None)
        ends.append(True)

    workshop.begin("topic", wait)
    workshop.close()
    assert ends == [True]
