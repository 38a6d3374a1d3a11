"""The log's page as it is drawn and spoken to: words, messages, drafts, refusals."""

import json
from collections.abc import Iterator
from contextlib import closing
from datetime import UTC, datetime
from pathlib import Path
from typing import Any
from uuid import uuid4

import pytest

from dlcourse.course.local import LocalCourse
from dlcourse.domain.drafts import LONGEST
from dlcourse.domain.reflection.commitments import ChangeCommitment, DeleteCommitment
from dlcourse.errors import CourseError
from dlcourse.pages.form import FormProps
from dlcourse.pages.reflection.words import CONFIDENCE, NO_READERS, NOTHING_YET, READERS, TOLD, sure
from dlcourse.store import Store
from tests.classroom import Classroom
from tests.pages.conftest import Reader

TOO_LONG = {"steps": "x" * (LONGEST + 1)}
TODAY = datetime.now(UTC).date().isoformat()
GAP, WAY = "03-the-reading-gap", "07-a-better-way"


class LogReader(Reader):
    """A reader of the log, who can open it again."""

    def __init__(self, course: LocalCourse) -> None:
        super().__init__("log", course)
        self.course = course


@pytest.fixture
def whole(course: LocalCourse) -> LogReader:
    """A reader of the whole log."""
    made = LogReader(course)
    made.start()
    return made


@pytest.fixture
def session(course: LocalCourse) -> LogReader:
    """A reader of one session's part of the log."""
    made = LogReader(course)
    made.start(session=GAP)
    return made


@pytest.fixture
def member(tmp_path: Path) -> Iterator[LogReader]:
    """A reader of the whole log who is in a cohort."""
    with closing(Store.open(f"sqlite:///{tmp_path / 'cohort.db'}")) as store:
        course = Classroom(store).joined("Ann").course
        assert isinstance(course, LocalCourse)
        made = LogReader(course)
        made.start()
        yield made


def write(reader: Reader, words: str = "Some words.", **parts: Any) -> str:
    """Write an entry as the component does; return its id."""
    draft = uuid4().hex
    said = {"id": draft, "entry": draft, "steps": [{"heading": "", "words": words}], "visibility": "private"}
    reader.say("WriteEntry", **said | parts)
    return draft


def answer_of(form: FormProps, name: str) -> Any:
    """The field of this name, also one that is out of sight."""
    fields = [each for field in form["fields"] for each in (field["fields"] if field["kind"] == "more" else [field])]
    return next(field for field in fields if field["name"] == name)


def test_somebody_alone_has_no_audience_to_choose(session: LogReader) -> None:
    """Alone there is one audience, and it is said what it means; an entry says who can read it, without a choice."""
    readers = answer_of(session.shows["free"]["form"], "visibility")
    assert [(choice["value"], choice["about"]) for choice in readers["choices"]] == [("private", READERS["private"][1])]
    write(session, session=GAP, prompt="how-i-ask")
    (entry,) = session.shows["asked"][1]["entries"]
    assert (entry["readers"], entry["choices"]) == (READERS["private"][2], [])


def test_an_audience_without_readers_is_told_and_can_be_left(session: LogReader) -> None:
    """An entry for a cohort that is not there says that only its author can read it, and can be made private."""
    write(session, session=GAP, prompt="how-i-ask", visibility="cohort")
    (entry,) = session.shows["asked"][1]["entries"]
    assert entry["readers"] == NO_READERS.format(choice=READERS["cohort"][0])
    assert [choice["value"] for choice in entry["choices"]] == ["private", "cohort"]
    session.say("ShareEntry", entry=entry["entry"], visibility="private")
    assert session.shows["asked"][1]["entries"][0]["readers"] == READERS["private"][2]


def test_a_member_of_a_cohort_chooses_among_all_audiences(member: LogReader) -> None:
    """Each audience says what it will mean, private comes first, and each entry says who can read it."""
    readers = answer_of(member.shows["write"]["form"], "visibility")
    assert ([choice["value"] for choice in readers["choices"]], readers["value"]) == (list(READERS), "private")
    for visibility, (_, before, after) in READERS.items():
        write(member, visibility=visibility)
        assert before != after
    assert [entry["readers"] for entry in member.shows["entries"]] == [words[2] for words in reversed(READERS.values())]
    assert [len(entry["choices"]) for entry in member.shows["entries"]] == [4, 4, 4, 4]


