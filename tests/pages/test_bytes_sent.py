"""How many bytes of a page's props a browser is sent after what a person does."""

import json
import uuid
from typing import Any

from dlcourse.course.local import LocalCourse
from dlcourse.course.props_feed import PropsFeed
from tests.hosted import HostedPage
from tests.ids import new_id
from tests.props import with_news


class Browser:
    """What a page in a browser is sent, and how many bytes that is; it begins with nothing."""

    def __init__(self, reader: HostedPage) -> None:
        self.reader, self.feed, self.has = reader, PropsFeed(), dict[str, Any]()
        self.hears()

    def hears(self) -> int:
        """Take in what the page shows now; the bytes that takes."""
        news = self.feed.next(self.reader.shows) or {}
        self.has = with_news(self.has, news)
        assert {**self.reader.shows, "revision": self.has["revision"]} == self.has
        return len(json.dumps(news)) if news else 0


def log_of(course: LocalCourse, entries: int) -> HostedPage:
    """The whole log of somebody who wrote so many entries."""
    reader = HostedPage("log", course)
    for at in range(entries):
        reader.say(
            "WriteEntry", entry=uuid.uuid4().hex, steps=[{"words": f"Entry {at}. " + "Some words of mine. " * 20}]
        )
    reader.catch_up()
    return reader


def test_a_pause_in_typing_sends_the_draft_back_and_no_entry(course: LocalCourse) -> None:
    """In a log of 60 entries a pause in typing brings less than a kilobyte; all of the log is 20 times as much."""
    reader = log_of(course, 60)
    browser = Browser(reader)
    draft, words = uuid.uuid4().hex, "A new thought, not yet finished"
    for count in range(1, 4):
        reader.keep(draft, "free/", count, steps=json.dumps([["", f"{words} {count}"]]))
        reader.catch_up()
        assert browser.hears() < 1000
    assert browser.has["drafts"][0]["count"] == 3
    assert len(json.dumps(browser.has)) > 20_000


def test_a_move_sends_what_it_brought_to_the_table(course: LocalCourse) -> None:
    """Late in a talk, a question brings its lines and what one learned, not the whole table again."""
    reader = HostedPage("roleplay", course, scenario="the-reading-gap")
    play = new_id()
    reader.say("BeginPlay", play=play, scenario="the-reading-gap", seat="teacher")
    reader.say("StatePreference", play=play, option="buy-program")
    for whom in ("custodian", "secretary", "principal"):
        reader.say("Ask", play=play, how="expertise", to=whom)
    browser = Browser(reader)
    reader.say("Ask", play=play, how="open")
    assert 0 < browser.hears() < len(json.dumps(reader.shows)) / 4
