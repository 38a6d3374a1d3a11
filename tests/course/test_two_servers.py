"""Two servers on one database: what one of them ends has ended at the other."""

from collections.abc import Iterator
from contextlib import closing

import pytest

from dlcourse.course.entrance import Entrance
from dlcourse.store import Store
from tests.classroom import Classroom
from tests.database_server import DatabaseServer
from tests.serving import until


@pytest.fixture
def two(postgresql: str) -> Iterator[tuple[Classroom, Entrance, Store]]:
    """A cohort at one server, and the entrance and the store of another one."""
    with closing(Store.open(postgresql)) as one, closing(Store.open(postgresql)) as other:
        room = Classroom(one)
        yield room, Entrance(other, room.course_of), other


def test_a_session_that_ends_at_one_server_has_ended_at_the_other(two: tuple[Classroom, Entrance, Store]) -> None:
    """A browser comes in at both servers; after it signed out at one of them, neither knows it, and others stay in."""
    room, other, _ = two
    ann, ben = room.joined("Ann").entered, room.joined("Ben").entered
    for entered in (ann, ben):
        assert {each.visitor(entered.session) for each in (room.entrance, other)} == {entered.viewer}
    room.entrance.end(ann.session)
    until(lambda: other.visitor(ann.session) is None or None)
    assert other.visitor(ben.session) == ben.viewer
    other.end(ben.session)
    until(lambda: room.entrance.visitor(ben.session) is None or None)


def test_a_server_that_hears_nothing_remembers_nothing(two: tuple[Classroom, Entrance, Store]) -> None:
    """While the connection for news is lost, every session is looked up, so one that ended elsewhere has ended."""
    room, other, store = two
    until(lambda: store.hears_others or None)
    ann = room.joined("Ann").entered
    assert other.visitor(ann.session) == ann.viewer
    listener = store._listener
    assert listener
    listener._notice = lambda _: None  # the news is lost
    room.entrance.end(ann.session)
    assert other.visitor(ann.session) == ann.viewer
    listener.hears = False
    assert other.visitor(ann.session) is None


def test_a_lost_connection_is_noticed(
    two: tuple[Classroom, Entrance, Store], database_server: DatabaseServer, postgresql: str
) -> None:
    """A server whose connection for news is cut hears nothing until it has connected again."""
    _, _, store = two
    listener, states = store._listener, list[bool]()
    assert listener
    told = listener._notice

    def note(changed: frozenset[str]) -> None:
        states.append(store.hears_others)
        told(changed)

    listener._notice = note
    database_server.cut(postgresql)
    until(lambda: states or None)
    assert states[0] is False
    until(lambda: store.hears_others or None)
