"""Any sequence of commands, repeated, conflicting or refused, compared with a model made of dictionaries."""

import tempfile
from collections.abc import Callable

import pytest
from hypothesis import settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, invariant, precondition, rule, run_state_machine_as_test

from dlcourse.domain.speech import Event, Recorded
from dlcourse.errors import CourseError
from dlcourse.store import ReadTransaction, Store, WriteTransaction
from tests.database_server import DatabaseServer
from tests.store.samples import Tallied, drafting

ACTORS = st.sampled_from(["ann", "ben"])
STREAMS = st.sampled_from(["play/a", "play/b", "log/a"])
COMMANDS = st.sampled_from([f"c{n}" for n in range(8)])
KEYS = st.sampled_from(["k", "l"])
Row = tuple[str, str, int]


class Refusal(Exception):  # noqa: N818  # what a work raises for reasons of its own
    """The refusal of a piece of work."""


class Life(RuleBasedStateMachine):
    """People who append, repeat themselves, conflict with each other and come back."""

    def __init__(self) -> None:
        """Start with an empty store."""
        super().__init__()
        self.folder = tempfile.TemporaryDirectory()
        self.address = self.new_address()
        self.store = Store.open(self.address)
        self.person = self.store.person
        self.streams: dict[str, list[Row]] = {}
        self.answers: dict[tuple[str, str], tuple[str, int]] = {}
        self.texts: dict[str, tuple[str, str]] = {}
        self.drafts: dict[tuple[str, str], str] = {}

    @rule(
        stream=STREAMS,
        actor=ACTORS,
        command=COMMANDS,
        behind=st.integers(-1, 1),
        many=st.integers(0, 3),
        words=st.text(max_size=8),
    )
    def append(  # noqa: PLR0917
        self, stream: str, actor: str, command: str, behind: int, many: int, words: str
    ) -> None:
        """Append an event that may be new, a repetition or a conflict, or has a text that cannot be stored."""
        length = len(self.streams.get(stream, []))
        text_id = f"{actor}-{command}-{stream}-{length}"
        work = appending(stream, length + behind, command, actor, many, {text_id: words})
        if (actor, command) in self.answers:
            answer = self.store.write(work)
            assert (answer.stream, answer.version) == self.answers[actor, command]
        elif behind or "\0" in words or text_id in self.texts:
            with pytest.raises(CourseError):
                self.store.write(work)
        else:
            assert self.store.write(work).version == length + many
            self.texts[text_id] = (actor, words)
            self.remember(stream, actor, command, many)

    @rule(stream=STREAMS, actor=ACTORS, command=COMMANDS)
    def refuse(self, stream: str, actor: str, command: str) -> None:
        """Work that changes a lot and then refuses has changed nothing."""

        def work(writing: WriteTransaction) -> None:
            length = len(writing.events(stream))
            writing.append(stream, length, command, actor, [Tallied(n=9)], {"refused": "words"})
            writing.keep_draft(actor, "k", "refused")
            writing.erase_texts(actor)
            raise Refusal

        with pytest.raises(Refusal):
            self.store.write(work)

    @rule(owner=ACTORS, key=KEYS, words=st.text(st.characters(exclude_characters="\0", exclude_categories=["Cs"])))
    def draft(self, owner: str, key: str, words: str) -> None:
        """Store a draft."""
        self.store.write(drafting(owner, key, words))
        self.drafts[owner, key] = words

    @rule(owner=ACTORS, key=KEYS)
    def drop(self, owner: str, key: str) -> None:
        """Drop a draft."""
        self.store.write(lambda w: w.drop_draft(owner, key))
        self.drafts.pop((owner, key), None)

    @rule(owner=ACTORS)
    def erase(self, owner: str) -> None:
        """Erase somebody's texts."""
        self.store.write(lambda w: w.erase_texts(owner))
        self.texts = {key: text for key, text in self.texts.items() if text[0] != owner}

    @precondition(lambda self: self.streams)
    @rule()
    def reopen(self) -> None:
        """Close the store and open it again."""
        self.store.close()
        self.store = Store.open(self.address)
        assert self.store.person == self.person

    @invariant()
    def everything_is_as_remembered(self) -> None:
        """Streams, answers, texts, drafts and lists match the model."""
        self.store.read(self.compare)

    def compare(self, reading: ReadTransaction) -> None:
        """Compare everything in one transaction."""
        for stream in ("play/a", "play/b", "log/a"):
            kept = reading.events(stream)
            assert [(k.actor, k.command, count(k.event)) for k in kept] == self.streams.get(stream, [])
            assert [k.version for k in kept] == list(range(1, len(kept) + 1))
        for actor in ("ann", "ben"):
            begun = {stream.stream: stream.version for stream in reading.streams("play/", actor)}
            rows = {stream: rows for stream, rows in self.streams.items() if stream.startswith("play/")}
            assert begun == {stream: len(row) for stream, row in rows.items() if row[0][0] == actor}
            for key in ("k", "l"):
                draft = reading.draft(actor, key)
                assert (draft.words if draft else None) == self.drafts.get((actor, key))
            for command in (f"c{n}" for n in range(8)):
                found = reading.recorded(actor, command)
                assert (found and (found.stream, found.version)) == self.answers.get((actor, command))
        assert reading.texts([*self.texts, "refused"]) == {key: words for key, (_, words) in self.texts.items()}

    def teardown(self) -> None:
        """Remove the folder."""
        self.store.close()
        self.folder.cleanup()

    def new_address(self) -> str:
        """The address of an empty store."""
        return f"sqlite:///{self.folder.name}/course.db"

    def remember(self, stream: str, actor: str, command: str, many: int) -> None:
        """Note what was recorded."""
        if many:
            rows = self.streams.setdefault(stream, [])
            rows.extend((actor, command, n) for n in range(many))
            self.answers[actor, command] = (stream, len(rows))


def appending(  # noqa: PLR0917
    stream: str, expected: int, command: str, actor: str, events: int, texts: dict[str, str]
) -> Callable[[WriteTransaction], Recorded]:
    """Return the work that appends."""
    return lambda w: w.append(stream, expected, command, actor, [Tallied(n=n) for n in range(events)], texts)


def count(event: Event) -> int:
    """The number in an event."""
    assert isinstance(event, Tallied)
    return event.n


TestLife = pytest.mark.slow(Life.TestCase)
TestLife.settings = settings(max_examples=20, stateful_step_count=30, deadline=None)


@pytest.mark.slow
def test_a_server_is_like_the_model(database_server: DatabaseServer) -> None:
    """Any sequence of commands gives on a database server what it gives in the model."""

    class OnServer(Life):
        """The same on a server."""

        def new_address(self) -> str:
            """A schema on the server."""
            return database_server.fresh_schema()

    run_state_machine_as_test(OnServer, settings=settings(max_examples=3, stateful_step_count=30, deadline=None))
