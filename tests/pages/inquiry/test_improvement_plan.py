"""The page of the improvement plan without a browser: its gaps, its forms, its files, and how long it is."""

import base64
import io
from collections.abc import Callable
from typing import Any

import docx
import pytest

from dlcourse.course.local import LocalCourse
from dlcourse.domain.inquiry.messages import ImprovementPlan, ImprovementPlanView, PartCard, PartVersion
from dlcourse.domain.inquiry.parts import FIRST, PARTS
from dlcourse.domain.inquiry.plan_views import begun
from dlcourse.pages.inquiry.paper import paper_rows
from dlcourse.pages.inquiry.part_form import part_form
from dlcourse.pages.inquiry.words import PART_WORDS
from tests.pages.conftest import Reader


@pytest.fixture
def reader(course: LocalCourse) -> Callable[[str], Reader]:
    """What gives somebody who reads the page of this name."""
    return lambda name: Reader(name, course)


def write(reader: Reader, part: str, seen: int = 0, /, **answers: str) -> dict[str, Any]:
    """Save a part as the browser would."""
    shows: dict[str, Any] = reader.say("WritePart", part=part, after=seen, answers=answers)["view"]
    return shows


def test_every_field_has_words() -> None:
    """Each field of each part has a question, an example, a short name, and a name for its gap."""
    assert {part: tuple(words.fields) for part, words in PART_WORDS.items()} == dict(PARTS)
    every = [field for words in PART_WORDS.values() for field in words.fields.values()]
    assert all(field.ask.strip() and field.example and field.short and field.gap for field in every)
    assert len({field.short for field in every}) == len(every)


def test_a_gap_is_named_and_goes_away(reader: Callable[[str], Reader]) -> None:
    """A missing answer says what is missing; once it is written, the answer stands in its place."""
    page = reader("improvement-plan")
    view = page.start()["view"]
    lines = {line["name"]: line for row in view["paper"]["rows"] for line in row["lines"]}
    assert lines["Answers for it"] == {
        "name": "Answers for it",
        "text": "not written yet: who answers for it",
        "kind": "gap",
        "field": "answers",
        "unsaved": "not saved yet: who answers for it",
    }
    view = write(page, "05-stretched-over", leads="Joy", answers="Ana")
    lines = {line["name"]: line for row in view["paper"]["rows"] for line in row["lines"]}
    assert (lines["Answers for it"]["text"], lines["Answers for it"]["kind"]) == ("Ana", "answer")
    assert "You have begun 1 of 10 parts. 23 answers are not written yet." in view["state"]


def test_what_an_earlier_question_was_answered_can_still_be_read() -> None:
    """An answer to a question that is no longer asked is among the versions, and begins the form at first."""
    old = PartVersion(answers={"today": "The head decides."}, at="2026-01-01T00:00:00+00:00")
    card = PartCard(part="01-what-it-is", newest=old, count=1)
    assert begun(card)
    shown = part_form(card)
    assert (shown["state"], shown["form"]["fields"][0]["value"]) == ("0 of 3 answers", "The head decides.")  # type: ignore[typeddict-item]
    new = PartVersion(answers={"knowledge": "The head's."}, at="2026-01-02T00:00:00+00:00")
    later = part_form(PartCard(part="01-what-it-is", newest=new, before=(old,), count=2))
    assert later["form"]["fields"][0]["value"] == "The head's."  # type: ignore[typeddict-item]
    assert later["before"][0]["answers"] == [{"name": "Today", "text": "The head decides."}]


def test_the_plan_has_what_an_earlier_question_was_answered(course: LocalCourse) -> None:
    """An answer to a question that is no longer asked is a line of the plan, before those of the new questions."""
    view = course.see(ImprovementPlan())
    assert isinstance(view, ImprovementPlanView)
    old = PartVersion(answers={"today": "The head decides."}, at="2026-01-01T00:00:00+00:00")
    card = PartCard(part="01-what-it-is", newest=old, count=1)
    (row,) = paper_rows(view.model_copy(update={"parts": (card,)}))
    first = row["lines"][0]
    assert (first["name"], first["text"], first["kind"]) == ("Today", "The head decides.", "answer")
    assert [line["kind"] for line in row["lines"][1:]] == ["gap"] * 3


