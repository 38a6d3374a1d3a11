"""The situational judgment task: two parallel forms, answers that stay, and a key that is hidden until the end."""

from collections import Counter

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dlcourse import files
from dlcourse.content.library import Library
from dlcourse.domain.principles import PRINCIPLES
from dlcourse.domain.selfcheck.judgment import (
    TIMES,
    Judge,
    JudgingView,
    SituationJudged,
    Time,
    form_at,
    judge,
    judging_view,
    time_of,
)
from dlcourse.domain.selfcheck.judgment_forms import ITEMS, JudgmentExercise, JudgmentSituation
from dlcourse.domain.speech import encode
from dlcourse.errors import CourseError

EXERCISE = Library(files.data()).exercise("judgment", JudgmentExercise)
FIRST, SECOND = EXERCISE.forms
EVERY = [*FIRST.situations, *SECOND.situations]
people = st.uuids().map(lambda made: made.hex)


def given_answers(time: Time, person: str, best: int, count: int = ITEMS) -> list[SituationJudged]:
    """The person's first ``count`` answers, of which the first ``best`` are the strongest."""
    form = form_at(time, EXERCISE, [], person)
    return [
        SituationJudged(time=time, situation=each.id, answer=each.best if place < best else weaker(each), words="")
        for place, each in enumerate(form.situations[:count])
    ]


def weaker(situation: JudgmentSituation) -> str:
    """An answer that is not the strongest."""
    return next(each.id for each in situation.actions if each.id != situation.best)


def view_of(time: Time, person: str, past: list[SituationJudged]) -> JudgingView:
    """What the person sees at this time."""
    return judging_view(time, EXERCISE, past, {}, person)


def test_the_forms_are_parallel() -> None:
    """At each place both forms have the same principle and difficulty, and no situation is in both."""
    for one, other in zip(FIRST.situations, SECOND.situations, strict=True):
        assert (one.principle, one.difficulty) == (other.principle, other.difficulty)
        assert one.principle in EXERCISE.ideas.keys() & PRINCIPLES.keys()
    assert len({each.id for each in EVERY}) == 2 * ITEMS


@pytest.mark.parametrize("situation", EVERY, ids=lambda situation: situation.id)
def test_a_situation_is_short_and_every_answer_has_two_sentences(situation: JudgmentSituation) -> None:
    """At most 60 words, four different courses of action of at most 20, one of them the strongest, each explained."""
    assert len(situation.text.split()) <= 60
    assert len({each.id for each in situation.actions}) == 4
    assert situation.has(situation.best)
    for each in situation.actions:
        assert len(each.text.split()) <= 20
        assert each.reason.count(". ") == 1, each.reason
        assert each.reason.endswith(".")


def test_the_strongest_answer_cannot_be_guessed_from_its_place_or_length() -> None:
    """In each form it is at every place, at none more than three times, and it is the longest at most three times."""
    for form in EXERCISE.forms:
        places = Counter(each.best for each in form.situations)
        assert len(places) == 4
        assert max(places.values()) <= 3
        longest = [max(each.actions, key=lambda action: len(action.text)).id == each.best for each in form.situations]
        assert sum(longest) <= 3


def test_half_of_the_people_take_the_second_form_first() -> None:
    """The form follows from the id: it stays the same for one person and is about evenly spread over many."""
    ids = [f"person-{number}" for number in range(1000)]
    begun = Counter(EXERCISE.begins_with(person).id for person in ids)
    assert abs(begun["first"] - 500) < 60
    assert [EXERCISE.begins_with(person).id for person in ids[:20]] == [EXERCISE.begins_with(p).id for p in ids[:20]]


@given(people, people, st.sampled_from(TIMES), st.sampled_from(TIMES), st.integers(1, ITEMS))
def test_the_two_times_never_have_the_same_form(author: str, reader: str, begun: Time, time: Time, count: int) -> None:
    """What was answered decides the forms, even under another id, as after work was brought to another computer."""
    past = given_answers(begun, author, best=1, count=count)
    assert form_at("before", EXERCISE, past, reader) != form_at("after", EXERCISE, past, reader)
    assert form_at(time, EXERCISE, past, reader) == form_at(time, EXERCISE, past, author)