def test_a_session_asks_its_questions(session: LogReader) -> None:
    """Each question has a form with a name of its own; nobody's entry is about a principle that they did not choose."""
    slots = [asked["form"]["slot"] for asked in session.shows["asked"]]
    assert slots == [f"prompt/{GAP}/whose-knowledge", f"prompt/{GAP}/how-i-ask"]
    assert answer_of(session.shows["asked"][0]["form"], "principles")["value"] == ""
    write(session, session=GAP, prompt="how-i-ask")
    assert [len(asked["entries"]) for asked in session.shows["asked"]] == [0, 1]


def test_the_page_begins_where_it_was(session: LogReader) -> None:
    """The place is the session; what the browser kept of another kind is refused in words."""
    assert session.shows["place"] == {"session": GAP}
    with pytest.raises(CourseError, match="filled in"):
        LogReader(session.course).start(session=["no", "name"])


def test_a_refused_save_is_told_and_changes_nothing(whole: LogReader) -> None:
    """An empty entry is refused in words, and the page shows what there is."""
    write(whole, "  ")
    assert whole.shows["notice"]["what"] == "there are no words in it yet"
    assert whole.shows["entries"] == []
    write(whole)
    assert whole.shows["notice"] is None


def test_an_entry_is_opened_changed_and_closed(whole: LogReader) -> None:
    """Opened, an entry is all there, with what a form needs; after a change its earlier version is."""
    entry = write(whole, "x" * 5000, confidence=2, principles=["P4"])
    assert whole.shows["entries"][0]["cut"]
    whole.say("OpenEntry", entry=entry)
    opened = whole.shows["opened"]
    assert len(opened["steps"][0]["words"]) == 5000
    form = opened["form"]
    begun = [answer_of(form, name)["value"] for name in ("steps", "guide", "principles", "confidence")]
    assert begun == [json.dumps([["", "x" * 5000]]), "free", "P4\n", "2"]
    whole.say("ReviseEntry", **form["fixed"], steps=[{"words": "Short."}], confidence=None)
    assert [len(old["steps"][0]["words"]) for old in whole.shows["opened"]["before"]] == [5000]
    assert whole.shows["opened"]["notes"] == ["", ""]
    assert whole.shows["opened"]["before"][0]["notes"] == [sure(2)]
    whole.say("OpenEntry", entry="")
    assert whole.shows["opened"] is None
    whole.say("OpenEntry", entry="somebody-elses")
    assert whole.shows["notice"]["what"] == "there is no such entry of yours"


def test_a_search_is_told_in_a_sentence(whole: LogReader) -> None:
    """What was found is told; nothing written yet invites to begin."""
    assert whole.shows["told"] == NOTHING_YET
    write(whole, "One bus.")
    write(whole, "Two trains.", principles=["P1"])
    assert whole.shows["told"] == "2 entries, the newest first."
    whole.say("SearchLog", find="bus", session="", principle="", page=1)
    assert whole.shows["told"] == "1 of 2 entries found."
    whole.say("SearchLog", find="", session="", principle="P2", page=1)
    assert whole.shows["told"] == "Nothing found in 2 entries."


@pytest.mark.parametrize(
    "said",
    [
        {"say": "Sort", "exercise": "sorting", "situation": "x", "answer": "neither"},
        {"say": "SearchLog", "page": 0},
        {"say": "SearchLog", "find": "x" * 300},
        {"say": "KeepDraft", "draft": "../../etc", "slot": "free/", "count": 1, "fields": {}},
        {
            "say": "KeepDraft",
            "draft": "draft-01",
            "slot": "free/",
            "count": 1,
            "fields": {"steps": "x" * (LONGEST + 1)},
        },
        {"say": "WriteEntry", "entry": "entry-01", "steps": []},
        {"say": "WriteEntry", "entry": "entry-01", "steps": [{"words": "x"}], "visibility": "everybody"},
        {"say": "ShareEntry", "entry": "entry-01", "visibility": "world"},
        {"say": "SharedLog", "author": "ann"},
        {"say": "WholeLog"},
        {"say": []},
        {},
    ],
)
def test_messages_that_are_none_of_the_page(whole: LogReader, said: dict[str, Any]) -> None:
    """What no form of the page can send is refused, and changes nothing."""
    before = whole.shows
    with pytest.raises(CourseError):
        whole.program.receive({"id": uuid4().hex, **said})
    assert whole.shows == before


