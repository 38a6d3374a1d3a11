"""The page of the portfolio: what is told before choosing, the document in its order, and files for whoever asks."""

import base64
from uuid import uuid4

import pytest

from dlcourse.course.local import LocalCourse
from dlcourse.domain.portfolio.messages import SwapSections, TakeOut
from dlcourse.domain.reflection.entries import EntryStep, WriteEntry
from dlcourse.errors import CourseError
from dlcourse.pages.portfolio.words import PRIVATE, SHARED, TOLD
from tests.pages.conftest import Reader
from tests.person import Person


def write(course: LocalCourse, words: str, **parts: str) -> str:
    """Write an entry; return its piece."""
    entry = uuid4().hex
    Person(course).do(WriteEntry, entry=entry, steps=(EntryStep(words=words),), **parts)
    return f"entry/{entry}"


@pytest.fixture
def reader(course: LocalCourse) -> Reader:
    """Somebody who has opened the page."""
    found = Reader("portfolio", course)
    found.start()
    return found


def test_an_empty_portfolio_invites(reader: Reader) -> None:
    """With nothing there, each kind says what will appear, and nothing can be printed by mistake."""
    view = reader.shows["view"]
    assert view["empty"]
    assert view["sections"] == []
    assert all("appears here" in offers["note"] for offers in view["offers"])


def test_who_will_read_it_is_told_before_choosing(course: LocalCourse, reader: Reader) -> None:
    """A private entry says that whoever gets the document can read it; so does a shared one, in its own words."""
    private, shared = write(course, "mine"), write(course, "ours", visibility="cohort")
    reader.start()
    notes = {offer["item"]: offer["note"] for offer in reader.shows["view"]["offers"][0]["offers"]}
    assert notes == {private: PRIVATE, shared: SHARED}


def test_pieces_stand_by_session_and_change_places_within_it(course: LocalCourse, reader: Reader) -> None:
    """Sections follow the course's order; a piece changes places with its neighbors there and with no other."""
    late = write(course, "late", session="07-a-better-way")
    one, two = (write(course, words, session="03-the-reading-gap") for words in ("one", "two"))
    for piece in (late, one, two):
        reader.say("PutIn", item=piece)
    first, second = reader.shows["view"]["sections"]
    assert (first["heading"], second["heading"]) == ("The reading gap", "A better way")
    assert [(item["item"], item["up"], item["down"]) for item in first["items"]] == [(one, "", two), (two, one, "")]
    assert [(item["up"], item["down"]) for item in second["items"]] == [("", "")]
    reader.say("SwapItems", item=two, other=one)
    assert [item["item"] for item in reader.shows["view"]["sections"][0]["items"]] == [two, one]
    assert reader.shows["told"] == "The order is changed."
    reader.say("TakeOut", item=two)
    assert reader.shows["told"] == TOLD[TakeOut]


def test_a_section_moves_with_all_its_pieces(course: LocalCourse, reader: Reader) -> None:
    """Whole sections change places, also in the document; what is put in later joins the section that it belongs to."""
    late = write(course, "late", session="07-a-better-way")
    one, two, three = (write(course, words, session="03-the-reading-gap") for words in ("one", "two", "three"))
    for piece in (late, one, two):
        reader.say("PutIn", item=piece)
    first, second = reader.shows["view"]["sections"]
    assert [(each["item"], each["up"], each["down"]) for each in (first, second)] == [(one, "", late), (late, one, "")]
    reader.say("SwapSections", item=late, other=one)
    assert reader.shows["told"] == TOLD[SwapSections]
    reader.say("PutIn", item=three)
    items = [[item["item"] for item in each["items"]] for each in reader.shows["view"]["sections"]]
    assert items == [[late], [one, two, three]]
    shown = reader.say("FetchPortfolio", ask="me", form="md")["taken"]["content"]
    said = base64.b64decode(shown).decode()
    assert said.index("late") < said.index("one") < said.index("three")


def test_files_are_handed_to_whoever_asks(course: LocalCourse, reader: Reader) -> None:
    """A file comes with the mark of whoever asked for it, and is gone with the next step."""
    reader.say("PutIn", item=write(course, "words to take"))
    shown = reader.say("FetchPortfolio", ask="me", form="md")
    assert shown["taken"]["ask"] == "me"
    assert b"words to take" in base64.b64decode(shown["taken"]["content"])
    assert reader.say("NamePortfolio", name="Ann")["taken"] is None


def test_what_cannot_be_done_is_told_and_changes_nothing(reader: Reader) -> None:
    """A piece that is not there is refused in words; the page stays as it was."""
    before = reader.shows["view"]
    reader.say("PutIn", item="entry/nobody-has-it")
    assert "no such piece of yours" in reader.shows["notice"]["what"]
    assert (reader.shows["view"], reader.shows["told"]) == (before, "")


@pytest.mark.parametrize(
    "raw", [{"say": "Rate"}, {"say": "FetchPortfolio", "ask": "me", "form": "exe"}, {"say": "WriteEntry"}, {}]
)
def test_nothing_else_can_be_said_to_it(reader: Reader, raw: dict[str, str]) -> None:
    """Any other message is refused in words."""
    with pytest.raises(CourseError):
        reader.program.receive(raw)


def test_a_new_entry_appears_at_once(course: LocalCourse, reader: Reader) -> None:
    """What is written in another tab is offered here without a reload."""
    write(course, "from elsewhere")
    assert len(reader.hears()["view"]["offers"][0]["offers"]) == 1
