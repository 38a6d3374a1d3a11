"""Notices for a console: the first comes at once, many changes make few of them, and the last is never lost."""

import threading
import time

from dlcourse.handlers.paced_notice import EVERY, PacedNotice

PATIENCE = 30.0


def test_many_changes_make_few_notices() -> None:
    """The first change is told at once; what changes soon after it is told once, at the end of the pause."""
    told, again = list[float](), threading.Event()

    def notice() -> None:
        told.append(time.monotonic())
        if len(told) == 2:
            again.set()

    paced = PacedNotice(notice)
    paced()
    assert len(told) == 1
    for _ in range(50):
        paced()
    assert again.wait(PATIENCE)
    assert told[1] - told[0] >= EVERY * 0.9
    assert len(told) == 2


def test_nothing_is_told_after_the_end() -> None:
    """Once the console is closed, a change that waited is told no more."""
    told = list[int]()
    paced = PacedNotice(lambda: told.append(1))
    paced()
    paced()
    paced.end()
    paced()
    paced._pass_on()
    assert told == [1]
