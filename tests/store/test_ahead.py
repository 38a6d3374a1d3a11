"""What is looked up ahead: the same as what is read when it is needed, and never older than what was written since."""

import threading

import pytest
from sqlalchemy import event

from dlcourse.store import Foreseen, ReadTransaction, Store, WriteTransaction
from tests.store.samples import saying

STREAM, ABSENT = "talk/a", "talk/b"
FORESEEN = Foreseen(
    "ann",
    roles=(STREAM, ABSENT),
    commands=("first", "never"),
    kinds=((STREAM, ("Tallied", "Heard")), (ABSENT, ("Tallied",))),
    whole=(STREAM, ABSENT),
)


def found(reading: ReadTransaction) -> object:
    """Everything that is foreseen."""
    return (
        [reading.role(stream, "ann") for stream in FORESEEN.roles],
        [reading.recorded("ann", command) for command in FORESEEN.commands],
        [reading.latest_kind(stream, kinds) for stream, kinds in FORESEEN.kinds],
        [reading.events(stream) for stream in FORESEEN.whole],
        [reading.length(stream) for stream in FORESEEN.whole],
    )


@pytest.fixture
def store_with_talk(store: Store) -> Store:
    """A store in which Ann has said two things in one stream."""
    for command in ("first", "second"):
        store.write(saying(STREAM, command, "ann"))
    return store


def test_what_is_looked_up_ahead_is_what_is_read(store_with_talk: Store) -> None:
    """Roles, commands, kinds and events are the same, whether they are there or not."""

    def ahead(reading: ReadTransaction) -> object:
        reading.look_ahead(FORESEEN)
        return found(reading)

    assert store_with_talk.read(ahead) == store_with_talk.read(found)
    assert store_with_talk.write(ahead) == store_with_talk.read(found)


def test_on_a_server_it_is_asked_for_at_once(store_with_talk: Store) -> None:
    """After looking ahead on a server, nothing of it is asked for again; in a file, each is asked for once."""
    asked = list[str]()

    def note(*about: object) -> None:
        if threading.current_thread().name == "dlcourse store":
            asked.append(str(about[2]))

    def twice(writing: WriteTransaction) -> None:
        writing.look_ahead(FORESEEN)
        asked.clear()
        assert found(writing) == found(writing)

    event.listen(store_with_talk._database.engine, "before_cursor_execute", note)
    store_with_talk.write(twice)
    event.remove(store_with_talk._database.engine, "before_cursor_execute", note)
    selects = [each for each in asked if each.startswith("SELECT")]
    assert len(selects) == (0 if store_with_talk.url.startswith("postgresql") else 8)


def test_what_was_written_since_is_seen(store_with_talk: Store) -> None:
    """Whatever was looked up ahead or read before, what is written in the same transaction is there afterwards."""

    def write(writing: WriteTransaction) -> tuple[object, ...]:
        writing.look_ahead(FORESEEN)
        before = len(writing.events(STREAM)), writing.role(ABSENT, "ann"), writing.length(ABSENT)
        saying(ABSENT, "third", "ann")(writing)
        return (
            *before,
            writing.role(ABSENT, "ann"),
            writing.length(ABSENT),
            writing.recorded("ann", "third") is not None,
        )

    assert store_with_talk.write(write) == (2, None, 0, "", 1, True)
