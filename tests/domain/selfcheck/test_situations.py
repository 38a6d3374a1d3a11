"""The shipped situations: every key is defended from the source, and earlier answers can still be read."""

import re

import pytest

from dlcourse import files
from dlcourse.content.library import Library
from dlcourse.domain.principles import PRINCIPLES
from dlcourse.domain.selfcheck.situations import Situation, SortingExercise
from dlcourse.domain.selfcheck.sorting import Sorted, all_sorted, sorting_view

EXERCISE = Library(files.data()).exercise("sorting", SortingExercise)
EARLIER = (
    "open-day cover-calls leadership-pages attendance-group evaluation-forms exam-timetable wellbeing-lead "
    "library-budget one-signature playground-map help-desk five-forms nine-visits two-calendars lunch-table "
    "against-the-majority good-talk the-vote night-work four-hundred-replies best-department open-door idea-box "
    "corridor-idea"
)
"""The situations of the first release."""


def each_situation(test: object) -> object:
    """Run a test for each situation."""
    return pytest.mark.parametrize("situation", EXERCISE.every, ids=lambda situation: situation.id)(test)


@each_situation
def test_a_key_is_defended_in_two_sentences_from_the_source(situation: Situation) -> None:
    """The reason is two sentences long, and its source and its principles exist."""
    assert len(re.findall(r"[.!?](?=\s|$)", situation.reason)) == 2
    assert EXERCISE.source(situation).quote
    assert set(situation.principles) <= set(PRINCIPLES)


@each_situation
def test_a_disputed_key_says_so(situation: Situation) -> None:
    """A close call names another answer and what it depends on; a clear one names neither."""
    assert situation.close == bool(situation.also) == bool(situation.why_close)
    assert situation.also != situation.answer


@each_situation
def test_whoever_chose_otherwise_is_answered(situation: Situation) -> None:
    """There are words for each answer but the best one."""
    unanswered = [kind.id for kind in EXERCISE.kinds if not situation.told(kind.id)]
    assert unanswered == [situation.answer]


def test_every_kind_is_among_the_first_twelve_and_the_other_twelve() -> None:
    """Both groups have twelve situations, and at least three of each kind."""
    for group in (EXERCISE.situations, EXERCISE.more):
        answers = [situation.answer for situation in group]
        assert len(answers) == 12
        assert min(answers.count(kind.id) for kind in EXERCISE.kinds) >= 3


def test_quotations_are_used() -> None:
    """No sentence of the source is listed in vain."""
    assert {source.id for source in EXERCISE.sources} == {situation.source for situation in EXERCISE.every}


def test_answers_of_before_can_be_read() -> None:
    """Whoever sorted all situations of the first release has done the exercise, and sees an answer to each."""
    past = [Sorted(situation=name, answer="delegation") for name in EARLIER.split()]
    assert all_sorted(EXERCISE, past)
    assert {card.id for card in sorting_view(EXERCISE, past).sorted} == set(EARLIER.split())