@given(people, st.sampled_from(TIMES), st.integers(0, ITEMS - 1))
def test_no_key_is_shown_before_all_eight_are_answered(person: str, time: Time, count: int) -> None:
    """Until the last answer the view holds no reason and no strongest answer, and no result."""
    view = view_of(time, person, given_answers(time, person, best=count, count=count))
    sent = str(encode(view))
    assert not any(action.reason in sent for each in EVERY for action in each.actions)
    shown = [*(each.situation for each in view.judged), view.next]
    assert {(each.best, each.principle) for each in shown if each} == {("", "")}
    assert {each.idea for each in view.judged} <= {""}
    assert (view.before, view.after, view.both) == (None, None, ())


@given(people, st.sampled_from(TIMES), st.integers(0, ITEMS))
def test_only_the_form_that_was_answered_is_explained(person: str, time: Time, best: int) -> None:
    """After the last answer all reasons of this form are there, and none of the other form."""
    view = view_of(time, person, given_answers(time, person, best))
    form = form_at(time, EXERCISE, [], person)
    shown = [action.reason for each in view.judged for action in each.situation.actions]
    assert shown == [action.reason for each in form.situations for action in each.actions]
    other = view_of("after" if time == "before" else "before", person, given_answers(time, person, best))
    assert not any(action.reason in str(encode(other)) for each in EVERY for action in each.actions)


@given(people, st.integers(0, ITEMS), st.integers(0, ITEMS))
def test_both_results_stand_side_by_side(person: str, before: int, after: int) -> None:
    """Once both forms are complete, each has its count, and each place says how it was answered both times."""
    past = given_answers("before", person, before) + given_answers("after", person, after)
    for time in TIMES:
        view = view_of(time, person, past)
        assert (view.before, view.after) == (before, after)
        assert sum(each.before for each in view.both) == before
        assert sum(each.after for each in view.both) == after
        assert len(view.both) == ITEMS


def test_an_answer_stays() -> None:
    """Only the situation that is shown can be answered, once, and with one of its courses of action."""
    form = form_at("before", EXERCISE, [], "ann")
    one, two = form.situations[:2]

    def say(situation: str, answer: str, past: list[SituationJudged]) -> SituationJudged:
        command = Judge(id="command-1", exercise="judgment", time="before", situation=situation, answer=answer)
        return judge(command, EXERCISE, past, "ann")

    past = [say(one.id, "a", [])]
    for situation in (one.id, form.situations[2].id, EXERCISE.other(form).situations[1].id):
        with pytest.raises(CourseError, match="Answer the one that is shown"):
            say(situation, "b", past)
    with pytest.raises(CourseError, match="no such answer"):
        say(two.id, "z", past)
    again = SituationJudged(time="before", situation=one.id, answer="b", words="")
    assert view_of("before", "ann", [*past, again]).judged[0].answer == "a"


def test_a_reason_is_stored_apart_from_the_answer() -> None:
    """The event points to one's words and does not contain them; without words it points nowhere."""
    situation = form_at("after", EXERCISE, [], "ann").situations[0].id
    parts = {"id": "command-1", "exercise": "judgment", "time": "after", "situation": situation, "answer": "a"}
    for words, kept in (("Because.", "command-1"), ("  ", "")):
        command = Judge.model_validate(parts | {"words": words})
        assert judge(command, EXERCISE, [], "ann").words == kept
        assert list(command.texts()) == [kept] * bool(kept)


@pytest.mark.parametrize(
    ("said", "remedy"), [("afer", "Did you mean 'after'"), ("Before", "'before'"), ("x", "Choose 'before' or 'after'")]
)
def test_an_unknown_time_is_refused_with_a_remedy(said: str, remedy: str) -> None:
    """A misspelled time gets a suggestion, and anything else gets both times."""
    with pytest.raises(CourseError, match=remedy):
        time_of(said)
    assert [time_of(time) for time in TIMES] == list(TIMES)
