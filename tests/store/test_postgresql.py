"""What only a database server can do: programs that hear of each other, refusals, rights, and lost connections."""

import fcntl
import json
import os
import resource
import socket
from collections.abc import Iterator
from concurrent.futures import Future, ThreadPoolExecutor
from contextlib import closing
from threading import Event
from typing import Any
from urllib.parse import quote

import psycopg
import pytest
from sqlalchemy.exc import OperationalError

from dlcourse.domain.speech import MINE, Recorded
from dlcourse.domain.words import UNREADABLE
from dlcourse.errors import CourseError
from dlcourse.store import Store, WriteTransaction, engine, listening
from dlcourse.store import postgresql as server
from dlcourse.store.checking import check
from dlcourse.store.listening import ANYTHING
from tests.database_server import LOCKED_ROLE, PASSWORD, DatabaseServer, schema_of
from tests.serving import until
from tests.store import version_1
from tests.store.samples import Tallied, commands, run, saying

PATIENCE = 60


@pytest.fixture
def two(postgresql: str) -> Iterator[tuple[Store, Store]]:
    """Two programs with one schema."""
    with closing(Store.open(postgresql)) as one, closing(Store.open(postgresql)) as other:
        yield one, other


def refusal(address: str) -> str:
    """The error of opening a store there."""
    with pytest.raises(CourseError) as caught:
        Store.open(address)
    assert caught.value.remedy
    return str(caught.value)


def cut_wholly(server: DatabaseServer, address: str) -> None:
    """Cut all connections to this schema, and wait until the last of them has ended."""
    server.cut(address)
    left = f"SELECT count(*) FROM pg_stat_activity WHERE usename = '{schema_of(address)}'"
    until(lambda: server.find(left) == [(0,)])


def test_two_programs_have_the_same_person_and_events(two: tuple[Store, Store]) -> None:
    """What one program recorded is read by the other at once."""
    one, other = two
    assert one.person == other.person
    one.write(saying("s", "c1"))
    other.write(saying("s", "c2"))
    assert one.read(commands("s")) == other.read(commands("s")) == ["c1", "c2"]


@pytest.mark.parametrize("level", [r"repeatable\ read", "serializable"])
def test_whoever_waited_for_a_turn_sees_what_the_others_wrote(
    postgresql: str, database_server: DatabaseServer, level: str
) -> None:
    """Whatever isolation the server uses by default, a program whose turn has come goes on from the newest step."""
    address = f"{postgresql}{quote(' -cdefault_transaction_isolation=' + level)}"
    waits = (
        f"SELECT count(*) FROM pg_stat_activity WHERE usename = '{schema_of(postgresql)}' AND wait_event = 'advisory'"
    )
    with closing(Store.open(address)) as one, closing(Store.open(address)) as other, ThreadPoolExecutor(1) as pool:

        def write_while_one_waits(writing: WriteTransaction) -> Future[Recorded]:
            waiting = pool.submit(other.write, saying("s", "c2"))
            until(lambda: database_server.find(waits) == [(1,)])
            saying("s", "c1")(writing)
            return waiting

        assert one.write(write_while_one_waits).result().version == 2
        assert one.read(commands("s")) == ["c1", "c2"]


