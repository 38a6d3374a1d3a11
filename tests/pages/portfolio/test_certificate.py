"""The page of the certificate: what it would say, issuing it, and handing it over."""

import base64
from pathlib import Path

import pytest

from dlcourse import files
from dlcourse.content.library import Library
from dlcourse.course.local import LocalCourse
from dlcourse.errors import CourseError
from dlcourse.store import Store
from tests.pages.conftest import Reader
from tests.person import Person


@pytest.fixture
def course(tmp_path: Path) -> LocalCourse:
    """The course with a fresh store and a folder for its key."""
    store = Store.open(f"sqlite:///{tmp_path / 'course.db'}")
    return LocalCourse(store, store.person, Library(files.data()), tmp_path)


@pytest.fixture
def reader(course: LocalCourse) -> Reader:
    """Somebody who has opened the page."""
    found = Reader("certificate", course)
    found.start()
    return found


def test_without_a_session_it_says_what_to_do_first(reader: Reader) -> None:
    """With nothing done there is no form, only what would make one appear."""
    view = reader.shows["view"]
    assert view["form"] is None
    assert "None of the" in view["now"]["says"]
    assert view["now"]["empty"]
    reader.say("IssueCertificate", name="Ann")
    assert "no session is done" in reader.shows["notice"]["what"]


def test_it_is_issued_in_a_name_and_handed_over(course: LocalCourse, reader: Reader) -> None:
    """The sheet says who, what, when and what it does not prove; a file goes to whoever asked for it."""
    Person(course).finish_reading_gap()
    reader.start()
    reader.say("IssueCertificate", name="")
    assert "no name" in reader.shows["notice"]["what"]
    shown = reader.say("IssueCertificate", name="Ann <b>")
    assert shown["notice"] is None
    (sheet,) = shown["view"]["issued"]
    assert sheet["name"] == "Ann <b>"
    assert "Ann <b> has done 1 of the" in sheet["says"]
    assert "does not prove" in sheet["proves_not"]
    assert sheet["table"]["rows"] == [["The reading gap", sheet["table"]["total"][1]]]
    taken = reader.say("FetchCertificate", ask="me", certificate=sheet["certificate"], form="jwt")["taken"]
    assert taken["ask"] == "me"
    assert base64.b64decode(taken["content"]).count(b".") == 2


@pytest.mark.parametrize(
    "raw",
    [
        {"say": "Rate"},
        {"say": "FetchCertificate", "ask": "me", "certificate": "c", "form": "exe"},
        {"say": "FetchCertificate"},
        {},
    ],
)
def test_nothing_else_can_be_said_to_it(reader: Reader, raw: dict[str, str]) -> None:
    """Any other message is refused in words."""
    with pytest.raises(CourseError):
        reader.program.receive(raw)


def test_another_tab_hears_of_it(course: LocalCourse, reader: Reader) -> None:
    """A certificate that was issued in one tab appears in the other."""
    Person(course).finish_reading_gap()
    other = Reader("certificate", course)
    other.start()
    reader.say("IssueCertificate", name="Ann")
    assert len(other.hears()["view"]["issued"]) == 1
