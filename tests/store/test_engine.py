"""Settings, tables and versions, and what can go wrong with a file, in words for a teacher."""

import errno
import os
import random
import sqlite3
import stat
import tempfile
from collections.abc import Iterator
from contextlib import closing, contextmanager
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from sqlalchemy.exc import OperationalError

from dlcourse.errors import CourseError
from dlcourse.store import ReadTransaction, Store, database_errors, engine, opening
from dlcourse.store.opening import TRACES
from tests.cli.test_any_arguments import takes
from tests.store.samples import address, by_hand, commands, saying

NOBODY = 65534


@contextmanager
def without_rights(folder: Path) -> Iterator[None]:
    """During the block, act as a user whom file permissions apply to, even if the tests run as root."""
    root = os.geteuid() == 0
    if root:
        for path in (*folder.iterdir(), folder):
            os.chown(path, NOBODY, NOBODY)
        os.seteuid(NOBODY)
    try:
        yield
    finally:
        if root:
            os.seteuid(0)


@pytest.fixture
def folder() -> Iterator[Path]:
    """A folder that anybody could reach, with a store that has one event."""
    with tempfile.TemporaryDirectory() as name:
        path = Path(name)
        with closing(Store.open(address(path))) as store:
            store.write(saying("s", "c1"))
        yield path
        path.chmod(0o700)


def unusable(where: str | Path) -> str:
    """The error of opening a store there."""
    with pytest.raises(CourseError) as caught:
        Store.open(where if isinstance(where, str) else f"sqlite:///{where}")
    assert caught.value.remedy
    return str(caught.value)


def test_the_file_is_written_as_safely_as_the_house_says(file_store: Store) -> None:
    """The store has no write-ahead log, a full flush at each commit, secure deletion, and a timeout of five seconds."""
    names = ("journal_mode", "synchronous", "secure_delete", "foreign_keys", "busy_timeout")

    def found(at_hand: ReadTransaction) -> list[object]:
        return [at_hand._connection.exec_driver_sql(f"PRAGMA {name}").scalar() for name in names]

    assert file_store.read(found) == file_store.write(found) == ["delete", 3, 1, 1, 5000]


def test_only_its_owner_can_read_the_file(folder: Path) -> None:
    """Only the owner may open the file, because it contains private words."""
    assert stat.S_IMODE((folder / "course.db").stat().st_mode) == 0o600


@pytest.mark.parametrize("name", [name for name in ("50 % ?#&.db", "ünï.db", "a b.db") if takes(name)])
def test_any_name_of_a_file_is_good(tmp_path: Path, name: str) -> None:
    """Characters with a meaning in other addresses are part of the file name, both ways."""
    with closing(Store.open(f"sqlite:///{tmp_path / name}")) as store:
        store.write(saying("s", "c1"))
    assert [path.name for path in tmp_path.iterdir()] == [name]
    with closing(Store.open(store.url)) as again:
        assert again.read(commands("s")) == ["c1"]


def test_a_write_ahead_log_is_switched_off(folder: Path) -> None:
    """A file that another program left with a write-ahead log loses the log, and nothing else."""
    with closing(by_hand(folder)) as other:
        assert other.execute("PRAGMA journal_mode=WAL").fetchone() == ("wal",)
    with closing(Store.open(address(folder))) as store:
        assert store.read(commands("s")) == ["c1"]
    with closing(by_hand(folder)) as other:
        assert other.execute("PRAGMA journal_mode").fetchone() == ("delete",)


