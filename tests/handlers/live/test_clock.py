"""The clock of live sessions: whoever is away for too long is replaced, and phases end when their time is up."""

import threading
from collections.abc import Iterator
from contextlib import closing
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from dlcourse import files
from dlcourse.content.library import Library
from dlcourse.course.local import LocalCourse
from dlcourse.domain.live.messages import PauseTimer, ResumeTimer
from dlcourse.errors import CourseError
from dlcourse.handlers.live.clock import LONGEST
from dlcourse.store import Store
from tests.classroom import Classroom, Member
from tests.handlers.live.live_room import LiveRoom, clock_by_hand

LIBRARY = Library(files.data(), [])
PATIENCE = 60.0
"""Seconds after which something that the clock's thread should do is missed."""


class TestClock:
    """A clock that stands still until it is moved."""

    __test__ = False

    def __init__(self) -> None:
        """Start at noon."""
        self.now = datetime(2027, 3, 1, 12, tzinfo=UTC)

    def __call__(self) -> datetime:
        """The time."""
        return self.now

    def move(self, seconds: float) -> None:
        """Let time pass."""
        self.now += timedelta(seconds=seconds)


@pytest.fixture
def time() -> TestClock:
    """The clock of the store."""
    return TestClock()


@pytest.fixture
def room(tmp_path: Path, time: TestClock) -> Iterator[Classroom]:
    """A cohort whose store has this clock."""
    with closing(Store.open(f"sqlite:///{tmp_path / 'course.db'}", time)) as store:
        yield Classroom(store)


def come(live: LiveRoom, member: Member) -> Iterator[None]:
    """Somebody's page watches their group until this is closed."""
    ends = [member.course.watch(topic, lambda: None) for topic in live.seat(member).topics]
    yield
    for end in ends:
        end()


def holders(live: LiveRoom, member: Member) -> dict[str, str]:
    """Who acts for each role, as somebody sees it."""
    return {mate.person: mate.holder for mate in live.group(member).mates if mate.person}


def test_whoever_is_away_for_too_long_is_replaced(room: Classroom, time: TestClock) -> None:
    """A stand-in takes the seat of somebody whose page is gone for the set time; whoever returns has it back."""
    live = LiveRoom(room, group_size=2, gone_after=30)
    ann, ben = live.enter("Ann", "Ben")
    live.start()
    clock, pages = clock_by_hand(room.store), {member.id: come(live, member) for member in (ann, ben)}
    for page in pages.values():
        next(page)
    time.move(1000)
    clock.check()
    assert holders(live, ann) == {"Ann": "person", "Ben": "person"}
    next(pages[ben.id], None)
    time.move(29)
    clock.check()
    assert holders(live, ann)["Ben"] == "person"
    time.move(1)
    clock.check()
    assert holders(live, ann) == {"Ann": "person", "Ben": "stand-in"}
    back = come(live, ben)
    next(back)
    clock.check()
    assert holders(live, ann)["Ben"] == "person"
    for page in (back, pages[ann.id]):
        next(page, None)


def test_a_phase_ends_by_itself_when_its_time_is_up(room: Classroom, time: TestClock) -> None:
    """While people are connected, the clock ends a phase by itself, and tells them."""
    live = LiveRoom(room, group_size=2, pacing="group", minutes={"preference": 1})
    ann, ben = live.enter("Ann", "Ben")
    live.start()
    told = threading.Event()
    end = ann.course.watch(live.seat(ann).topics[1], told.set)
    time.move(60)
    page = come(live, ben)
    next(page)  # the clock looks at the group again
    for _ in range(int(PATIENCE)):
        if live.group(ann).phase == "talk":
            break
        told.wait(1)
        told.clear()
    assert live.group(ann).phase == "talk"
    next(page, None)
    end()


def test_the_clock_goes_on_after_a_restart(tmp_path: Path, time: TestClock) -> None:
    """After the server was stopped and started again, a phase ends when it would have, paused or not."""
    url = f"sqlite:///{tmp_path / 'course.db'}"
    with closing(Store.open(url, time)) as store:
        room = Classroom(store)
        live = LiveRoom(room, group_size=2, pacing="group", minutes={"preference": 2})
        ann, _ = live.enter("Ann", "Ben")
        live.start()
        live.tell(PauseTimer)
    time.move(600)
    with closing(Store.open(url, time)) as store:
        ann.course, live.lead.course = (LocalCourse(store, who.entered.viewer, LIBRARY) for who in (ann, live.lead))
        clock, page = clock_by_hand(store), come(live, ann)
        next(page)
        clock.check()
        assert live.group(ann).phase == "preference"
        live.tell(ResumeTimer)
        time.move(119)
        clock.check()
        assert live.group(ann).phase == "preference"
        time.move(1)
        clock.check()
        assert live.group(ann).phase == "talk"
        next(page, None)


def test_a_clock_that_cannot_write_tries_again(
    room: Classroom, time: TestClock, monkeypatch: pytest.MonkeyPatch
) -> None:
    """If nothing can be written when a phase is over, the clock tries again a little later."""
    live = LiveRoom(room, group_size=2, pacing="group", minutes={"preference": 1})
    ann, _ = live.enter("Ann", "Ben")
    live.start()
    clock, page = clock_by_hand(room.store), come(live, ann)
    next(page)
    clock.check()

    def full(_: object) -> None:
        raise CourseError("course.db", "the disk is full", "Make room.")

    with monkeypatch.context() as broken:
        broken.setattr(room.store, "write", full)
        time.move(60)
        clock.check()
        assert live.group(ann).phase == "preference"
    time.move(LONGEST)
    clock.check()
    assert live.group(ann).phase == "talk"
    next(page, None)
