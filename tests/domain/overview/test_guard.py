"""The guard of figures about people: whatever is published over time, nobody can single out fewer than five people.

The attacker knows who is in a figure at any time, because finished sessions are shown by name. They keep every figure
that was ever published, and intersect and subtract the sets of people in them.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, invariant, precondition, rule

from dlcourse.domain.measured import Measured
from dlcourse.domain.overview.guard import FEWEST, FigureMoved, PublishedFigure, moved_on, next_move
from dlcourse.domain.speech import Event, decode, encode

Datum = tuple[str, int]
"""What one person answered at one time: their name, and how many times they had answered."""
PEOPLE = [f"person-{number}" for number in range(16)]
ANSWERS = {"first": ("a", "b", "c"), "second": ("yes", "no")}


def measured(version: int, answers: Iterable[str]) -> Measured:
    """What is measured of somebody who gave these answers."""
    return Measured(dict(zip(ANSWERS, answers, strict=True)), str(version))


def publish(figure: PublishedFigure, now: Mapping[str, Measured]) -> tuple[PublishedFigure, FigureMoved | None]:
    """Let the figure move on if it can; the event goes through JSON, as it does in a store."""
    move = next_move("sorting/x", figure, now)
    if move is None:
        return figure, None
    stored = decode(Event, encode(move))
    assert isinstance(stored, FigureMoved)
    return moved_on(figure, stored, "2026-01-01T00:00:00.000+00:00"), move


@dataclass
class Attacker:
    """Somebody who has seen every figure, and knows whose data was in it. ``seen`` has one set for each figure."""

    seen: list[frozenset[Datum]] = field(default_factory=list)

    def look(self, data: frozenset[Datum]) -> None:
        """Keep what is in a figure that is shown."""
        if data not in self.seen:
            self.seen.append(data)

    def smallest(self) -> int:
        """The fewest people in any part that can be cut out of all these figures by intersecting and subtracting.

        Data that is in exactly the same figures cannot be told apart, so these parts are what is left in the end.
        """
        parts = dict[tuple[bool, ...], set[str]]()
        for datum in frozenset[Datum]().union(*self.seen):
            parts.setdefault(tuple(datum in figure for figure in self.seen), set()).add(datum[0])
        return min(map(len, parts.values()), default=FEWEST)


class AttackedFigure(RuleBasedStateMachine):
    """People answer, change their answers, leave, come back and erase their work, and somebody looks on."""

    def __init__(self) -> None:
        """Start with nobody."""
        super().__init__()
        self.now: dict[str, Measured] = {}
        self.versions = dict.fromkeys(PEOPLE, 0)
        self.figure = PublishedFigure()
        self.attacker = Attacker()
        self.data: dict[Datum, Measured] = {}
        self.inside: frozenset[Datum] = frozenset()

    @initialize(many=st.integers(0, 16))
    def some_have_answered(self, many: int) -> None:
        """Some people answer before anybody looks."""
        for person in PEOPLE[:many]:
            self._answer(person, ("a", "yes"))

    @rule(person=st.sampled_from(PEOPLE), answers=st.tuples(*map(st.sampled_from, ANSWERS.values())))
    def answer(self, person: str, answers: tuple[str, str]) -> None:
        """Somebody answers for the first time, or anew, or once more the same."""
        self._answer(person, answers)

    @rule(people=st.sets(st.sampled_from(PEOPLE), min_size=3, max_size=9), answer=st.sampled_from("abc"))
    def many_answer(self, people: set[str], answer: str) -> None:
        """Several answer before anybody looks again."""
        for person in sorted(people):
            self._answer(person, (answer, "no"))

    @precondition(lambda self: self.now)
    @rule(data=st.data())
    def leave(self, data: st.DataObject) -> None:
        """Somebody leaves, or erases their work; they may come back with what they had answered, or anew."""
        del self.now[data.draw(st.sampled_from(sorted(self.now)))]

    @rule(people=st.sets(st.sampled_from(PEOPLE), min_size=5, max_size=12))
    def many_leave(self, people: set[str]) -> None:
        """Several leave before anybody looks again."""
        self.now = {person: each for person, each in self.now.items() if person not in people}

    @rule(people=st.sets(st.sampled_from(PEOPLE), min_size=1, max_size=6))
    def come_back(self, people: set[str]) -> None:
        """People who left are back, with the answers that they had."""
        for person in sorted(people):
            if person not in self.now and self.versions[person]:
                self.now[person] = self.data[person, self.versions[person]]

    @rule()
    def look(self) -> None:
        """Somebody looks at the figure; that is when it moves on if it can."""
        self.figure, move = publish(self.figure, self.now)
        if move:
            gone = {person for part in move.taken for person in part.people}
            added = move.added.people if move.added else ()
            kept = {datum for datum in self.inside if datum[0] not in gone}
            self.inside = frozenset(kept | {(person, self._version(person)) for person in added})
        if self.figure.people:
            self.attacker.look(self.inside)

    @invariant()
    def nobody_is_singled_out(self) -> None:
        """No intersection or difference of published figures is about fewer than five people, but not none."""
        assert self.attacker.smallest() >= FEWEST

    @invariant()
    def the_figure_is_what_was_published(self) -> None:
        """The counts are those of the data in the figure, each person once; it is about nobody, or at least five."""
        assert self.figure.people == len(self.inside) == len({person for person, _ in self.inside})
        assert self.figure.people == 0 or self.figure.people >= FEWEST
        for question, answer in ((question, answer) for question, all_ in ANSWERS.items() for answer in all_):
            number = sum(self.data[datum].answers[question] == answer for datum in self.inside)
            assert self.figure.counts.get(question, {}).get(answer, 0) == number

    def _answer(self, person: str, answers: tuple[str, str]) -> None:
        self.versions[person] += 1
        self.now[person] = self.data[person, self.versions[person]] = measured(self.versions[person], answers)

    def _version(self, person: str) -> int:
        return int(self.now[person].mark)


TestAttackedFigure = AttackedFigure.TestCase
TestAttackedFigure.settings = settings(max_examples=150, stateful_step_count=40, derandomize=True)


def test_a_guard_that_only_counts_would_be_broken() -> None:
    """The attack finds what a guard lets through that compares each figure only with the one before it."""
    attacker = Attacker()
    first = frozenset((person, 1) for person in PEOPLE[:10])
    second = first | {(person, 1) for person in PEOPLE[10:15]}
    third = second - {(person, 1) for person in PEOPLE[10:14]} | {("person-15", 1)}
    for figure in (first, second, third):
        attacker.look(figure)
    assert all(len(one ^ other) >= FEWEST for one, other in ((first, second), (second, third)))
    assert attacker.smallest() == 1


@pytest.mark.parametrize("many", [1, 4])
def test_fewer_than_five_people_are_not_shown(many: int) -> None:
    """Nothing is published about fewer than five people."""
    figure, move = publish(PublishedFigure(), {person: measured(1, ("a", "yes")) for person in PEOPLE[:many]})
    assert (figure.people, move) == (0, None)


def test_a_figure_moves_on_by_five() -> None:
    """Of five people all are shown, of nine still five, and of ten all ten."""
    now = {person: measured(1, ("a", "yes")) for person in PEOPLE}
    figure, seen = PublishedFigure(), []
    for many in (5, 9, 10):
        figure, _ = publish(figure, {person: now[person] for person in PEOPLE[:many]})
        seen.append((figure.people, figure.counts["first"]["a"]))
    assert seen == [(5, 5), (5, 5), (10, 10)]


@given(left=st.integers(0, 12))
def test_leaving_moves_nothing_until_five_have_left(left: int) -> None:
    """Whoever left is counted as before until five have, and at least five or nobody would remain of their cell."""
    now = {person: measured(1, ("a", "yes")) for person in PEOPLE[:12]}
    figure, _ = publish(PublishedFigure(), now)
    after, _ = publish(figure, dict(list(now.items())[left:]))
    assert after.people == (12 - left if left in {0, 5, 6, 7, 12} else 12)


def test_changed_answers_replace_the_old_ones_once() -> None:
    """Five people who answer anew are counted once, with their new answers."""
    now = {person: measured(1, ("a", "yes")) for person in PEOPLE[:10]}
    figure, _ = publish(PublishedFigure(), now)
    now |= {person: measured(2, ("b", "yes")) for person in PEOPLE[:5]}
    after, _ = publish(figure, now)
    assert (after.people, after.counts["first"]) == (10, {"a": 5, "b": 5})


def test_a_question_that_some_were_not_asked_is_left_out() -> None:
    """If one of five was not asked a question, its counts are missing, because they would be about four people."""
    now = {person: measured(1, ("a", "yes")) for person in PEOPLE[:5]}
    now[PEOPLE[0]] = Measured({"first": "a"}, "1")
    figure, _ = publish(PublishedFigure(), now)
    assert figure.counts == {"first": {"a": 5}}


def test_a_mark_that_lies_takes_nothing_out() -> None:
    """If somebody's answers changed without their mark, nothing is subtracted that was not in the figure."""
    now = {person: measured(1, ("a", "yes")) for person in PEOPLE[:10]}
    figure, _ = publish(PublishedFigure(), now)
    changed = {person: measured(1, ("c", "yes")) for person in PEOPLE[:5]}
    after, move = publish(figure, changed)
    assert (after, move) == (figure, None)
