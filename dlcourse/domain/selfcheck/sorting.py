"""The sorting exercise: delegation, distribution or neither, and which of them a person confuses."""

import hashlib
from collections import Counter
from collections.abc import Iterable, Sequence
from typing import Literal

from dlcourse.domain.speech import Command, Event, Query, Value, View
from dlcourse.errors import CourseError

Kind = Literal["delegation", "distribution", "neither"]
KINDS: tuple[Kind, ...] = ("delegation", "distribution", "neither")


class Situation(Value):
    """A short situation, the answer that fits best, and the feedback for each answer.

    A ``close`` call names the other answer that can be defended (``also``) and what it depends on (``why_close``).
    """

    id: str
    text: str
    answer: Kind
    close: bool
    reason: str
    principles: tuple[str, ...]
    also: Kind | None = None
    why_close: str = ""
    if_delegation: str = ""
    if_distribution: str = ""
    if_neither: str = ""

    def accepts(self, answer: Kind) -> bool:
        """Whether the answer is the one that fits best, or can be defended."""
        return answer in {self.answer, self.also}

    def told(self, answer: Kind) -> str:
        """The feedback for this answer if another fits better; empty for the best one."""
        told = {"delegation": self.if_delegation, "distribution": self.if_distribution, "neither": self.if_neither}
        return told[answer]


class KindOf(Value):
    """One of the three kinds, with its name and a sentence about it."""

    id: Kind
    name: str
    short: str


class SortingExercise(Value):
    """The whole exercise as its author wrote it."""

    id: str
    title: str
    kinds: tuple[KindOf, ...]
    situations: tuple[Situation, ...]


class Sort(Command):
    """Sort a situation. It may be sorted again; the newest answer counts."""

    exercise: str
    situation: str
    answer: Kind


class Sorting(Query):
    """The exercise as far as I am."""

    exercise: str


class Sorted(Event):
    """A situation was sorted."""

    situation: str
    answer: Kind


class Verdict(Value):
    """The verdict on an answer: it fits best, can be defended, or another fits better; and why.

    ``told`` is the feedback for somebody who chose another kind; ``why_close`` is empty if the call is clear.
    """

    result: Literal["best", "defensible", "other"]
    answer: Kind
    best: Kind
    told: str
    reason: str
    why_close: str


class SituationCard(Value):
    """A situation; ``verdict`` is None until it is sorted, so that the answer is not revealed."""

    id: str
    text: str
    verdict: Verdict | None


class Confusion(Value):
    """Two kinds that a person confused ``times`` times at first sight."""

    taken_for: Kind
    was: Kind
    times: int


class SortingView(View):
    """The exercise so far.

    ``next`` is the situation to sort now: first each of them in turn, then the missed ones, until none is left. It is
    None when all are sorted correctly. ``last`` is the one sorted just before. ``confusions`` are there once all were
    sorted.
    """

    exercise: str
    title: str
    kinds: tuple[KindOf, ...]
    seen: int
    all: int
    missed: int
    next: SituationCard | None
    last: SituationCard | None
    sorted: tuple[SituationCard, ...]
    confusions: tuple[Confusion, ...]


def sort(command: Sort, situations: Sequence[Situation], past: Sequence[Sorted]) -> Sorted:
    """Record an answer; `CourseError` if the situation is not to be sorted now."""
    on_table = {card.id for card in _on_table(situations, past)}
    if command.situation not in on_table:
        raise CourseError("situation", "it is not on the table now", "Sort the one that is shown.")
    return Sorted(situation=command.situation, answer=command.answer)


def sorting_view(exercise: SortingExercise, past: Sequence[Sorted]) -> SortingView:
    """The exercise after these answers. Answers to situations that were removed from the file are skipped."""
    situations = exercise.situations
    past = [answer for answer in past if answer.situation in {each.id for each in situations}]
    newest = {answer.situation: answer.answer for answer in past}
    waiting = _on_table(situations, past)
    seen = sum(situation.id in newest for situation in situations)
    cards = {each.id: _card(each, newest.get(each.id)) for each in situations}
    return SortingView(
        exercise=exercise.id,
        title=exercise.title,
        kinds=exercise.kinds,
        seen=seen,
        all=len(situations),
        missed=sum(not each.accepts(newest[each.id]) for each in situations if each.id in newest),
        next=_card(waiting[0], None) if waiting else None,
        last=cards[past[-1].situation] if past else None,
        sorted=tuple(cards[each.id] for each in situations if each.id in newest),
        confusions=confusions(situations, past) if seen == len(situations) else (),
    )


def all_sorted(exercise: SortingExercise, past: Iterable[Sorted]) -> bool:
    """Whether every situation was sorted at least once."""
    return {situation.id for situation in exercise.situations} <= {answer.situation for answer in past}


def confusions(situations: Sequence[Situation], past: Iterable[Sorted]) -> tuple[Confusion, ...]:
    """The kinds that were confused at first sight, most frequent first."""
    first: dict[str, Kind] = {}
    for answer in past:
        first.setdefault(answer.situation, answer.answer)
    pairs = Counter(
        (first[each.id], each.answer) for each in situations if each.id in first and not each.accepts(first[each.id])
    )
    ranked = sorted(pairs.items(), key=lambda pair: (-pair[1], pair[0]))
    return tuple(Confusion(taken_for=given, was=right, times=times) for (given, right), times in ranked)


def _on_table(situations: Sequence[Situation], past: Sequence[Sorted]) -> list[Situation]:
    """The situations still to be sorted: new ones in mixed order, then the missed ones, longest ago first."""
    order = {answer.situation: place for place, answer in enumerate(past)}
    newest = {answer.situation: answer.answer for answer in past}
    unseen = sorted((each for each in situations if each.id not in newest), key=_shuffled)
    missed = [each for each in situations if each.id in newest and not each.accepts(newest[each.id])]
    return unseen or sorted(missed, key=lambda each: order[each.id])


def _shuffled(situation: Situation) -> bytes:
    """A mixed order: authors keep similar situations together in the file."""
    return hashlib.sha256(situation.id.encode()).digest()


def _card(situation: Situation, answer: Kind | None) -> SituationCard:
    return SituationCard(id=situation.id, text=situation.text, verdict=_verdict(situation, answer) if answer else None)


def _verdict(situation: Situation, answer: Kind) -> Verdict:
    best = answer == situation.answer
    return Verdict(
        result="best" if best else "defensible" if situation.accepts(answer) else "other",
        answer=answer,
        best=situation.answer,
        told=situation.told(answer),
        reason=situation.reason,
        why_close=situation.why_close,
    )
