"""Turns at a file: one after the other, and commits first."""

import threading

import pytest

from dlcourse.store.turns import Turns


def test_a_commit_goes_before_readers_who_came_earlier() -> None:
    """While somebody reads, ten readers and then a commit come; the commit is next, and then all readers."""
    turns, order = Turns(), list[str]()

    def read() -> None:
        with turns.read():
            order.append("read")

    def commit() -> None:
        with turns.commit():
            order.append("commit")

    with turns.read():
        threads = [threading.Thread(target=read) for _ in range(10)] + [threading.Thread(target=commit)]
        for thread in threads:
            thread.start()
        while not turns._commits or len(turns._readers._waiters) < 10:  # type: ignore[attr-defined]
            pass
        assert order == []
    for thread in threads:
        thread.join()
    assert order == ["commit", *["read"] * 10]


def test_a_turn_ends_when_its_work_fails() -> None:
    """After a reader and a commit that failed, the next ones get their turns."""
    turns = Turns()
    for turn in (turns.read, turns.commit, turns.read):
        with pytest.raises(ZeroDivisionError), turn():
            _ = 1 / 0
    with turns.read():
        assert turns._taken
    assert not turns._taken
