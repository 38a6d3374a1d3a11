"""Your work, read and used as a person would: what there is, what came of bringing a file, what erasing leaves."""

import sqlite3
from contextlib import closing
from pathlib import Path

import pytest

from dlcourse.course.local import LocalCourse
from dlcourse.domain.mywork.work import TakeAlong, WorkFileView
from dlcourse.domain.mywork.work_file import pack
from dlcourse.errors import CourseError
from dlcourse.pages.mywork.words import HEAL, REMAINS, restored
from tests.pages.conftest import Reader


@pytest.fixture
def reader(course: LocalCourse) -> Reader:
    """A reader of the page, who has said who they are."""
    about = Reader("about-you", course)
    about.start()
    about.say("Introduce", name="Amina", role="Teacher")
    made = Reader("work", course)
    made.start()
    return made


def taken(course: LocalCourse) -> str:
    """Return the person's file, packed."""
    file = course.see(TakeAlong())
    assert isinstance(file, WorkFileView)
    return pack(file.document.encode())


def test_it_says_what_there_is(course: LocalCourse, reader: Reader) -> None:
    """Steps and texts are counted, empty ones not; where there is nothing, the page says what will be there."""
    assert "1 saved step of yours, with 2 texts in your own words." in reader.shows["contents"]["here"]
    reader.say("EraseWork", mark=reader.shows["contents"]["erase"]["mark"])
    assert reader.shows["contents"]["here"].startswith("There is nothing of yours yet.")


def test_bringing_a_file_is_told(course: LocalCourse, reader: Reader) -> None:
    """What is here already is said to be; what was erased comes back; a damaged file is refused and changes nothing."""
    file = taken(course)
    assert reader.say("RestoreWork", packed=file)["result"]["sentences"] == [
        "There was nothing new to bring back.",
        "The same here already: 1 piece of work.",
    ]
    reader.say("EraseWork", mark=reader.shows["contents"]["erase"]["mark"])
    shows = reader.say("RestoreWork", packed=file)
    assert shows["result"]["sentences"][0] == "Brought back: 1 step."
    assert shows["erased"] is None
    shows = reader.say("RestoreWork", packed=file[:-8])
    assert shows["notice"]["what"].startswith("it is damaged")
    assert shows["result"] is None
    assert shows["contents"]["here"].startswith("So far: 1 saved step")


def test_erasing_tells_what_is_gone_and_what_remains(reader: Reader) -> None:
    """The same list of what remains, and why, stands there before and after."""
    assert reader.shows["contents"]["erase"]["remains"] == list(REMAINS)
    shows = reader.say("EraseWork", mark=reader.shows["contents"]["erase"]["mark"])
    assert shows["erased"]["sentence"] == "Gone: 1 saved step of yours, with 2 texts in your own words."
    assert shows["erased"]["remains"] == list(REMAINS)
    assert shows["screen"] == "erased"


def test_work_that_came_meanwhile_is_not_erased(course: LocalCourse, reader: Reader) -> None:
    """What was done in another tab since the page was opened is shown before it can be erased."""
    other = Reader("about-you", course)
    other.start()
    mark = reader.shows["contents"]["erase"]["mark"]
    other.say("Introduce", name="Amina B.")
    shows = reader.say("EraseWork", mark=mark)
    assert "more of it by now" in shows["notice"]["what"]
    assert "2 saved steps" in shows["contents"]["here"]
    assert reader.say("EraseWork", mark=shows["contents"]["erase"]["mark"])["erased"]


def test_a_page_without_a_server_gets_the_file(course: LocalCourse, reader: Reader) -> None:
    """In a notebook the page asks for the file, saves it, and lets it go again."""
    shows = reader.say("TakeWork")
    assert pack(shows["file"]["document"].encode()) != ""
    assert shows["file"]["name"].startswith("dlcourse-work-")
    assert "Amina" in shows["file"]["document"]
    assert reader.say("WorkTaken")["file"] is None


@pytest.mark.parametrize("said", ["Introduce", "Rate", "Nothing"])
def test_other_messages_are_refused(reader: Reader, said: str) -> None:
    """Nothing else can be said to this page."""
    with pytest.raises(CourseError):
        reader.say(said)


def test_every_fate_has_its_sentence(course: LocalCourse, reader: Reader) -> None:
    """Each kind of what can become of a file is told in a sentence of its own."""
    from dlcourse.domain.mywork.work import Restored

    fates = {"new": 1, "longer": 2, "joined": 1, "beside": 1, "newer": 1, "same": 1, "left": 1}
    told = Restored(stream="", version=0, at="", steps=3, drafts=1, drafts_left=2, whose="x", **fates)
    sentences = restored(told)
    assert sentences[0] == "Brought back: 3 steps and drafts."
    assert len(set(sentences)) == 1 + len(fates) + 1
    assert "2 pieces of work" in sentences[2]


def test_what_is_damaged_is_named_with_a_remedy(course: LocalCourse, tmp_path: Path, reader: Reader) -> None:
    """What cannot be read is counted and named, and the page says how an earlier file heals it."""
    with closing(sqlite3.connect(tmp_path / "course.db")) as connection, connection:
        connection.execute("UPDATE texts SET words = 'x' WHERE words = 'Amina'")
    again = Reader("work", course)
    said = again.start()["contents"]["here"]
    assert "1 piece of your work is damaged, cannot be read, and will be missing in the file: text " in said
    assert said.endswith(HEAL)
