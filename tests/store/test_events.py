"""What is recorded, how it is found, and what happens if a command is sent twice."""

from collections.abc import Iterator
from contextlib import closing
from datetime import UTC, datetime, timedelta, timezone
from typing import Any

import pytest
from sqlalchemy import event
from sqlalchemy.exc import IntegrityError

from dlcourse.domain.speech import MINE, Recorded
from dlcourse.errors import CourseError
from dlcourse.store import Store, StoredDraft, StoredEvent, StreamSummary, drafts_topic
from tests.store.samples import Tallied, commands, drafting, run, saying, seal


class Clock:
    """A clock that moves forward one minute each time it is read."""

    def __init__(self) -> None:
        """Start on a summer evening, in a time zone east of Greenwich."""
        self.now = datetime(2030, 6, 1, 1, 0, tzinfo=timezone(timedelta(hours=2)))

    def __call__(self) -> datetime:
        """The time."""
        self.now += timedelta(minutes=1)
        return self.now


@pytest.fixture
def dated(url: str) -> Iterator[Store]:
    """Open a store with this clock."""
    with closing(Store.open(url, Clock())) as opened:
        yield opened


def test_events_come_back_in_order_as_they_were(dated: Store) -> None:
    """An event is read back with its stream, version, command, actor, and the time in UTC."""
    dated.write(lambda w: w.append("play/1", 0, "c1", "ann", [Tallied(n=1), Tallied(n=2, text="t")]))
    at = "2030-05-31T23:01:00.000+00:00"
    assert dated.read(lambda r: r.events("play/1")) == (
        StoredEvent("play/1", 1, "c1", "ann", Tallied(n=1), at),
        StoredEvent("play/1", 2, "c1", "ann", Tallied(n=2, text="t"), at),
    )


def test_only_later_events_are_read(store: Store) -> None:
    """Reading after a version returns only later events."""
    store.write(saying("s", "c1", events=5))
    assert [kept.version for kept in store.read(lambda r: r.events("s", after=3))] == [4, 5]


def test_a_stream_is_read_once_in_a_transaction(store: Store) -> None:
    """A transaction that only reads asks once for a stream, and not for no words; one that writes sees its events."""
    store.write(saying("s", "c1"))
    asked = list[str]()

    def count(*heard: Any) -> None:
        asked.append(heard[2])

    event.listen(store._database.engine, "before_cursor_execute", count)
    for _ in range(2):
        first, again = store.read(lambda reading: (reading.events("s"), reading.events("s")))
        assert first == again
    assert len([statement for statement in asked if "FROM events" in statement]) == 2
    assert store.read(lambda reading: reading.texts(())) == {}
    assert not [statement for statement in asked if "FROM texts" in statement]
    lengths = store.write(lambda writing: [saying("s", f"c{n}")(writing).version for n in (2, 3)])
    assert lengths == [2, 3]


def test_a_stream_nobody_began_is_empty(store: Store) -> None:
    """An unknown stream has no events, and is no error."""
    assert store.read(lambda r: r.events("nowhere")) == ()


def test_the_answer_tells_stream_length_and_time(dated: Store) -> None:
    """The answer to a command says the new length of the stream."""
    expected = Recorded(stream="s", version=3, at="2030-05-31T23:01:00.000+00:00")
    assert dated.write(saying("s", "c1", events=3)) == expected


def test_a_command_sent_twice_is_recorded_once(dated: Store) -> None:
    """The second time, the first answer comes again and nothing is added, whatever length is expected."""
    first = dated.write(lambda w: w.append("s", 0, "c1", "ann", [Tallied(n=1)], {"t1": "words"}))
    again = dated.write(lambda w: w.append("s", 0, "c1", "ann", [Tallied(n=1)], {"t1": "words"}))
    assert again == first
    assert dated.read(commands("s")) == ["c1"]


def test_the_same_id_of_somebody_else_is_another_command(store: Store) -> None:
    """Two people may choose the same id."""
    store.write(saying("s", "c1", "ann"))
    store.write(saying("s", "c1", "ben"))
    assert [kept.actor for kept in store.read(lambda r: r.events("s"))] == ["ann", "ben"]


