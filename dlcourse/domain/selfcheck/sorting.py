"""The sorting exercise: delegation, distribution or neither, and which of them a person confuses."""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from typing import Literal

from dlcourse.domain.selfcheck.situations import Key, KeySource, Kind, KindOf, Situation, SortingExercise
from dlcourse.domain.speech import Command, Event, Query, Value, View
from dlcourse.errors import CourseError


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

    ``told`` is the feedback for somebody who chose another kind; ``why_close`` is empty if the call is clear. ``key``
    answers the three questions.
    """

    result: Literal["best", "defensible", "other"]
    answer: Kind
    best: Kind
    told: str
    key: Key
    reason: str
    source: KeySource
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

    ``next`` is the situation to sort now: first each of them in turn, then the missed ones, then those for who wants
    more. It is None when all are sorted correctly. ``last`` is the one sorted just before. ``seen``, ``all`` and
    ``missed`` count those that everyone sorts. ``confusions`` are there once these were sorted.
    """

    exercise: str
    title: str
    kinds: tuple[KindOf, ...]
    questions: Key
    seen: int
    all: int
    missed: int
    more_seen: int
    more: int
    next: SituationCard | None
    last: SituationCard | None
    sorted: tuple[SituationCard, ...]
    confusions: tuple[Confusion, ...]


def sort(command: Sort, exercise: SortingExercise, past: Sequence[Sorted]) -> Sorted:
    """Record an answer; `CourseError` if the situation is not to be sorted now."""
    on_table = {situation.id for situation in _on_table(exercise, past)}
    if command.situation not in on_table:
        raise CourseError("situation", "it is not on the table now", "Sort the one that is shown.")
    return Sorted(situation=command.situation, answer=command.answer)


def sorting_view(exercise: SortingExercise, past: Sequence[Sorted]) -> SortingView:
    """The exercise after these answers. Answers to situations that were removed from the file are skipped."""
    past = [answer for answer in past if answer.situation in {each.id for each in exercise.every}]
    newest = {answer.situation: answer.answer for answer in past}
    cards = {each.id: _card(exercise, each, newest.get(each.id)) for each in exercise.every}
    waiting = _on_table(exercise, past)
    seen = _seen(exercise.situations, newest)
    return SortingView(
        exercise=exercise.id,
        title=exercise.title,
        kinds=exercise.kinds,
        questions=exercise.questions,
        seen=seen,
        all=len(exercise.situations),
        missed=len(_missed(exercise.situations, newest)),
        more_seen=_seen(exercise.more, newest),
        more=len(exercise.more),
        next=_card(exercise, waiting[0], None) if waiting else None,
        last=cards[past[-1].situation] if past else None,
        sorted=tuple(cards[each.id] for each in exercise.every if each.id in newest),
        confusions=confusions(exercise.every, past) if seen == len(exercise.situations) else (),
    )


def all_sorted(exercise: SortingExercise, past: Iterable[Sorted]) -> bool:
    """Whether every situation that everyone sorts was sorted at least once."""
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


def _on_table(exercise: SortingExercise, past: Sequence[Sorted]) -> list[Situation]:
    """The situations still to be sorted: those that everyone sorts until all are right, then the others."""
    return _waiting(exercise.situations, past) or _waiting(exercise.more, past)


def _waiting(situations: Sequence[Situation], past: Sequence[Sorted]) -> list[Situation]:
    """New situations in the author's order, then the missed ones, longest ago first."""
    order = {answer.situation: place for place, answer in enumerate(past)}
    newest = {answer.situation: answer.answer for answer in past}
    unseen = [each for each in situations if each.id not in newest]
    return unseen or sorted(_missed(situations, newest), key=lambda each: order[each.id])


def _seen(situations: Iterable[Situation], newest: Mapping[str, Kind]) -> int:
    return sum(situation.id in newest for situation in situations)


def _missed(situations: Iterable[Situation], newest: Mapping[str, Kind]) -> list[Situation]:
    return [each for each in situations if each.id in newest and not each.accepts(newest[each.id])]


def _card(exercise: SortingExercise, situation: Situation, answer: Kind | None) -> SituationCard:
    verdict = _verdict(exercise, situation, answer) if answer else None
    return SituationCard(id=situation.id, text=situation.text, verdict=verdict)


def _verdict(exercise: SortingExercise, situation: Situation, answer: Kind) -> Verdict:
    best = answer == situation.answer
    return Verdict(
        result="best" if best else "defensible" if situation.accepts(answer) else "other",
        answer=answer,
        best=situation.answer,
        told=situation.told(answer),
        key=situation.key,
        reason=situation.reason,
        source=exercise.source(situation),
        why_close=situation.why_close,
    )