def test_what_to_write_next_is_in_sight(reader: Callable[[str], Reader]) -> None:
    """The form of the first part without an answer opens by itself, until all parts are begun; then the paper does."""
    page = reader("improvement-plan")
    view = page.start()["view"]
    for part, fields in PARTS.items():
        assert (view["next"], view["whole"]) == (f"inquiry/{part}", False)
        view = write(page, part, **{fields[0]: "Something"})
    assert (view["next"], view["whole"]) == ("", True)
    assert [each["part"] for each in view["parts"]["list"]] == list(PARTS)


def test_every_form_of_the_plan_is_one_of_those_that_open_one_at_a_time(reader: Callable[[str], Reader]) -> None:
    """The parts, the dates, the check-ins once they have a day, and the readers are named once each."""
    page = reader("improvement-plan")
    assert len(page.start()["view"]["slots"]) == len(PARTS) + 2
    slots = page.say("SchedulePlan", starts="2027-01-01", name="", witness="")["view"]["slots"]
    assert len(set(slots)) == len(slots) == len(PARTS) + 5


def test_files_come_with_the_page(reader: Callable[[str], Reader]) -> None:
    """A notebook gets the document and the calendar through the page; there is no calendar before a first day."""
    page = reader("improvement-plan")
    assert [file["form"] for file in page.start()["view"]["files"]] == ["docx"]
    write(page, FIRST, problem="Too few <b>write</b> on")
    view = page.say("SchedulePlan", starts="2027-01-01", name="Zoë", witness="Ben")["view"]
    assert [file["form"] for file in view["files"]] == ["docx", "ics"]
    taken = page.say("FetchPlan", ask="mine", form="docx")["taken"]
    document = docx.Document(io.BytesIO(base64.b64decode(taken["content"])))
    assert "Zoë" in [paragraph.text for paragraph in document.paragraphs]
    assert "Too few <b>write</b> on" in document.tables[0].rows[1].cells[1].text
    taken = page.say("FetchPlan", ask="mine", form="ics")["taken"]
    assert taken["name"].endswith(".ics")
    assert b"20270131" in base64.b64decode(taken["content"])


def test_a_long_plan_says_so(reader: Callable[[str], Reader]) -> None:
    """A plan of usual length says nothing; one that is longer than a page names the longest answer."""
    page = reader("improvement-plan")
    page.start()
    for part, words in PART_WORDS.items():
        view = write(page, part, **{field: asked.example for field, asked in words.fields.items()})
    assert view["long"] == ""
    view = write(page, "07-a-better-way", 1, trial="And then we try it. " * 99, limit="Ten minutes. " * 99)
    assert "longer than one printed page" in view["long"]
    assert "“Trial”" in view["long"]


def test_a_session_shows_what_it_builds_on(reader: Callable[[str], Reader]) -> None:
    """A later part shows the problem as it was named, and its own versions after it was changed."""
    page = reader("inquiry")
    assert "not named your problem" in page.start(part="03-the-reading-gap")["view"]["unnamed"]
    other = reader("inquiry")
    other.start(part=FIRST)
    other.say("WritePart", part=FIRST, after=0, answers={"problem": "Too few write on"})
    view = page.start(part="03-the-reading-gap")["view"]
    assert (view["problem"], view["unnamed"]) == ("Too few write on", "")
    page.say("WritePart", part="03-the-reading-gap", after=0, answers={"asked": "Joy"})
    view = page.say("WritePart", part="03-the-reading-gap", after=1, answers={"asked": "Joy and Sam"})["view"]
    assert view["part"]["before"][0]["answers"] == [{"name": "Asked", "text": "Joy"}]
    assert view["part"]["form"]["fields"][0]["value"] == "Joy and Sam"


def test_words_are_not_lost_to_another_tab(reader: Callable[[str], Reader]) -> None:
    """Saving over a version that one has not seen is refused, and the page shows the newest one."""
    page = reader("inquiry")
    page.start(part=FIRST)
    page.say("WritePart", part=FIRST, after=0, answers={"problem": "One"})
    shows = page.say("WritePart", part=FIRST, after=0, answers={"problem": "Two"})
    assert "in the meantime" in shows["notice"]["what"]
    assert shows["view"]["part"]["form"]["fields"][0]["value"] == "One"