def test_every_character_is_stored_whatever_the_environment_says(
    postgresql: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Words of any language are stored where other programs are told to use an old encoding."""
    monkeypatch.setenv("PGCLIENTENCODING", "WIN1252")
    with closing(Store.open(postgresql)) as store:
        store.write(lambda writing: writing.keep_draft("ann", "k", "Ж → ä"))
        draft = store.read(lambda reading: reading.draft("ann", "k"))
    assert draft
    assert draft.words == "Ж → ä"


def test_a_program_hears_what_another_one_changed(two: tuple[Store, Store]) -> None:
    """Each program hears the names of what others changed, and its own changes only once."""
    heard: dict[int, list[frozenset[str]]] = {0: [], 1: []}
    arrived = Event()

    def hear(who: int, changed: frozenset[str]) -> None:
        heard[who].append(changed)
        if "last" in changed and who == 1:
            arrived.set()

    for who, store in enumerate(two):
        store.on_commit(lambda changed, who=who: hear(who, changed))  # type: ignore[misc]
    two[0].write(saying("first", "c1"))
    two[0].write(saying("last", "c2"))
    assert arrived.wait(PATIENCE)
    told = [{"first", f"{MINE}ann"}, {"last", f"{MINE}ann"}]
    assert heard == {0: told, 1: told}


def test_after_a_lost_connection_anything_may_have_changed(
    two: tuple[Store, Store], database_server: DatabaseServer, postgresql: str
) -> None:
    """A program whose connections were cut hears that anything may have changed, and then goes on as before."""
    store, arrived = two[0], Event()
    store.on_commit(lambda changed: arrived.set() if changed is ANYTHING else None)
    store.write(saying("s", "c1"))
    database_server.cut(postgresql)
    assert arrived.wait(PATIENCE)
    assert "any name" in ANYTHING
    store.write(saying("s", "c2"))
    assert store.read(commands("s")) == ["c1", "c2"]


def test_a_schema_with_a_long_name_is_heard_of(database_server: DatabaseServer) -> None:
    """In a schema whose name is as long as PostgreSQL allows, programs write, and hear of each other."""
    schema, arrived = "t" * 63, Event()
    database_server.run(f"DROP SCHEMA IF EXISTS {schema} CASCADE", f"CREATE SCHEMA {schema}")
    address = database_server.address(schema)
    with closing(Store.open(address)) as one, closing(Store.open(address)) as other:
        other.on_commit(lambda changed: arrived.set() if "s" in changed else None)
        one.write(saying("s", "c1"))
        assert arrived.wait(PATIENCE)


def test_many_names_become_anything() -> None:
    """If there are more names than a notification can hold, it says that anything may have changed."""
    assert len(listening.payload("a", [f"stream/{n}" for n in range(10_000)])) < 100


def test_a_wrong_password_is_told_and_not_printed(database_server: DatabaseServer) -> None:
    """A wrong or missing password, an unknown database, and an unknown name are refused in words."""
    folder = database_server.folder
    for user, name in ((f"{LOCKED_ROLE}:hush", "postgres"), (LOCKED_ROLE, "postgres"), ("postgres", "none")):
        message = refusal(f"postgresql://{user}@/{name}?host={folder}")
        assert "does not let you in" in message
        assert "hush" not in message


@pytest.mark.parametrize("address", ["postgresql://ann:hush@127.0.0.1:1/course", "postgresql:///x?host=/nowhere"])
def test_a_server_that_does_not_answer_is_told(address: str) -> None:
    """If no server answers, the error says so without the password."""
    message = refusal(address)
    assert "cannot be reached" in message
    assert "hush" not in message


def test_a_role_without_rights_is_told(postgresql: str, database_server: DatabaseServer) -> None:
    """A name that may not see the schema, or make tables there, is told that it lacks the right."""
    address = postgresql.replace(f"{schema_of(postgresql)}@", f"{LOCKED_ROLE}:{quote(PASSWORD)}@")
    for _ in range(2):
        message = refusal(address)
        assert "does not allow" in message
        assert PASSWORD not in message
        database_server.run(f"GRANT USAGE ON SCHEMA {schema_of(postgresql)} TO {LOCKED_ROLE}")


def test_a_server_that_is_too_old_is_told(postgresql: str, monkeypatch: pytest.MonkeyPatch) -> None:
    """An old server is named with its version and the one that is needed, and nothing is made in it."""
    monkeypatch.setattr(server, "OLDEST", 99)
    assert "and the course needs 99 or newer" in refusal(postgresql)
    monkeypatch.undo()
    Store.open(postgresql).close()


def test_a_database_that_can_only_be_read_is_read(postgresql: str) -> None:
    """A database that allows no changes is opened for reading, and writing is refused in words."""
    with closing(Store.open(postgresql)) as store:
        store.write(saying("s", "c1"))
    with closing(Store.open(f"{postgresql}%20-cdefault_transaction_read_only%3Don")) as store:
        assert "can be read but not written" in str(store.unwritable)
        assert store.read(commands("s")) == ["c1"]
        with pytest.raises(CourseError, match="can be read but not written"):
            store.write(saying("s", "c2"))


def test_somebody_elses_tables_are_left_alone(postgresql: str, database_server: DatabaseServer) -> None:
    """A schema with tables of another program is refused."""
    database_server.run(f"CREATE TABLE {schema_of(postgresql)}.visits (url text)")
    assert "not the store of a course" in refusal(postgresql)


def test_a_program_of_an_earlier_version_stops_writing(two: tuple[Store, Store]) -> None:
    """If a newer program has migrated the tables, an older one writes nothing any more, and says why."""
    one, other = two

    def migrate(writing: Any) -> None:
        writing._connection.exec_driver_sql("UPDATE meta SET value = '99' WHERE name = 'schema'")

    one.write(migrate)
    with pytest.raises(CourseError, match="a newer version of the course has changed its tables"):
        other.write(saying("s", "c1"))


def test_an_earlier_schema_opens_with_all_it_held(postgresql: str, database_server: DatabaseServer) -> None:
    """Tables of version 1 are migrated, their copies stay beside them, and an erasure takes the copies along."""
    name = schema_of(postgresql)
    tables = version_1.TABLES.replace("seq INTEGER NOT NULL", "seq BIGSERIAL")
    database_server.run(f"SET search_path = {name}", *filter(str.strip, tables.split(";")))
    with psycopg.connect(postgresql) as connection:
        for stream, version, actor, kind, body in version_1.EVENTS:
            row = (stream, version, actor, f"{stream}-{version}", kind, json.dumps(body))
            connection.execute("INSERT INTO events VALUES (DEFAULT, %s, %s, %s, %s, 0, %s, %s, '2026')", row)
    for _ in range(2):
        with closing(Store.open(postgresql)) as store:
            assert store.person == "ann"
            assert {
                (row[0], row[1]) for row in run(postgresql, "SELECT stream, person FROM members")
            } == version_1.MEMBERS
            assert store.read(lambda reading: reading.text("t1")) == "words of ann"
    assert check(postgresql).is_whole
    ours = f"SELECT count(*) FROM information_schema.tables WHERE table_schema = '{name}'"
    copied = f"{ours} AND starts_with(table_name, 'before')"
    assert run(postgresql, copied) == [(4,)]
    assert run(postgresql, "SELECT words FROM before_2_1_texts") == [("words of ann",)]
    with closing(Store.open(postgresql)) as store:
        run(postgresql, "DELETE FROM events WHERE stream = 'play/odd'")
        store.write(lambda writing: writing.erase(writing.work("ann")))
    assert run(postgresql, copied) == [(0,)]


def test_damage_is_named_on_a_server_too(postgresql: str) -> None:
    """A damaged event is named, damaged words say so in their place, and the check finds both."""
    with closing(Store.open(postgresql)) as store:
        store.write(lambda writing: writing.append("s", 0, "c1", "ann", [Tallied(n=1)], {"t1": "words"}))
        assert check(postgresql).is_whole
        run(postgresql, "UPDATE events SET body = '{}'")
        run(postgresql, "UPDATE texts SET words = 'x'")
        with pytest.raises(CourseError, match="s, step 1: it is damaged"):
            store.read(lambda reading: reading.events("s"))
        assert store.read(lambda reading: reading.texts(["t1"])) == {"t1": UNREADABLE}
    assert [row.name for row in check(postgresql).damaged] == ["s, step 1", "text t1"]


def test_a_connection_in_use_is_not_tried_each_time(postgresql: str, monkeypatch: pytest.MonkeyPatch) -> None:
    """Connections in steady use cost no trip to see whether they work; one that was not used for a while does."""
    with closing(Store.open(postgresql)) as store:
        dialect, tried = store._database.engine.dialect, list[Any]()
        really_try = dialect.do_ping

        def note(connection: Any) -> bool:
            tried.append(connection)
            return really_try(connection)

        monkeypatch.setattr(dialect, "do_ping", note)
        for n in range(3):
            store.write(saying("s", f"c{n}"))
            store.read(commands("s"))
        assert tried == []
        monkeypatch.setattr(server, "UNUSED_S", -1.0)
        assert store.read(commands("s")) == ["c0", "c1", "c2"]
        assert len(tried) == 1


def test_lost_connections_are_replaced_before_they_are_used(postgresql: str, database_server: DatabaseServer) -> None:
    """After a server has closed all connections, the next reader and the next writer get new ones and no error."""
    with closing(Store.open(postgresql)) as store:
        for use in (lambda: store.read(commands("s")), lambda: store.write(saying("s", "c1"))):
            store.read(commands("s"))
            cut_wholly(database_server, postgresql)
            use()
        assert store.read(commands("s")) == ["c1"]


def test_a_change_is_told_although_its_answer_got_lost(
    two: tuple[Store, Store], monkeypatch: pytest.MonkeyPatch
) -> None:
    """If the connection breaks after a commit, watchers look again, and what is sent again is recorded only once."""
    store, heard = two[0], list[frozenset[str]]()
    store.on_commit(heard.append)

    def lost(*parts: Any) -> None:
        really_commit(*parts)
        raise OperationalError(None, None, psycopg.OperationalError("gone"))

    really_commit = engine.Database.commit
    monkeypatch.setattr(engine.Database, "commit", lost)
    with pytest.raises(CourseError, match="cannot be reached"):
        store.write(saying("s", "c1"))
    assert heard == [{"s", f"{MINE}ann"}]
    monkeypatch.undo()
    store.write(saying("s", "c1"))
    assert store.read(commands("s")) == two[1].read(commands("s")) == ["c1"]


def test_a_server_that_lets_nobody_in_any_more_is_told_to_watchers(
    postgresql: str, database_server: DatabaseServer
) -> None:
    """Whoever begins to watch while the server refuses connections gets an error in words."""
    with closing(Store.open(postgresql)) as store:
        database_server.run(f"ALTER ROLE {schema_of(postgresql)} NOLOGIN")
        cut_wholly(database_server, postgresql)
        with pytest.raises(CourseError, match="does not let you in"):
            store.on_commit(lambda changed: None)


def test_a_file_with_a_high_number_can_be_waited_for() -> None:
    """A server with more than a thousand open files still hears of changes."""
    soft, hard = resource.getrlimit(resource.RLIMIT_NOFILE)
    resource.setrlimit(resource.RLIMIT_NOFILE, (max(soft, 1200), hard))
    one, other = socket.socketpair()
    high = fcntl.fcntl(one, fcntl.F_DUPFD, 1100)
    try:
        assert not server.can_read(0, high)
        other.send(b".")
        assert server.can_read(PATIENCE, high)
    finally:
        os.close(high)
        one.close()
        other.close()
        resource.setrlimit(resource.RLIMIT_NOFILE, (soft, hard))
