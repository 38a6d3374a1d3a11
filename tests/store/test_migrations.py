"""An older store is migrated completely or not at all, and a copy of it is kept next to it."""

import sqlite3
import stat
from contextlib import closing
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from sqlalchemy import Connection, create_engine, inspect, select

from dlcourse.errors import CourseError
from dlcourse.store import Store, migrations, tables
from dlcourse.store.checking import check
from dlcourse.store.migrations import MIGRATIONS, Migration
from tests.store import version_1, version_2
from tests.store.samples import address, saying

BEFORE = "course.db.before-2"


def rows(file: Path, table: str) -> list[Any]:
    """The rows of a table, in order."""
    with closing(sqlite3.connect(file)) as connection:
        return connection.execute(f"SELECT * FROM {table} ORDER BY 1, 2").fetchall()


def shape(file: Path) -> dict[str, Any]:
    """The columns, keys and indexes of every table."""
    found = inspect(create_engine(f"sqlite:///{file}"))
    return {
        name: (
            [(column["name"], str(column["type"]), column["nullable"]) for column in found.get_columns(name)],
            found.get_pk_constraint(name)["constrained_columns"],
            sorted((index["name"], index["column_names"]) for index in found.get_indexes(name)),
            sorted(map(str, found.get_unique_constraints(name))),
        )
        for name in found.get_table_names()
    }


def members(store: Store) -> set[tuple[str, str]]:
    """The members of every stream."""
    m = tables.members.c
    return store.read(lambda r: {(row.stream, row.person) for row in r._connection.execute(select(m.stream, m.person))})


def test_the_steps_lead_from_the_first_version_to_now() -> None:
    """Each step starts at the version where the previous one ended, and the last one ends at the current version."""
    assert [step.to for step in MIGRATIONS] == list(range(2, tables.SCHEMA + 1))


def test_an_earlier_store_opens_with_all_it_held(tmp_path: Path) -> None:
    """Events, texts and drafts are unchanged, and everybody finds the streams in which they take part."""
    file = version_1.write(tmp_path)
    before = {table: rows(file, table) for table in ("events", "texts", "drafts")}
    with closing(Store.open(address(tmp_path))) as store:
        assert store.person == "ann"
        assert members(store) == version_1.MEMBERS
        assert [each.stream for each in store.read(lambda r: r.streams("play/", "ben"))] == ["play/b", "play/a"]
        assert store.read(lambda r: (r.is_member("play/a", "ben"), r.is_member("play/b", "ann"))) == (True, False)
        store.write(saying("new", "c1"))
    after = {table: [row[:-1] for row in rows(file, table)] for table in before}  # the last column is the checksum
    assert {**after, "events": after["events"][:-1]} == before


def test_its_tables_are_those_of_a_new_store(tmp_path: Path) -> None:
    """A migrated store has the same columns, keys and indexes as a new one."""
    for name in ("old", "new"):
        (tmp_path / name).mkdir()
    version_1.write(tmp_path / "old")
    for name in ("old", "new"):
        Store.open(address(tmp_path / name)).close()
    assert shape(tmp_path / "old" / "course.db") == shape(tmp_path / "new" / "course.db")


def test_a_copy_is_made_once(tmp_path: Path) -> None:
    """The original file is kept next to the store, readable only by its owner; opening again makes no second copy."""
    file = version_1.write(tmp_path)
    before = {table: rows(file, table) for table in ("meta", "events", "texts", "drafts")}
    for _ in range(2):
        Store.open(address(tmp_path)).close()
        assert sorted(path.name for path in tmp_path.iterdir()) == ["course.db", BEFORE]
    copy = tmp_path / BEFORE
    assert {table: rows(copy, table) for table in before} == before
    assert shape(copy).keys() == before.keys()
    assert stat.S_IMODE(copy.stat().st_mode) == 0o600


def test_a_copy_overwrites_nothing(tmp_path: Path) -> None:
    """A file with the name of the copy is not overwritten; an incomplete copy is made again."""
    version_1.write(tmp_path)
    (tmp_path / BEFORE).write_text("somebody's")
    (tmp_path / f"{BEFORE}.part").write_text("half")
    Store.open(address(tmp_path)).close()
    assert (tmp_path / BEFORE).read_text() == "somebody's"
    assert sorted(path.name for path in tmp_path.iterdir()) == ["course.db", BEFORE, f"{BEFORE}.1"]
    assert rows(tmp_path / f"{BEFORE}.1", "meta") == [("person", "ann"), ("schema", "1")]


