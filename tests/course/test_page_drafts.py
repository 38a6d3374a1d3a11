"""The drafts of a page's forms: stored by any page, shown on the right pages, and gone after they were sent."""

import json
import uuid
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from dlcourse import files
from dlcourse.content.library import Library
from dlcourse.course.local import LocalCourse
from dlcourse.domain.drafts import Drafts, KeepDraft
from dlcourse.domain.speech import Command, Query
from dlcourse.errors import CourseError
from dlcourse.pages.words import DRAFT_WORDS
from dlcourse.store import Store
from tests.hosted import HostedPage
from tests.ids import new_id

GAP = "the-reading-gap"


@pytest.fixture
def course(tmp_path: Path) -> Iterator[LocalCourse]:
    """The shipped course with a fresh store."""
    store = Store.open(f"sqlite:///{tmp_path / 'course.db'}")
    yield LocalCourse(store, store.person, Library(files.data(), []))
    store.close()


def deciding(course: LocalCourse) -> tuple[HostedPage, dict[str, Any]]:
    """A role-play at the point of decision, and its form."""
    page, play = HostedPage("roleplay", course, scenario=GAP), new_id()
    page.say("BeginPlay", play=play, scenario=GAP, seat="principal")
    page.say("StatePreference", play=play, option="buy-program")
    return page, page.shows["task"]["closing"]


def test_words_in_any_form_are_kept_and_gone_once_they_are_sent(course: LocalCourse) -> None:
    """A half-written reason is on the page when it is opened again; the decision with its id leaves no draft."""
    page, form = deciding(course)
    draft = uuid.uuid4().hex
    assert page.keep(draft, form["slot"], option="move-block", reason="Because")["taken"]
    assert page.catch_up()["draft_words"] == DRAFT_WORDS
    again = HostedPage("roleplay", course, scenario=GAP)
    assert again.drafts == {draft: {"option": "move-block", "reason": "Because"}}
    again.say(form["say"], id=draft, **form["fixed"], option="move-block", reason="Because.", credits=[])
    again.catch_up()
    assert again.drafts == {}
    assert HostedPage("roleplay", course, scenario=GAP).drafts == {}


def test_a_draft_is_not_shown_while_it_is_sent_and_shown_again_where_it_was_refused(course: LocalCourse) -> None:
    """While words are being sent, no props show them as a draft; after a refusal they are shown again."""
    page, form = deciding(course)
    draft = uuid.uuid4().hex
    page.keep(draft, form["slot"], reason="Because")
    page.catch_up()
    refused = page.say(form["say"], id=draft, **form["fixed"], option="no such option", reason="Because", credits=[])
    assert not refused["taken"]
    assert draft in page.drafts
    before = len(page.shown)
    assert page.say(form["say"], id=draft, **form["fixed"], option="move-block", reason="Because", credits=[])["taken"]
    page.catch_up()
    assert [shown["drafts"] for shown in page.shown[before:] if shown["drafts"]] == []


def test_a_page_shows_the_drafts_of_its_own_forms(course: LocalCourse) -> None:
    """A draft that was stored by one page, such as in a closed tab, is shown on the page with its form."""
    mine, theirs = uuid.uuid4().hex, uuid.uuid4().hex
    log = HostedPage("log", course)
    log.keep(mine, "free/", steps=json.dumps([["", "Half a"]]))
    log.keep(theirs, "about-you", name="Zo")
    assert log.catch_up()["drafts"] == HostedPage("log", course).shows["drafts"]
    assert list(log.drafts) == [mine]
    assert HostedPage("about-you", course).drafts == {theirs: {"name": "Zo"}}


@pytest.mark.parametrize(
    ("page", "place", "slot"),
    [
        ("about-you", {}, "about-you"),
        ("own-practice", {"exercise": "own-practice"}, "own-practice/own-practice"),
        ("judgment", {"exercise": "judgment", "time": "before"}, "judgment/judgment/before/blank-problems"),
        ("scrutiny", {"exercise": "open-practice"}, "scrutiny/open-practice/begin"),
        ("roleplay", {"scenario": GAP}, "play/some-play/talk"),
        ("log", {}, "free/"),
    ],
)
def test_every_page_with_words_keeps_them(course: LocalCourse, page: str, place: dict[str, str], slot: str) -> None:
    """Each page whose forms take a person's own words shows their drafts, and marks whose they are."""
    draft = uuid.uuid4().hex
    HostedPage(page, course, **place).keep(draft, slot, words="Mine")
    shown = HostedPage(page, course, **place).shows
    assert [card["draft"] for card in shown["drafts"]] == [draft]
    assert shown["who"]


def test_another_tab_hears_of_a_draft_and_of_its_end(course: LocalCourse) -> None:
    """A draft that is stored, deleted or sent in another tab changes here without a message from this tab."""
    one, other = HostedPage("about-you", course), HostedPage("about-you", course)
    draft = uuid.uuid4().hex
    one.keep(draft, "about-you", name="Zo")
    other.catch_up()
    assert other.drafts == {draft: {"name": "Zo"}}
    one.say("DropDraft", draft=draft, count=1)
    other.catch_up()
    assert other.drafts == {}
    sent = uuid.uuid4().hex
    one.keep(sent, "about-you", name="Zoë")
    one.say("Introduce", id=sent, name="Zoë", role="", leads="")
    other.catch_up()
    assert other.drafts == {}


def test_a_draft_that_cannot_be_kept_is_not_taken(course: LocalCourse, monkeypatch: pytest.MonkeyPatch) -> None:
    """If a draft is invalid or the store is full, the browser is told that it was not stored, and the page goes on."""
    page = HostedPage("log", course)
    before = page.shows
    assert not page.keep("../../etc", "free/")["taken"]

    def full(command: Command) -> Any:
        assert isinstance(command, KeepDraft)
        raise CourseError("disk", "there is no space left")

    monkeypatch.setattr(course, "do", full)
    assert not page.keep(uuid.uuid4().hex, "free/")["taken"]
    assert page.shows == before
    assert page.shows["notice"] is None


def test_a_page_without_words_keeps_no_drafts(course: LocalCourse) -> None:
    """A page without slots refuses drafts and shows none."""
    page = HostedPage("sorting", course, exercise="sorting")
    assert "drafts" not in page.shows
    assert page.keep(uuid.uuid4().hex, "free/")["error"]


def test_who_may_keep_no_drafts_sees_the_page_all_the_same(
    course: LocalCourse, monkeypatch: pytest.MonkeyPatch
) -> None:
    """If a person may not see drafts, the page starts without any."""
    see = course.see

    def refuse(query: Query) -> Any:
        if isinstance(query, Drafts):
            raise CourseError("course", "your role here does not allow this")
        return see(query)

    monkeypatch.setattr(course, "see", refuse)
    page = HostedPage("about-you", course)
    assert page.shows["form"]
    assert "drafts" not in page.shows
