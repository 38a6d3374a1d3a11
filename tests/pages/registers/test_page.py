"""The page of a register: it follows changes, shows the past, gives files, and finds texts that were begun earlier."""

from datetime import timedelta
from uuid import uuid4

from dlcourse.course.local import LocalCourse
from dlcourse.domain.ground_rules.messages import WriteAim
from dlcourse.handlers.registers.people import today
from dlcourse.pages.ground_rules import words
from tests.pages.conftest import Reader
from tests.person import Person

AIM = "Every student can explain one thing."


def opened(course: LocalCourse) -> Reader:
    """Somebody who reads the page of ground rules."""
    reader = Reader("ground-rules", course)
    reader.start()
    return reader


def test_what_is_saved_appears_and_what_is_refused_is_told(course: LocalCourse) -> None:
    """The page shows what was just saved, whoever saved it, and says what is wrong with what was not."""
    reader = opened(course)
    assert reader.shows["view"]["aim"]["empty"] == words.NO_AIM
    assert reader.say("WriteAim", after=0, aim=" ")["notice"]["what"] == "the aim is empty"
    shown = reader.say("WriteAim", after=0, aim=AIM)
    assert (shown["notice"], shown["view"]["aim"]["lines"][0]["text"]) == (None, AIM)
    Person(course).do(WriteAim, after=1, aim="Another aim")
    assert reader.hears()["view"]["aim"]["lines"][0]["text"] == "Another aim"


def test_a_text_that_was_begun_earlier_still_has_its_form(course: LocalCourse) -> None:
    """Each form names the version that it builds on, and earlier ones stay for words that were not saved yet."""
    reader = opened(course)
    for after in range(3):
        reader.say("WriteAim", after=after, aim=f"{AIM} {after}")
    text = reader.shows["view"]["aim"]["text"]
    assert text["edit"]["fixed"] == {"after": 3, "settles": 0}
    assert [form["fixed"]["after"] for form in text["begun"]] == [0, 1, 2]
    assert len({form["slot"] for form in (text["edit"], *text["begun"])}) == 4
    shown = reader.say("WriteAim", after=1, aim="Begun from the first version")
    (rival,) = shown["view"]["aim"]["text"]["rivals"]
    assert rival["form"]["fixed"] == {"after": 3, "settles": 4}
    assert [line["text"] for line in rival["newest"]] == [f"{AIM} 2"]


def test_the_past_is_shown_and_left_again(course: LocalCourse) -> None:
    """After a step was chosen the page shows the register of that moment, and leads back to now."""
    reader = opened(course)
    reader.say("WriteAim", after=0, aim=AIM)
    reader.say("ProposeRule", rule=uuid4().hex, words="We read first.", change="No use")
    then = reader.say("ShowStep", step=1)["view"]
    assert (then["rules"], then["past"]["note"]) == ([], words.HISTORY.was.format(step=1, steps=2))
    now = reader.say("ShowStep", step=0)["view"]
    assert (len(now["rules"]), now["past"]) == (1, None)


def test_files_are_given_to_who_asked(course: LocalCourse) -> None:
    """The Word file and the calendar come with the id of the asking, and are gone from the props afterwards."""
    reader, rule = opened(course), uuid4().hex
    reader.say("WriteAim", after=0, aim=AIM)
    reader.say("ProposeRule", rule=rule, words="We read first.", change="No use")
    review = (today() + timedelta(days=9)).isoformat()
    shown = reader.say("AdoptRule", rule=rule, version=1, review=review)
    assert shown["view"]["rules"][0]["state"].startswith("Adopted until the review on")
    for form, name in (("docx", "ground-rules.docx"), ("ics", "check-ins.ics")):
        taken = reader.say("FetchRegister", ask=f"ask-{form}", form=form)["taken"]
        assert (taken["ask"], taken["name"]) == (f"ask-{form}", name)
    assert reader.say("DiscussRule", rule=rule, words="What would that look like?")["taken"] is None
