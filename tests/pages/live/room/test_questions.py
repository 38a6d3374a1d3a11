"""Questions for the whole room: what is put to it, and what those who lead it see of the answers."""

import json
from typing import Any

import pytest

from dlcourse.domain.live.polls import FEWEST, AnswerRoom, LivePolls, PollsView
from dlcourse.errors import CourseError
from tests.classroom import Classroom
from tests.handlers.live.live_room import LiveRoom
from tests.pages.conftest import Reader

NAMES = "Anneliese", "Benedikt", "Cemile", "Dorothea", "Evgenia", "Fabrizio"


def questions(live: LiveRoom) -> Reader:
    """The page."""
    reader = Reader("live-questions", live.lead.course)  # type: ignore[arg-type]
    reader.start(cohort=live.cohort, session=live.session)
    return reader


def test_counts_come_once_it_is_closed_and_five_have_answered(classroom: Classroom) -> None:
    """Before that, the page says how many have answered; it never says who answered what."""
    live = LiveRoom(classroom)
    live.enter(*NAMES)
    reader = questions(live)
    assert reader.shows["questions"] == []
    assert reader.say("PutOwn", words="Coffee or tea?", lines=" Coffee \n\nTea\n")["notice"] is None
    for number, member in enumerate(live.people, 1):
        answer(live, member, str(1 + number % 3 // 2))
    shown = newest(reader)
    assert (shown["ask"], shown["answers"], shown["bars"]) == ("Coffee or tea?", ["Coffee", "Tea"], [])
    assert shown["state"] == "Open now. 6 people have answered."
    reader.say("CloseQuestion", cohort=live.cohort, session=live.session, number=1)
    shown = newest(reader)
    assert [(bar["label"], bar["text"]) for bar in shown["bars"]] == [("Coffee", "4 of 6"), ("Tea", "2 of 6")]
    assert (shown["close"], shown["note"]) == ("", "")
    assert not any(name in json.dumps(reader.shown) for name in NAMES)


def test_fewer_than_five_are_not_counted(classroom: Classroom) -> None:
    """After closing, the page says why there are no counts."""
    live = LiveRoom(classroom)
    live.enter(*NAMES[: FEWEST - 1])
    reader = questions(live)
    reader.say("PutOwn", words="Coffee or tea?", lines="Coffee\nTea")
    for member in live.people:
        answer(live, member, "1")
    reader.say("CloseQuestion", cohort=live.cohort, session=live.session, number=1)
    shown = newest(reader)
    assert (shown["bars"], shown["answers"]) == ([], ["Coffee", "Tea"])
    assert shown["note"].startswith("Fewer than 5")


def test_a_question_of_the_course_says_what_fits_once_it_is_closed(classroom: Classroom) -> None:
    """Every question in the menu can be put; a new one closes the one before, and a reason is shown only then."""
    live = LiveRoom(classroom)
    live.enter("Ann")
    reader = questions(live)
    (menu,) = reader.shows["forms"]["form"]["fields"]
    sorting = next(each["value"] for each in menu["choices"] if each["value"].startswith("sorting "))
    reader.say("PutQuestion", which=sorting)
    assert (newest(reader)["why"], len(newest(reader)["answers"])) == ("", 3)
    prompt = next(each["value"] for each in menu["choices"] if each["value"].startswith("prompts "))
    shown = reader.say("PutQuestion", which=prompt)["questions"]
    assert [each["state"].split(".")[0] for each in shown] == ["Open now", "Closed"]
    assert shown[1]["why"]
    assert "Nobody else can read it" in shown[0]["note"]


def test_what_cannot_be_put_is_refused_in_words(classroom: Classroom) -> None:
    """An unknown question and nine answers lead to a notice; an empty question is none."""
    reader = questions(LiveRoom(classroom))
    assert "source" in reader.say("PutQuestion", which="nothing of the kind")["notice"]["where"]
    assert reader.say("PutOwn", words="Which?", lines="\n".join("abcdefghi"))["notice"]
    assert reader.shows["questions"] == []
    with pytest.raises(CourseError):
        reader.say("PutOwn", words=" ", lines="")


def answer(live: LiveRoom, member: Any, choice: str) -> None:
    """Answer the question that is open."""
    view = member.course.see(LivePolls(session=live.session))
    assert isinstance(view, PollsView)
    member.do(AnswerRoom, session=live.session, number=view.polls[0].number, answer=choice)


def newest(reader: Reader) -> dict[str, Any]:
    """The newest question, after the page has looked again."""
    return reader.say("LookAgain")["questions"][0]  # type: ignore[no-any-return]
