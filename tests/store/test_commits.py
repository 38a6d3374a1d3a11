"""Work that waits together is committed together, each in its own savepoint, and answered only after the commit."""

import subprocess
import sys
import threading
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import Future, ThreadPoolExecutor
from contextlib import closing, contextmanager
from pathlib import Path
from typing import Any

import pytest
from sqlalchemy import event

from dlcourse.errors import CourseError
from dlcourse.store import ReadTransaction, Store, WriteTransaction, engine
from tests.store.samples import address, by_hand, commands, no_space, run, saying

Work = Callable[[Any], object]


@contextmanager
def counted(store: Store) -> Iterator[list[int]]:
    """Count the commits of the writing thread during the block."""
    seen: list[int] = []

    def count(_: object) -> None:
        if threading.current_thread().name == "dlcourse store":
            seen.append(1)

    event.listen(store._database.engine, "commit", count)
    yield seen
    event.remove(store._database.engine, "commit", count)


@contextmanager
def line(store: Store, works: Sequence[Work]) -> Iterator[list[Future[object]]]:
    """Keep the writing thread busy until all work is queued and the block has ended. Then it takes all of it."""
    begun, going = threading.Event(), threading.Event()

    def keep_waiting(_: WriteTransaction) -> None:
        begun.set()
        going.wait()

    with ThreadPoolExecutor(len(works) + 1) as pool:
        pool.submit(store.write, keep_waiting)
        begun.wait()
        answers = [pool.submit(store.write, work) for work in works]
        while store._commits._waiting.qsize() < len(works):
            pass
        yield answers
        going.set()


def together(store: Store, works: Sequence[Work]) -> list[BaseException | None]:
    """Commit this work as one group; returns what each raised."""
    with line(store, works) as answers:
        pass
    return [answer.exception() for answer in answers]


def test_twenty_threads_share_commits(url: str) -> None:
    """When twenty threads write at once, there are far fewer commits than commands, and everything is stored."""
    store = Store.open(url)
    start = threading.Barrier(20)

    def go(name: int) -> None:
        start.wait()
        for n in range(20):
            store.write(saying(f"s{name}", f"{name}-{n}", f"p{name}"))

    with counted(store) as commits, ThreadPoolExecutor(20) as pool:
        list(pool.map(go, range(20)))
    store.close()
    assert len(commits) <= 400 / 3
    again = Store.open(url)
    for name in range(20):
        assert again.read(commands(f"s{name}")) == [f"{name}-{n}" for n in range(20)]
    again.close()


def test_a_group_is_one_commit(store: Store) -> None:
    """Everything that waits is committed at once."""
    with counted(store) as commits:
        assert together(store, [saying(f"s{n}", f"c{n}") for n in range(20)]) == [None] * 20
    assert len(commits) == 2  # the one that kept the others waiting, and theirs


def test_a_refused_work_leaves_its_neighbours_alone(store: Store) -> None:
    """An exception in one piece of work reaches its caller and undoes only that work."""

    def failing(error: BaseException) -> Callable[[WriteTransaction], object]:
        def work(writing: WriteTransaction) -> None:
            saying("bad", "half")(writing)
            writing.keep_draft("ann", "k", "half")
            raise error

        return work

    errors = [CourseError("a", "b"), ZeroDivisionError(), SystemExit(3), KeyboardInterrupt()]
    works = [saying("good", "c1"), *map(failing, errors), saying("good", "c2")]
    assert together(store, works) == [None, *errors, None]
    assert store.read(lambda r: (commands("good")(r), commands("bad")(r), r.draft("ann", "k"))) == (
        ["c1", "c2"],
        [],
        None,
    )


def test_one_command_from_many_threads_is_recorded_once(store: Store) -> None:
    """A command that twenty threads send at the same time is recorded once, and all get the same answer."""
    with ThreadPoolExecutor(20) as pool:
        answers = list(pool.map(lambda _: store.write(saying("s", "same")), range(20)))
    assert len(set(answers)) == 1
    assert store.read(commands("s")) == ["same"]


