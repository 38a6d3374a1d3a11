"""The map of responsibility as a state machine: in whatever order people write, never do two answer for one thing."""

import re
from collections.abc import Callable
from typing import Any

from hypothesis import settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, invariant, rule

from dlcourse.domain.packed_answers import unpacked
from dlcourse.domain.registers.happenings import Happening
from dlcourse.domain.responsibility.changes import decide
from dlcourse.domain.responsibility.messages import (
    EndShare,
    ResponsibilityCommand,
    SetShareAside,
    ShareOut,
    ShareWritten,
    TryStrain,
)
from dlcourse.domain.responsibility.record import MapRecord, map_record
from dlcourse.domain.responsibility.views import MapKnown, responsibility_view
from dlcourse.errors import CourseError
from tests.examples import examples

SOMEBODY = st.sampled_from(["ann", "ben"])
SHARE = st.sampled_from(["share-one", "share-two"])
NAMES = ("Ana", "Ben", "Cleo")
ANSWERS = st.one_of(
    st.sampled_from(["", *NAMES, "Ana (science)", "Ana, Ben", "Sandy", "Anderson"]),
    st.tuples(
        st.sampled_from(NAMES),
        st.sampled_from([" and ", "/", " & ", "\n", "; ", " AND ", " + "]),
        st.sampled_from(NAMES),
    ).map("".join),
)


class MapMachine(RuleBasedStateMachine):
    """Two people write, settle, end and test two pieces of leading."""

    def __init__(self) -> None:
        super().__init__()
        self.happened: tuple[Happening, ...] = ()
        self.texts: dict[str, str] = {}

    @property
    def record(self) -> MapRecord:
        """What it adds up to."""
        return map_record(self.happened)

    def say(self, by: str, make: Callable[[str], ResponsibilityCommand]) -> None:
        """Say it, and record what happens, or nothing if it is refused."""
        command = make(f"command-{len(self.happened)}")
        try:
            event = decide(command, self.record)
        except CourseError:
            return
        self.texts |= command.texts()
        self.happened = (*self.happened, Happening(event, by, f"2026-11-28T10:00:{len(self.happened):02}"))

    @rule(
        by=SOMEBODY,
        share=SHARE,
        after=st.integers(0, 4),
        settles=st.integers(0, 3),
        answers=ANSWERS,
        leads=st.sampled_from(["", "Ben", "Ana\nBen"]),
    )
    def share_out(self, by: str, **parts: Any) -> None:
        """Write a share, from any version."""
        self.say(by, lambda name: ShareOut(id=name, what="How reading is taught", **parts))

    @rule(by=SOMEBODY, share=SHARE, rival=st.integers(1, 4))
    def aside(self, by: str, share: str, rival: int) -> None:
        """Decide against a text."""
        self.say(by, lambda name: SetShareAside(id=name, share=share, rival=rival))

    @rule(by=SOMEBODY, share=SHARE)
    def end(self, by: str, share: str) -> None:
        """Take a share off the map."""
        self.say(by, lambda name: EndShare(id=name, share=share, words="It is done."))

    @rule(by=SOMEBODY, who=st.sampled_from(["", *NAMES]))
    def strain(self, by: str, who: str) -> None:
        """Put the map to the test."""
        self.say(by, lambda name: TryStrain(id=name, kind="away", who=who, expect="Nothing"))

    @invariant()
    def one_person_answers(self) -> None:
        """In every text that was ever saved, at most one person answers."""
        written = [each.event.words for each in self.happened if isinstance(each.event, ShareWritten)]
        for words in written:
            answers = unpacked(self.texts[words])["answers"]
            named = {name for name in NAMES if re.search(rf"\b{name}\b", answers)}
            assert len(named) <= 1
            assert not re.search(r"\b(?:and|or)\b|[/&;+\n]", answers, re.IGNORECASE)

    @invariant()
    def all_texts_are_kept_and_shown(self) -> None:
        """Every version of a share is still there, and the map can be shown."""
        record = self.record
        shares = [one.words for share in record.shares.values() for one in share.text.versions]
        assert len(shares) == len(set(shares))
        assert set(shares) <= self.texts.keys()
        view = responsibility_view(record, MapKnown(self.texts, {}, "2026-11-28"), "map")
        assert len(view.shares) == sum(not share.ended for share in record.shares.values())


TestMapMachine = MapMachine.TestCase
TestMapMachine.settings = settings(max_examples=examples(40), stateful_step_count=25, deadline=None)
