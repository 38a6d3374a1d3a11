"""What is new in a cohort: of several who ask at once, one looks for all, and nobody is told less than was so."""

import threading
from concurrent.futures import ThreadPoolExecutor

import pytest

from dlcourse.domain.overview.messages import CohortSessions
from dlcourse.domain.overview.views import CohortSessionsView
from dlcourse.handlers.overview.following import followed
from dlcourse.store import Store
from tests.classroom import Classroom, Member
from tests.serving import until


class CountingLock:
    """A lock that counts who has come to it."""

    def __init__(self) -> None:
        """Nobody has come."""
        self.came, self._lock = 0, threading.Lock()

    def __enter__(self) -> None:
        """Come to it, and wait."""
        self.came += 1
        self._lock.acquire()

    def __exit__(self, *_: object) -> None:
        """Go."""
        self._lock.release()


def participants(leader: Member, cohort: str) -> int:
    """How many take part, as the overview says."""
    view = leader.course.see(CohortSessions(cohort=cohort))
    assert isinstance(view, CohortSessionsView)
    return view.participants


def test_one_looks_for_all_who_wait(classroom: Classroom, store: Store, monkeypatch: pytest.MonkeyPatch) -> None:
    """Four ask while somebody looks: one of them looks again for all four, and they are told of who came meanwhile."""
    faye, lock = classroom.facilitator(), CountingLock()
    assert participants(faye, classroom.cohort) == 0
    following = followed(store, classroom.cohort)
    monkeypatch.setattr(following, "lock", lock)
    started, move_on = following._started, following.published.move_on

    def move_on_late(cohort: str, store: Store) -> None:
        until(lambda: lock.came > 4)
        move_on(cohort, store)

    monkeypatch.setattr(following.published, "move_on", move_on_late)
    with ThreadPoolExecutor(5) as pool:
        first = pool.submit(participants, faye, classroom.cohort)
        until(lambda: following._started > started)
        classroom.joined("Ann")
        others = [pool.submit(participants, faye, classroom.cohort) for _ in range(4)]
        assert first.result() <= 1
        assert [other.result() for other in others] == [1] * 4
    assert following._started == started + 2