def test_the_chart_says_what_it_shows(whole: LogReader) -> None:
    """From two entries on there is a sentence, a point and a row for each."""
    write(whole, confidence=1)
    before = whole.shows["chart"]
    write(whole, confidence=5)
    chart = whole.shows["chart"]
    assert before is None
    assert chart["says"] == (
        "In 2 entries you were between “not at all” and “very” sure. In the newest one, you were “very” sure. "
        "Being less sure than before is often what learning feels like."
    )
    drawn = [row["level"] for row in chart["spec"]["datasets"]["rows"] if "day" in row]
    assert drawn == ["not at all", "very"]
    assert len(chart["table"]["rows"]) == 2


def test_promises_are_shown_with_what_became_of_them(whole: LogReader) -> None:
    """A promise is open until it is answered and then says what became of it; what was done is told in words."""
    whole.say("MakeCommitment", commitment="promise-1", session=WAY, what="Tell them.", by="2099-01-09")
    (promise,) = whole.shows["promises"]["promises"]
    assert (promise["state"], promise["due"]) == ("Open", False)
    whole.say("ChangeCommitment", **promise["change"]["fixed"], what="Tell Joy.", by=None)
    (promise,) = whole.shows["promises"]["promises"]
    assert (promise["what"], promise["by"], whole.shows["promise_told"]) == ("Tell Joy.", "", TOLD[ChangeCommitment])
    whole.say("AnswerCommitment", commitment="promise-1", outcome="kept", words="Done.", again=None)
    (promise,) = whole.shows["promises"]["promises"]
    assert (promise["state"], promise["answers"][0]["words"], promise["change"]) == ("Kept", "Done.", None)
    whole.say("DeleteCommitment", commitment="promise-1")
    assert (whole.shows["promises"]["promises"], whole.shows["promise_told"]) == ([], TOLD[DeleteCommitment])


def test_a_past_day_is_refused_in_words(whole: LogReader) -> None:
    """A promise for last year is not recorded, and the page says what to do."""
    whole.say("MakeCommitment", commitment="promise-1", session="", what="Tell them.", by="2025-01-09")
    assert whole.shows["promises"]["promises"] == []
    assert whole.shows["notice"]["what"] == "that day is past"


def test_a_promise_is_asked_about_where_it_is_due(session: LogReader) -> None:
    """What is due stands first, whichever session it is from; each outcome is an answer, and two can be carried on."""
    session.say("MakeCommitment", commitment="promise-1", session=WAY, what="Ask Joy.", by=TODAY)
    session.say("MakeCommitment", commitment="promise-2", session=GAP, what="Ask Callum.", by="2099-01-09")
    (due,), (own,) = session.shows["due"]["promises"], session.shows["promise"]["promises"]
    assert (due["what"], due["state"], own["what"]) == ("Ask Joy.", "Due", "Ask Callum.")
    ways = due["answer"]["fields"][0]["ways"]
    assert [(way["fixed"]["outcome"], [field["name"] for field in way["fields"]]) for way in ways] == [
        ("kept", ["words"]),
        ("partly", ["words", "again"]),
        ("not kept", ["words", "again"]),
        ("dropped", ["words"]),
    ]


def test_how_sure_is_said_in_words() -> None:
    """Each level has a word; where nothing was said, nothing is shown."""
    assert [sure(level) for level in range(1, 6)] == [
        f"{word.capitalize()} sure ({level} of 5)" for level, word in enumerate(CONFIDENCE, 1)
    ]
    assert sure(None) == ""
