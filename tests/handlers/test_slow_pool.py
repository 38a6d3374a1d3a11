"""Slow answers have threads of their own: the same is computed once, and a queue that is full says so."""

from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from threading import Event

import pytest

from dlcourse.errors import CourseError
from dlcourse.handlers.slow_pool import SlowPool


def waiting(pool: SlowPool, asking: int) -> None:
    """Wait until so many people ask."""
    while pool._asking < asking:
        pass


def test_the_same_is_computed_once() -> None:
    """Whoever asks for the same meanwhile gets the same answer; later it is computed again."""
    pool, begun, count = SlowPool(threads=1), Event(), list[int]()

    def work() -> int:
        begun.wait()
        count.append(1)
        return len(count)

    with ThreadPoolExecutor(5) as people:
        answers = [people.submit(pool.answer, "same", work) for _ in range(5)]
        waiting(pool, 5)
        begun.set()
        assert [answer.result() for answer in answers] == [1] * 5
    assert pool.answer("same", work) == 2


@pytest.mark.parametrize("key", [lambda _: "same", lambda n: n])
def test_a_full_queue_says_so(key: Callable[[int], object]) -> None:
    """If too many people wait, or too many different answers, the next one is refused in words, and later served."""
    pool, end = SlowPool(threads=1, waiting=3, askers=3), Event()
    with ThreadPoolExecutor(3) as people:
        answers = [people.submit(pool.answer, key(n), end.wait) for n in range(3)]
        waiting(pool, 3)
        with pytest.raises(CourseError, match="many people are asking"):
            pool.answer("another", end.wait)
        end.set()
        assert all(answer.result() for answer in answers)
    assert pool.answer("another", end.wait)


def test_an_error_reaches_all_who_asked_and_blocks_nobody() -> None:
    """What the work raises is raised for whoever asked, and the next answer is computed."""
    pool = SlowPool(threads=1)

    def fail() -> None:
        raise CourseError("plan", "it cannot be made")

    for _ in range(3):
        with pytest.raises(CourseError, match="cannot be made"):
            pool.answer("x", fail)
    assert pool.answer("x", lambda: 1) == 1
