"""Turns at a file: one after the other, and commits first."""

import threading
from collections.abc import Callable
from contextlib import AbstractContextManager

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


def test_a_patient_reader_lets_those_go_first_who_come_later(monkeypatch: pytest.MonkeyPatch) -> None:
    """While somebody reads, a patient reader comes, then two others and a commit; the patient one is last."""
    monkeypatch.setattr("dlcourse.store.turns.PATIENCE", 60.0)
    turns, order = Turns(), list[str]()

    def take(turn: Callable[[], AbstractContextManager[None]], name: str) -> threading.Thread:
        def work() -> None:
            with turn():
                order.append(name)

        thread = threading.Thread(target=work)
        thread.start()
        return thread

    with turns.read():
        threads = [take(turns.read_patiently, "patient")]
        while not turns._patient._waiters:  # type: ignore[attr-defined]
            pass
        threads += [take(turns.read, "read"), take(turns.read, "read"), take(turns.commit, "commit")]
        while not turns._commits or turns._reads < 2:
            pass
    for thread in threads:
        thread.join()
    assert order == ["commit", "read", "read", "patient"]


def test_patience_ends(monkeypatch: pytest.MonkeyPatch) -> None:
    """A patient reader takes its turn among the other readers once it has waited long enough."""
    monkeypatch.setattr("dlcourse.store.turns.PATIENCE", 0.0)
    turns, order = Turns(), list[str]()

    def read_patiently() -> None:
        with turns.read_patiently():
            order.append("patient")

    with turns.read():
        thread = threading.Thread(target=read_patiently)
        thread.start()
        while not turns._reads:
            pass
    thread.join()
    assert order == ["patient"]


def test_a_turn_ends_when_its_work_fails() -> None:
    """After a reader and a commit that failed, the next ones get their turns."""
    turns = Turns()
    for turn in (turns.read, turns.commit, turns.read_patiently, turns.read):
        with pytest.raises(ZeroDivisionError), turn():
            _ = 1 / 0
    with turns.read():
        assert turns._taken
    assert not turns._taken