def test_what_a_command_recorded_can_be_asked(store: Store) -> None:
    """What a command recorded is found by actor and id; None if it recorded nothing."""
    answer = store.write(saying("s", "c1", events=2))
    assert store.read(lambda r: r.recorded("ann", "c1")) == answer
    assert store.read(lambda r: r.recorded("ben", "c1")) is None


def test_the_database_itself_refuses_a_command_twice(store: Store, url: str) -> None:
    """Even a program that does not check first cannot record a command or a version twice."""
    store.write(saying("s", "c1"))
    columns = "stream, version, actor, command, part, kind, body, at"
    copy = f"INSERT INTO events ({columns}) SELECT {{}}, kind, body, at FROM events"
    for row in ("'other', 1, actor, command, part", "stream, version, actor, 'c2', part"):
        with pytest.raises(IntegrityError):
            run(url, copy.format(row))


def test_a_stream_that_changed_meanwhile_refuses(store: Store) -> None:
    """Appending after a version that is not the last any more is refused and changes nothing."""
    store.write(saying("s", "c1"))
    for expected in (0, 2):
        with pytest.raises(CourseError, match="s: it has changed in the meantime"):
            store.write(saying("s", "c2", expected=expected))
    assert store.read(commands("s")) == ["c1"]


def test_a_command_goes_to_one_stream(store: Store) -> None:
    """Appending twice with one command in the same work is a programming error."""
    with pytest.raises(ValueError, match="one command"):
        store.write(lambda w: (w.append("a", 0, "c", "ann", []), w.append("b", 0, "c", "ann", [])))


def test_nothing_happened_is_recorded_as_nothing(store: Store) -> None:
    """A command without events leaves no trace, and its answer has the unchanged length."""
    assert store.write(saying("s", "c1", events=0)).version == 0
    assert store.read(lambda r: r.recorded("ann", "c1")) is None


def test_streams_are_those_that_one_began(dated: Store) -> None:
    """A person's streams under a prefix are listed, the latest first, with length, start and last change."""
    for stream, command, actor in [
        ("play/a", "1", "ann"),
        ("play/b", "1", "ben"),
        ("play/c", "2", "ann"),
        ("Play/d", "3", "ann"),
        ("log/e", "4", "ann"),
        ("play/a", "2", "ben"),
    ]:
        dated.write(saying(stream, command, actor))
    minute = "2030-05-31T23:0{}:00.000+00:00".format
    assert dated.read(lambda r: r.streams("play/", "ann")) == (
        StreamSummary("play/c", 1, minute(3), minute(3)),
        StreamSummary("play/a", 2, minute(1), minute(6)),
    )


def test_personal_text_stands_apart(store: Store, url: str) -> None:
    """Texts are found by id, and no event contains them."""
    store.write(lambda w: w.append("s", 0, "c1", "ann", [Tallied(n=1, text="t1")], {"t1": "secret", "t2": "too"}))
    assert store.read(lambda r: (r.text("t1"), r.text("none"))) == ("secret", None)
    assert store.read(lambda r: r.texts(["t1", "t2", "none"])) == {"t1": "secret", "t2": "too"}
    assert "secret" not in str(run(url, "SELECT * FROM events"))


def test_nobody_overwrites_a_text(store: Store) -> None:
    """An id of a text that is already used is refused, and the first text stays."""
    store.write(lambda w: w.append("s", 0, "c1", "ann", [Tallied(n=1)], {"t": "mine"}))
    with pytest.raises(CourseError, match="recorded already"):
        store.write(lambda w: w.append("s", 1, "c2", "ben", [Tallied(n=1)], {"t": "yours"}))
    assert store.read(lambda r: (r.text("t"), len(r.events("s")))) == ("mine", 1)


@pytest.mark.parametrize("words", ["a\0b", "a\ud800b"])
def test_signs_that_no_database_keeps_are_refused(store: Store, words: str) -> None:
    """A NUL and half a surrogate pair are refused with a reason, in a text and in a draft."""
    for work in (
        lambda w: w.append("s", 0, "c1", "ann", [Tallied(n=1)], {"t": words}),
        lambda w: w.keep_draft("ann", "k", words),
    ):
        with pytest.raises(CourseError, match="cannot be stored"):
            store.write(work)