def test_a_store_without_checksums_gets_them(tmp_path: Path) -> None:
    """A store of version 2 opens with all it held, every row passes its check, and a copy of it is kept."""
    file = version_2.write(tmp_path)
    before = {table: rows(file, table) for table in ("events", "members", "texts", "drafts")}
    with closing(Store.open(address(tmp_path))) as store:
        assert store.person == "ann"
        assert members(store) == version_1.MEMBERS
    after = {table: rows(file, table) for table in before}
    unsealed = {table: [row[:-1] for row in after[table]] for table in ("events", "texts", "drafts")}
    seats = [row[:-1] for row in after["members"]]  # the last column is the role
    assert {**unsealed, "members": seats} == before
    assert {row[-1] for row in after["members"]} == {""}
    assert check(address(tmp_path)).is_whole
    copy = tmp_path / "course.db.before-3"
    assert {table: rows(copy, table) for table in before} == before


def failing(connection: Connection) -> None:
    """Change a lot, then fail."""
    MIGRATIONS[0].run(connection)
    connection.exec_driver_sql("DELETE FROM texts")
    connection.exec_driver_sql("SELECT * FROM no_such_table")


def test_a_step_that_fails_changes_nothing(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """If a step fails, the error is in plain words, the file is unchanged, no copy is left, and later it opens."""
    file = version_1.write(tmp_path)
    before = file.read_bytes()
    with monkeypatch.context() as patch:
        patch.setattr(migrations, "MIGRATIONS", (replace(MIGRATIONS[0], run=failing),))
        with pytest.raises(CourseError, match="not the store of a course"):
            Store.open(address(tmp_path))
    assert file.read_bytes() == before
    assert [path.name for path in tmp_path.iterdir()] == ["course.db"]
    with closing(Store.open(address(tmp_path))) as store:
        assert members(store) == version_1.MEMBERS


def test_without_room_for_a_copy_nothing_is_changed(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """If the file cannot be copied, it is left as it is, and the error says why."""
    file = version_1.write(tmp_path)
    before, failure = file.read_bytes(), sqlite3.OperationalError("database or disk is full")
    failure.sqlite_errorcode = sqlite3.SQLITE_FULL

    def no_room(*_: object) -> None:
        raise failure

    monkeypatch.setattr(migrations, "write_copy", no_room)
    with pytest.raises(CourseError, match="no space left"):
        Store.open(address(tmp_path))
    assert file.read_bytes() == before
    assert [path.name for path in tmp_path.iterdir()] == ["course.db"]


def test_steps_follow_one_another(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A store that is two versions behind takes both steps, and one copy is made before the first."""
    version_1.write(tmp_path)

    def later(connection: Connection) -> None:
        connection.exec_driver_sql("DELETE FROM members WHERE person = 'cem'")

    steps = (*MIGRATIONS, Migration(3, frozenset(), later))
    monkeypatch.setattr(migrations, "MIGRATIONS", steps)
    monkeypatch.setattr("dlcourse.store.opening.SCHEMA", 3)
    with closing(Store.open(address(tmp_path))) as store:
        assert members(store) == {each for each in version_1.MEMBERS if each[1] != "cem"}
    assert ("schema", "3") in rows(tmp_path / "course.db", "meta")
    assert sorted(path.name for path in tmp_path.iterdir()) == ["course.db", BEFORE]


@pytest.mark.parametrize("table", ["meta", "events", "texts", "drafts"])
def test_an_earlier_store_without_a_table_of_its_time_is_refused(tmp_path: Path, table: str) -> None:
    """A file without a table of version 1 is not a store: no copy is made, and not one byte changes."""
    file = version_1.write(tmp_path)
    with closing(sqlite3.connect(file)) as connection, connection:
        connection.execute(f"DROP TABLE {table}")
    before = file.read_bytes()
    with pytest.raises(CourseError, match="not the store of a course"):
        Store.open(address(tmp_path))
    assert file.read_bytes() == before
    assert [path.name for path in tmp_path.iterdir()] == ["course.db"]


def test_an_erasure_takes_the_copies_along(tmp_path: Path) -> None:
    """What a person erased is not in any copy that a migration made, either."""
    version_1.write(tmp_path)
    with closing(Store.open(address(tmp_path))) as store:
        store.write(lambda w: w._connection.exec_driver_sql("DELETE FROM events WHERE stream = 'play/odd'"))
        store.write(lambda w: w.erase(w.work("ann")))
    assert [path.name for path in tmp_path.iterdir()] == ["course.db"]
    assert b"words of ann" not in (tmp_path / "course.db").read_bytes()