def test_where_the_commit_fails_nobody_is_acknowledged(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """If another reader's lock makes COMMIT fail, everybody is told and nothing is stored; later it works again."""
    monkeypatch.setattr(engine, "PATIENCE_S", 0.05)
    store = Store.open(address(tmp_path))
    other = by_hand(tmp_path)
    other.execute("BEGIN")
    other.execute("SELECT * FROM meta").fetchone()
    works = [saying(f"s{n}", f"c{n}") for n in range(5)]
    raised = together(store, works)
    assert [type(error) for error in raised] == [CourseError] * 5
    assert len({id(error) for error in raised}) == 5
    assert all("in use by another program" in str(error) for error in raised)
    other.execute("ROLLBACK")
    assert store.read(lambda r: [commands(f"s{n}")(r) for n in range(5)]) == [[]] * 5
    for work in works:
        store.write(work)
    store.close()


def test_a_full_disk_fails_the_group_and_no_later_one(file_store: Store) -> None:
    """If the disk is full, the whole group fails, earlier work stays, and later work succeeds once there is room."""
    store = file_store
    store.write(saying("s", "before"))
    long = "x" * 100_000
    with no_space(store):
        raised = together(store, [saying("s", "small"), lambda w: w.keep_draft("ann", "k", long)])
        assert all("no space left" in str(error) for error in raised)
        assert store.read(commands("s")) == ["before"]
    store.write(saying("s", "after"))
    store.write(lambda w: w.keep_draft("ann", "k", long))
    assert store.read(commands("s")) == ["before", "after"]


def test_closing_finishes_what_waits(url: str) -> None:
    """Work that was queued before the store was closed is finished, and later work is refused."""
    store = Store.open(url)
    with ThreadPoolExecutor(1) as pool:
        with line(store, [saying("s", f"c{n}") for n in range(10)]) as answers:
            closing = pool.submit(store.close)
        closing.result()
        assert [answer.exception() for answer in answers] == [None] * 10
    for use in (lambda: store.write(saying("s", "late")), lambda: store.read(commands("s"))):
        with pytest.raises(CourseError, match="has been closed"):
            use()
    store.close()
    again = Store.open(url)
    assert len(again.read(commands("s"))) == 10
    again.close()


def test_a_read_sees_one_moment(store: Store) -> None:
    """A read does not see what is written meanwhile, and it causes no deadlock."""
    store.write(saying("s", "c1"))
    written = threading.Event()

    def write_more(writing: WriteTransaction) -> None:
        saying("s", "c2")(writing)
        written.set()

    with ThreadPoolExecutor(1) as pool:

        def work_at_length(reading: ReadTransaction) -> list[int]:
            before = len(reading.events("s"))
            pool.submit(store.write, write_more)
            written.wait()
            return [before, len(reading.events("s"))]

        assert store.read(work_at_length) == [1, 1]
    assert store.read(commands("s")) == ["c1", "c2"]


def test_a_work_inside_a_work_is_refused(store: Store) -> None:
    """Work that would wait for itself is refused at once."""
    nested: list[Work] = [lambda _: store.read(commands("s")), lambda _: store.write(saying("s", "c0"))]
    for work in nested:
        for use in (store.read, store.write):
            with pytest.raises(RuntimeError, match="inside another"):
                use(work)
    store.write(saying("s", "c1"))


def test_an_open_store_keeps_no_program_alive(url: str) -> None:
    """A program that forgets to close its store still ends."""
    lines = (
        "from dlcourse.store import Store",
        f"store = Store.open({url!r})",
        "store.on_commit(lambda changed: None)",
        "store.write(lambda writing: writing.keep_draft('ann', 'k', 'words'))",
    )
    assert subprocess.run([sys.executable, "-c", "\n".join(lines)], timeout=60, check=True).returncode == 0


def test_a_store_without_a_version_is_written_to_by_nobody(url: str) -> None:
    """If the version of the tables is gone, writing is refused in words."""
    with closing(Store.open(url)) as store:
        run(url, "DELETE FROM meta WHERE name = 'schema'")
        with pytest.raises(CourseError, match="changed its tables"):
            store.write(saying("s", "c1"))
