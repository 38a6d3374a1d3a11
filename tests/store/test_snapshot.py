"""Reading from the store at one moment: each stream is read once, and a writer reads what it has written."""

from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

from sqlalchemy import Engine, event

from dlcourse.store import ReadTransaction, Store, StoredEvent, WriteTransaction
from tests.store.samples import Tallied, saying


@contextmanager
def statements() -> Iterator[list[str]]:
    """What is asked of any database meanwhile."""
    asked: list[str] = []

    def note(*values: Any) -> None:
        asked.append(values[2])

    event.listen(Engine, "before_cursor_execute", note)
    try:
        yield asked
    finally:
        event.remove(Engine, "before_cursor_execute", note)


def test_a_stream_is_read_once_in_a_query(store: Store) -> None:
    """However often a query asks for a stream, for streams or for the home's person, the database is asked once."""
    store.write(saying("play/1", "c1", events=2))

    def once(reading: ReadTransaction) -> list[object]:
        return [
            reading.events("play/1"),
            reading.readable_events("play/1"),
            reading.streams("play/", "ann"),
            reading.home,
        ]

    with statements() as few:
        first = store.read(once)
    with statements() as many:
        both = store.read(lambda reading: [once(reading), once(reading), once(reading)])
    assert both == [first] * 3
    assert len(many) == len(few)


def test_streams_are_told_apart(store: Store) -> None:
    """Another stream, another part of it and another person's streams are never taken for what was read before."""
    store.write(saying("play/1", "c1", events=2))
    store.write(saying("play/2", "c2", "ben"))

    def read(reading: ReadTransaction) -> list[int]:
        of = [("play/1", 0), ("play/1", 1), ("play/2", 0)]
        counts = [len(reading.events(stream, after)) for stream, after in of]
        return [*counts, *(len(reading.streams("play/", person)) for person in ("ann", "ben", "cem"))]

    assert store.read(read) == [2, 1, 1, 1, 1, 0]


def test_a_later_read_finds_what_is_new(store: Store) -> None:
    """Nothing is remembered from one read to the next."""
    counts = list[int]()
    for command in ("c1", "c2"):
        store.write(saying("play/1", command))
        counts.append(len(store.read(lambda reading: reading.events("play/1"))))
    assert counts == [1, 2]


def test_a_writer_reads_what_it_has_written(store: Store) -> None:
    """Within a transaction for changes, a stream that was read is read again after it was written."""

    def work(writing: WriteTransaction) -> tuple[tuple[StoredEvent, ...], ...]:
        before = writing.events("play/1")
        writing.append("play/1", 0, "c1", "ann", [Tallied(n=1)])
        return before, writing.events("play/1")

    assert [len(each) for each in store.write(work)] == [0, 1]
