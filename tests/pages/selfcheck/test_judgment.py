"""The page of the eight situations: one at a time, then the key and the result in words."""

import json

import pytest

from dlcourse import files
from dlcourse.content.library import Library
from dlcourse.course.local import LocalCourse
from dlcourse.domain.selfcheck.judgment_forms import ITEMS, JudgmentExercise
from tests.pages.conftest import Reader

FORMS = Library(files.data()).exercise("judgment", JudgmentExercise).forms
REASONS = [action.reason for form in FORMS for each in form.situations for action in each.actions]


def opened(course: LocalCourse, time: str = "before") -> Reader:
    """A reader at the situations of this time."""
    reader = Reader("judgment", course)
    reader.start(exercise="judgment", time=time)
    return reader


def answer(reader: Reader, choice: str = "b", words: str = "") -> None:
    """Answer the situation that is shown, by the message of its form."""
    form = reader.shows["view"]["now"]["form"]
    reader.say(form["say"], **form["fixed"], answer=choice, words=words)


def test_one_situation_is_shown_and_no_reason(course: LocalCourse) -> None:
    """A form asks for a choice and a reason; what is sent to the browser says nothing about any answer."""
    reader = opened(course)
    for count in range(ITEMS):
        shown = reader.shows
        assert (shown["view"]["now"]["title"], shown["so_far"]) == (f"Situation {count + 1} of 8", f"{count} of 8")
        assert [field["name"] for field in shown["view"]["now"]["form"]["fields"]] == ["answer", "words"]
        assert not any(reason in json.dumps(shown, ensure_ascii=False) for reason in REASONS)
        answer(reader, words="Mine")
    card = reader.shows["view"]["list"]["cards"][0]
    assert [each["name"] for each in card["own"]] == ["It is about", "Your reason"]
    assert card["own"][0]["text"] == "Using what everyone knows (P5)"
    assert [len(action["reason"]) > 40 for action in card["actions"]] == [True] * 4
    assert sorted(mark for action in card["actions"] for mark in action["marks"]) == ["Strongest", "Your choice"]


def test_a_choice_is_shown_before_the_end_without_a_verdict(course: LocalCourse) -> None:
    """A saved answer can be read again while others are still to be answered."""
    reader = opened(course)
    text = reader.shows["view"]["now"]["form"]["fields"][0]["choices"][1]["html"]
    answer(reader)
    view = reader.shows["view"]
    assert view["said"]
    assert view["list"]["cards"][0]["own"] == [{"name": "You chose", "text": text}]
    assert view["list"]["cards"][0]["actions"] == []


@pytest.mark.parametrize("time", ["before", "after"])
def test_one_result_is_told_with_care(course: LocalCourse, time: str) -> None:
    """With one form, the page tells the count, says how little it means, and compares nothing."""
    reader = opened(course, time)
    for _ in range(ITEMS):
        answer(reader)
    result = reader.shows["view"]["result"]
    (bar,) = result["bars"]
    assert bar["text"].endswith(" of 8")
    assert "say little about one person" in " ".join(result["sentences"])
    assert ("nothing to compare" in " ".join(result["sentences"])) == (time == "after")
    assert result["table"] is None


def test_both_results_are_told_side_by_side(course: LocalCourse) -> None:
    """After the second form, there is a sentence about both, a bar for each, and a row for each place."""
    for time in ("before", "after"):
        reader = opened(course, time)
        for _ in range(ITEMS):
            answer(reader)
    result = reader.shows["view"]["result"]
    before, after = (bar["value"] for bar in result["bars"])
    assert result["sentences"][0] == f"The strongest answer in {before} of 8 before, and in {after} of 8 after."
    assert len(result["table"]["rows"]) == ITEMS


def test_an_answer_that_comes_twice_is_refused_in_words(course: LocalCourse) -> None:
    """A second tab that still shows an answered situation is told so, and then shows the next one."""
    one, other = opened(course), opened(course)
    answer(one)
    answer(other, "c")
    assert "Answer the one that is shown" in other.shows["notice"]["remedy"]
    assert other.shows["view"]["now"]["title"] == "Situation 2 of 8"
