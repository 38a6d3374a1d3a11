"""Only what follows from something new is computed again, and always equals what would be computed from all events."""

from collections import Counter
from collections.abc import Callable
from contextlib import closing
from tempfile import TemporaryDirectory

import pytest
from hypothesis import Phase, given, settings
from hypothesis import strategies as st

from dlcourse import files
from dlcourse.content.library import Library
from dlcourse.domain.viewer import Viewer
from dlcourse.handlers.context import ReadContext
from dlcourse.handlers.jobs import Jobs
from dlcourse.handlers.overview.known_parts import KnownParts
from dlcourse.handlers.overview.projections import _computed, computed
from dlcourse.handlers.overview.records import RECORDS, PersonRecord, record_of
from dlcourse.store import ReadTransaction, Store
from tests.handlers.overview.test_records import PEOPLE, STEPS, Learner

LIBRARY = Library(files.data(), [])
OF_NO_STREAM = ("drafts", "draft", "credentials", "since", "latest", "also_in", "streams_with", "work")
"""What a transaction reads without noting of which streams it comes. Words, too, but no record is made of words."""


def context(store: Store, transaction: ReadTransaction, person: str) -> ReadContext:
    """What a handler is given."""
    return ReadContext(transaction, Viewer(person), LIBRARY, Jobs(store, lambda _: person))


def record_now(store: Store, person: str, known: KnownParts) -> PersonRecord:
    """The record of this person, with what is known of its parts."""
    asked = store.read(lambda transaction: context(store, transaction, person))
    return next(computed(RECORDS, asked, [person], known))[person][0]


@settings(max_examples=12, phases=[Phase.generate])
@given(st.lists(st.tuples(st.sampled_from(PEOPLE), st.sampled_from(list(STEPS))), min_size=4, max_size=12))
def test_known_parts_change_nothing(steps: list[tuple[str, str]]) -> None:
    """After each thing that somebody does, erases or brings back, all records are those of now."""
    with TemporaryDirectory() as folder, closing(Store.open(f"sqlite:///{folder}/course.db")) as store:
        people, known, at_once = {name: Learner(store, name) for name in PEOPLE}, KnownParts(), KnownParts()
        single = dict[str, PersonRecord]()
        for name, step in steps:
            STEPS[step](people[name])
            for each in PEOPLE:
                now = store.read(lambda reading, each=each: record_of(context(store, reading, each)))  # type: ignore[misc]
                assert record_now(store, each, known) == now
                single[each] = now
            together = store.read(
                lambda reading: _computed(RECORDS, context(store, reading, ""), list(PEOPLE), at_once, reading)
            )
            assert {person: record for person, (record, _) in together.items()} == single


def test_what_did_not_change_is_not_computed_again(store: Store, monkeypatch: pytest.MonkeyPatch) -> None:
    """Somebody who only plays is asked again for what their plays say, and not for the rest."""
    ann, known, asked = Learner(store, "ann"), KnownParts(), Counter[str]()
    ann.introduce()
    record_now(store, "ann", known)
    once = ReadTransaction.once

    def counted(reading: ReadTransaction, key: tuple[str, ...], read: Callable[[], object]) -> object:
        def counting() -> object:
            asked[key[0]] += 1
            return read()

        return once(reading, key, counting)

    monkeypatch.setattr(ReadTransaction, "once", counted)
    record_now(store, "ann", known)
    assert asked["part"] == 0
    ann.whole_play()
    asked.clear()
    record_now(store, "ann", known)
    after_a_play = asked["part"]
    record_now(store, "ann", KnownParts())
    assert 0 < after_a_play < (asked["part"] - after_a_play) / 3


def test_a_record_follows_from_streams_alone(store: Store, monkeypatch: pytest.MonkeyPatch) -> None:
    """Whatever else a transaction can read, no record asks for it, since nobody would notice that it has changed."""
    ann = Learner(store, "ann")
    for step in ("introduce", "part 0", "part 1", "play"):
        STEPS[step](ann)
    for name in OF_NO_STREAM:
        monkeypatch.setattr(ReadTransaction, name, None)
    assert record_now(store, "ann", KnownParts()).done