@pytest.mark.parametrize("words", ["", "<script>", "שלום 🙂 ", "x" * 1_000_000])
def test_any_other_text_comes_back_unchanged(store: Store, words: str) -> None:
    """Texts in any script or direction, with emoji or very long, are read back unchanged."""
    store.write(lambda w: w.append("s", 0, "c1", "ann", [Tallied(n=1)], {"t": words}))
    store.write(lambda w: w.keep_draft("ann", "k", words))
    assert store.read(lambda r: r.text("t")) == words
    draft = store.read(lambda r: r.draft("ann", "k"))
    assert draft is not None
    assert draft.words == words


def test_a_draft_is_one_row_overwritten(dated: Store, url: str) -> None:
    """A draft is replaced by the newer one; other owners and keys have their own drafts."""
    for owner, key, words in [("ann", "k", "one"), ("ann", "k", "two"), ("ben", "k", "three")]:
        dated.write(drafting(owner, key, words))
    assert dated.read(lambda r: r.draft("ann", "k")) == StoredDraft("two", "2030-05-31T23:02:00.000+00:00")
    assert dated.read(lambda r: r.draft("ann", "other")) is None
    assert run(url, "SELECT count(*) FROM drafts") == [(2,)]


def test_a_draft_can_be_dropped(store: Store) -> None:
    """A deleted draft is gone, and deleting one that does not exist is no error."""
    store.write(lambda w: w.keep_draft("ann", "k", "one"))
    for _ in range(2):
        store.write(lambda w: w.drop_draft("ann", "k"))
    assert store.read(lambda r: r.draft("ann", "k")) is None


def test_watchers_hear_names_after_the_commit(store: Store) -> None:
    """A watcher hears which streams and drafts changed, and through whom; not of refused commands or reads."""
    heard: list[frozenset[str]] = []
    stop = store.on_commit(heard.append)
    store.write(saying("a", "c1"))
    store.write(lambda w: w.keep_draft("ann", "k", "words"))
    store.write(saying("a", "c1"))
    with pytest.raises(CourseError):
        store.write(saying("a", "c2", expected=7))
    store.write(
        lambda w: (w.append("x", 0, "c3", "ann", [Tallied(n=1)]), w.append("y", 0, "c4", "ann", [Tallied(n=1)]))
    )
    store.write(lambda _: None)
    stop()
    store.write(saying("a", "c5"))
    store.close()
    ann = MINE + "ann"
    assert heard == [{"a", ann}, {drafts_topic("ann")}, {"x", "y", ann}]


def fail(_: frozenset[str]) -> None:
    """Be a watcher that fails."""
    raise SystemExit


def test_a_watcher_may_read_and_may_fail(store: Store, caplog: pytest.LogCaptureFixture) -> None:
    """A watcher can read what it was notified of, and one that fails does not affect writers or other watchers."""
    seen: list[list[str]] = []
    store.on_commit(fail)
    store.on_commit(lambda _: seen.append(store.read(commands("a"))))
    store.on_commit(lambda _: store.write(lambda _: None))
    for command in ("c1", "c2"):
        store.write(saying("a", command))
    store.close()
    assert seen == [["c1"], ["c1", "c2"]]
    assert "wait for itself" in caplog.text


def test_an_event_of_another_version_is_named(store: Store, url: str) -> None:
    """The error for an event that this version of the course cannot read says where it is."""
    store.write(saying("s", "c1"))
    run(url, "UPDATE events SET kind = 'Unheard'")
    seal(url)
    with pytest.raises(CourseError, match="s, step 1: this version of the course cannot read 'Unheard'"):
        store.read(lambda r: r.events("s"))


def test_a_store_opened_again_is_the_same(url: str) -> None:
    """Events and the home's person are there after closing and opening."""
    first = Store.open(url)
    first.write(saying("s", "c1"))
    first.close()
    second = Store.open(url)
    assert second.read(commands("s")) == ["c1"]
    assert second.person == first.person
    assert datetime.fromisoformat(second.read(lambda r: r.events("s"))[0].at).tzinfo == UTC
    second.close()
