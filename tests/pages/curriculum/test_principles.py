"""The page of the sixteen: what it says about each, where each is met, and what the person wrote about it."""

from typing import Any

from dlcourse.course.local import LocalCourse
from dlcourse.domain.reflection.entries import WriteEntry
from tests.pages.conftest import Reader
from tests.person import Person


def principles(course: LocalCourse) -> dict[str, Any]:
    """The principles as the page shows them, by id."""
    groups = Reader("principles", course).start()["contents"]["groups"]
    return {each["id"]: each for group in groups for each in group["principles"]}


def test_all_sixteen_are_there_in_three_groups(course: LocalCourse) -> None:
    """Nine, five and two, each with three things to say about it and its place in the source."""
    groups = Reader("principles", course).start()["contents"]["groups"]
    assert [len(group["principles"]) for group in groups] == [9, 5, 2]
    assert all(len(each["parts"]) == 3 and each["source"] for group in groups for each in group["principles"])


def test_sessions_that_are_not_open_are_not_linked(course: LocalCourse) -> None:
    """A principle leads to the open sessions that cover it; others are only named."""
    for each in principles(course).values():
        assert each["met"]
        assert all(bool(link["to"]) == (link["note"] != "not open yet") for link in each["met"])


def test_what_somebody_wrote_about_it_is_counted(course: LocalCourse) -> None:
    """A principle that an entry of the log carries leads to the log; all others do not."""
    assert not any(each["mine"] for each in principles(course).values())
    steps = [{"heading": "", "words": "We asked the custodian."}]
    Person(course).do(
        WriteEntry,
        entry="entry-001",
        session="00-start-here",
        prompt="what-should-change",
        steps=steps,
        principles=["P9"],
    )
    assert [name for name, each in principles(course).items() if each["mine"]] == ["P9"]
    assert "1 entry" in principles(course)["P9"]["mine"]["text"]


def test_a_principle_leads_to_the_cases_in_which_a_decision_turns_on_it(course: LocalCourse) -> None:
    """Each of the sixteen links every case with a decision about it, by title and once."""
    cards = principles(course)
    assert [link["to"] for link in cards["E1"]["practiced"]] == [
        "play/the-same-mistake",
        "play/the-river-project",
        "session/09-many-decisions-one-result",
    ]
    assert cards["E1"]["practiced"][0]["text"] == "The same mistake"
    assert all(card["practiced"] for card in cards.values())