def test_a_write_ahead_log_in_use_is_refused(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """While another program keeps the file in that mode, the course does not write to it."""
    monkeypatch.setattr(engine, "PATIENCE_S", 0.05)
    with closing(by_hand(folder)) as other:
        other.execute("PRAGMA journal_mode=WAL")
        other.execute("UPDATE meta SET value = value || ''")
        assert "in use by another program" in unusable(address(folder))


@pytest.mark.parametrize("begin", ["BEGIN IMMEDIATE", "BEGIN EXCLUSIVE"])
def test_a_file_in_use_is_told_and_works_later(folder: Path, monkeypatch: pytest.MonkeyPatch, begin: str) -> None:
    """A lock that lasts longer than the timeout is an error on opening and on writing; afterwards everything works."""
    monkeypatch.setattr(engine, "PATIENCE_S", 0.05)
    with closing(Store.open(address(folder))) as store, closing(by_hand(folder)) as other:
        other.execute(begin)
        assert "in use by another program" in unusable(address(folder))
        with pytest.raises(CourseError, match="in use by another program"):
            store.write(saying("s", "c2"))
        other.execute("ROLLBACK")
        store.write(saying("s", "c3"))
        assert store.read(commands("s")) == ["c1", "c3"]


def test_a_newer_store_is_left_alone(folder: Path) -> None:
    """A store of a newer version is refused, and not one byte of it changes."""
    with closing(by_hand(folder)) as other:
        other.execute("UPDATE meta SET value = value + 1 WHERE name = 'schema'")
    before = (folder / "course.db").read_bytes()
    assert "written by a newer version of the course" in unusable(address(folder))
    assert (folder / "course.db").read_bytes() == before


@pytest.mark.parametrize(
    "change", ["UPDATE meta SET value = 'x' WHERE name = 'schema'", "DELETE FROM meta", "DROP TABLE texts"]
)
def test_a_store_that_does_not_know_itself_is_refused(folder: Path, change: str) -> None:
    """A file without a version, or with a missing table, is not the store of a course."""
    with closing(by_hand(folder)) as other:
        other.execute(change)
    assert "not the store of a course" in unusable(address(folder))


def test_the_database_of_another_program_is_left_alone(tmp_path: Path) -> None:
    """No table is added to somebody else's file."""
    with closing(by_hand(tmp_path)) as other:
        other.execute("CREATE TABLE visits (url)")
    before = (tmp_path / "course.db").read_bytes()
    assert "not the store of a course" in unusable(address(tmp_path))
    assert (tmp_path / "course.db").read_bytes() == before


@settings(deadline=None)
@given(st.binary(min_size=1, max_size=5000))
def test_anything_else_in_the_file_is_refused(words: bytes) -> None:
    """A file that is not a database is refused and left as it is."""
    with tempfile.TemporaryDirectory() as name:
        file = Path(name, "course.db")
        file.write_bytes(words)
        assert "damaged" in unusable(file)
        assert file.read_bytes() == words


def test_a_damaged_store_is_told_not_used(folder: Path) -> None:
    """A store that is cut off anywhere, or has an overwritten page, is refused and left as it is."""
    file, chance = folder / "course.db", random.Random(1)
    whole = file.read_bytes()
    cut = [whole[: chance.randrange(1, len(whole))] for _ in range(20)]
    middle = [whole[:at] + chance.randbytes(4096) + whole[at + 4096 :] for at in range(0, len(whole), 4096)]
    for content in (*cut, whole[:-1], whole[:-4096], *middle):
        file.write_bytes(content)
        assert "damaged" in unusable(file)
        assert file.read_bytes() == content


def test_damage_met_while_reading_is_told(folder: Path) -> None:
    """If a file breaks while its store is open, the error is in plain words and has no traceback."""
    with closing(Store.open(address(folder))) as store:
        content = (folder / "course.db").read_bytes()
        (folder / "course.db").write_bytes(content[:24] + b"\xff" * (len(content) - 24))
        with pytest.raises(CourseError, match="damaged") as caught:
            store.read(commands("s"))
    assert caught.value.__suppress_context__


def test_places_that_are_no_file(folder: Path) -> None:
    """A folder, a missing folder and a file instead of a folder give different errors."""
    assert "this is a folder" in unusable(folder)
    assert "folder of this file does not exist" in unusable(folder / "no" / "course.db")
    assert "folder of this file does not exist" in unusable(folder / "course.db" / "course.db")
    assert [path.name for path in folder.iterdir()] == ["course.db"]


@pytest.mark.parametrize(
    ("mode_of_file", "mode_of_folder", "words"),
    [
        (0o000, 0o700, "cannot be opened"),
        (0o600, 0o000, "cannot be opened"),
    ],
)
def test_a_file_without_the_right_to_write(folder: Path, mode_of_file: int, mode_of_folder: int, words: str) -> None:
    """A file or folder without permission to read or write is an error on opening."""
    with without_rights(folder):
        (folder / "course.db").chmod(mode_of_file)
        folder.chmod(mode_of_folder)
        assert words in unusable(address(folder))


def test_a_new_file_where_nothing_may_be_made(folder: Path) -> None:
    """A home folder that cannot be written to is an error in plain words and not a traceback."""
    with without_rights(folder):
        folder.chmod(0o500)
        assert "cannot be opened" in unusable(folder / "new.db")


@pytest.mark.parametrize(
    ("number", "words"),
    [
        (errno.ENOSPC, "no space left"),
        (errno.EROFS, "not written"),
        (errno.ETIMEDOUT, "network drive"),
        (errno.EIO, "network drive"),
    ],
)
def test_what_the_system_says_is_put_in_words(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, number: int, words: str
) -> None:
    """The error of a failing disk or network drive names the file and has a remedy."""

    def fail(*_: object) -> None:
        raise OSError(number, "strerror")

    monkeypatch.setattr(opening, "_look_at", fail)
    message = unusable(address(tmp_path))
    assert words in message
    assert "strerror" not in message


def test_a_disk_that_fails_under_the_database_is_told(file_store: Store) -> None:
    """An input or output error in SQLite is explained in plain words, and other work continues."""
    failure = sqlite3.OperationalError("disk I/O error: secret words")
    failure.sqlite_errorcode = sqlite3.SQLITE_IOERR_WRITE

    def work(_: object) -> None:
        raise OperationalError("INSERT", {}, failure)

    for use in (file_store.read, file_store.write):
        with pytest.raises(CourseError, match="network drive") as caught:
            use(work)
        assert "secret" not in str(caught.value)
    file_store.write(saying("s", "c1"))


def test_a_missing_driver_and_a_password_not_shown(monkeypatch: pytest.MonkeyPatch) -> None:
    """If the PostgreSQL driver is missing, the error says what to install and does not show the password."""
    monkeypatch.setitem(__import__("sys").modules, "psycopg", None)
    for scheme in ("postgresql", "postgresql+psycopg"):
        message = unusable(f"{scheme}://ann:hush@server/course?password=hush")
        assert "driver for PostgreSQL is missing" in message
        assert "hush" not in message


@pytest.mark.parametrize(
    "text",
    [
        "",
        "course.db",
        "sqlite://",
        "sqlite:///",
        "sqlite:///:memory:",
        "sqlite:////a\0b",
        "mysql://ann:hush@server/db",
        "://",
    ],
)
def test_an_address_that_is_none(text: str) -> None:
    """The error for an address that is neither a file nor a PostgreSQL server has an example and no password."""
    message = unusable(text)
    assert "sqlite:////folder/course.db" in message
    assert "hush" not in message


def test_every_trouble_reads_like_a_sentence() -> None:
    """Each explanation starts in lower case and has no full stop, and each remedy is a sentence."""
    for what, remedy in (
        *database_errors._SQLITE.values(),
        *database_errors._SYSTEM.values(),
        database_errors.UNREACHABLE,
        database_errors.CLOSED,
    ):
        assert what[0].islower()
        assert not what.endswith(".")
        assert remedy.endswith(".")


def test_an_empty_file_in_a_used_folder_is_damage(tmp_path: Path) -> None:
    """An empty store is damage if the course has been used in the folder; in a fresh folder it is a new store."""
    path = tmp_path / "course.db"
    path.touch()
    Store.open(f"sqlite:///{path}").close()
    for trace in TRACES:
        path.write_bytes(b"")
        (tmp_path / trace).touch()
        with pytest.raises(CourseError, match="the file is empty, although the course has been used in this folder"):
            Store.open(f"sqlite:///{path}")
        assert path.stat().st_size == 0
        (tmp_path / trace).unlink()
    (tmp_path / TRACES[0]).touch()
    path.unlink()
    Store.open(f"sqlite:///{path}").close()


def test_a_file_that_others_can_read_is_tightened(tmp_path: Path) -> None:
    """A store that was copied with other permissions belongs only to its owner after it was opened."""
    path = tmp_path / "course.db"
    Store.open(f"sqlite:///{path}").close()
    path.chmod(0o664)
    Store.open(f"sqlite:///{path}").close()
    assert stat.S_IMODE(path.stat().st_mode) == 0o600
