"""The situational judgment task: one form before the course, the other after it, and both results side by side.

An answer cannot be changed. What speaks for each answer is shown only once all eight are given, and only for the form
that was answered.
"""

from collections.abc import Iterable, Mapping, Sequence
from typing import Literal, get_args

from pydantic import Field

from dlcourse.domain.names import unknown
from dlcourse.domain.selfcheck.judgment_forms import JudgmentExercise, JudgmentForm, JudgmentSituation
from dlcourse.domain.speech import Command, Event, Query, Value, View
from dlcourse.domain.words import Words
from dlcourse.errors import CourseError

Time = Literal["before", "after"]
TIMES: tuple[Time, ...] = get_args(Time)
"""When a form is answered: before the course, and after it."""
REASON_LIMIT = 500
"""Characters of one's own reason for an answer."""


class Judge(Command):
    """Choose what I would do first in a situation, for good; ``words`` are my reason, if I give one."""

    exercise: str
    time: Time
    situation: str
    answer: str
    words: Words = Field(default="", max_length=REASON_LIMIT)

    def texts(self) -> dict[str, str]:
        """My reason."""
        return {self.id: self.words.strip()} if self.words.strip() else {}


class Judging(Query):
    """The form that I have at this time, as far as I am. ``time`` is ``before`` or ``after``."""

    exercise: str
    time: str


class SituationJudged(Event):
    """An answer was given. ``words`` is the id of the reason; it is empty if none was given."""

    time: Time
    situation: str
    answer: str
    words: str


class JudgedSituation(Value):
    """A situation with one's answer and one's reason, which may be empty.

    The key is hidden until all are answered. Until then ``idea``, which says what the situation turns on, is empty.
    """

    situation: JudgmentSituation
    idea: str
    answer: str
    words: str


class JudgedIdea(Value):
    """What both situations at one place turn on, and whether the strongest answer was chosen each time."""

    idea: str
    before: bool
    after: bool


class JudgingView(View):
    """The form so far. ``next`` is the situation to answer now, without its key; None when all are answered.

    ``before`` and ``after`` count the strongest answers once all were given at that time, and are None until then.
    ``both`` compares the two times place by place, and is empty until both are complete.
    """

    exercise: str
    time: Time
    title: str
    note: str
    ask: str
    all: int
    next: JudgmentSituation | None
    judged: tuple[JudgedSituation, ...]
    before: int | None
    after: int | None
    both: tuple[JudgedIdea, ...]


def time_of(said: str) -> Time:
    """The time that is meant; `CourseError` if it is neither ``before`` nor ``after``."""
    for time in TIMES:
        if said == time:
            return time
    what = f"there is no time called '{said[:40]}'"
    raise unknown("situations", said, TIMES, "Choose 'before' or 'after'.", what)


def form_at(time: Time, exercise: JudgmentExercise, past: Iterable[SituationJudged], person: str) -> JudgmentForm:
    """The form that a person has at this time. Once something was answered, the answers decide, not the person's id."""
    for event in past:
        if form := exercise.form_of(event.situation):
            return form if event.time == time else exercise.other(form)
    first = exercise.begins_with(person)
    return first if time == "before" else exercise.other(first)


def judge(command: Judge, exercise: JudgmentExercise, past: Sequence[SituationJudged], person: str) -> SituationJudged:
    """Record an answer; `CourseError` unless it answers the situation that is shown now."""
    form = form_at(command.time, exercise, past, person)
    now = _next(form, _answers(form, command.time, past))
    if now is None or now.id != command.situation:
        raise CourseError("situation", "it is answered, or it is not its turn", "Answer the one that is shown.")
    if not now.has(command.answer):
        raise CourseError("answer", "there is no such answer", "Reload the page.")
    return SituationJudged(
        time=command.time, situation=now.id, answer=command.answer, words=command.id if command.texts() else ""
    )


def judging_view(
    time: Time, exercise: JudgmentExercise, past: Sequence[SituationJudged], texts: Mapping[str, str], person: str
) -> JudgingView:
    """The form of this time after these answers. Answers to situations that the form does not have are skipped."""
    form = form_at(time, exercise, past, person)
    answers = _answers(form, time, past)
    now = _next(form, answers)
    before, after = (_strongest(each, exercise, past, person) for each in TIMES)
    return JudgingView(
        exercise=exercise.id,
        time=time,
        title=exercise.title,
        note=exercise.note,
        ask=exercise.ask,
        all=len(form.situations),
        next=now.hidden() if now else None,
        judged=tuple(
            JudgedSituation(
                situation=each.hidden() if now else each,
                idea="" if now else exercise.ideas[each.principle],
                answer=answers[each.id].answer,
                words=texts.get(answers[each.id].words, ""),
            )
            for each in form.situations
            if each.id in answers
        ),
        before=None if before is None else sum(before),
        after=None if after is None else sum(after),
        both=_both(form, exercise, before, after),
    )


def _answers(form: JudgmentForm, time: Time, past: Iterable[SituationJudged]) -> dict[str, SituationJudged]:
    """The first answer to each situation of the form; a later one would not count."""
    found: dict[str, SituationJudged] = {}
    for event in past:
        if event.time == time and form.has(event.situation):
            found.setdefault(event.situation, event)
    return found


def _next(form: JudgmentForm, answers: Mapping[str, SituationJudged]) -> JudgmentSituation | None:
    return next((each for each in form.situations if each.id not in answers), None)


def _strongest(
    time: Time, exercise: JudgmentExercise, past: Sequence[SituationJudged], person: str
) -> list[bool] | None:
    """Whether each answer of this time is the strongest, place by place; None until all are given."""
    form = form_at(time, exercise, past, person)
    answers = _answers(form, time, past)
    if _next(form, answers):
        return None
    return [answers[each.id].answer == each.best for each in form.situations]


def _both(
    form: JudgmentForm, exercise: JudgmentExercise, before: list[bool] | None, after: list[bool] | None
) -> tuple[JudgedIdea, ...]:
    if before is None or after is None:
        return ()
    ideas = (exercise.ideas[each.principle] for each in form.situations)
    return tuple(
        JudgedIdea(idea=idea, before=one, after=two) for idea, one, two in zip(ideas, before, after, strict=True)
    )
