"""The page of one's cohort's live role-plays: the way in for members, and the way to open one for whoever leads."""

from dlcourse.domain.live.messages import CloseLive
from dlcourse.domain.live.queries import LiveSessions
from dlcourse.errors import CourseError
from dlcourse.pages.live import here_words as words
from dlcourse.pages.live.here import PAGE, LiveHereState
from dlcourse.pages.program import Refused, See, Seen
from tests.classroom import Classroom
from tests.handlers.live.live_room import LiveRoom
from tests.pages.conftest import Reader
from tests.person import Person


def test_a_member_finds_the_way_in_while_a_session_is_open(classroom: Classroom) -> None:
    """The way in appears when a session is opened, and goes when it has ended, while the page is open."""
    member = classroom.joined("Ann")
    page = Reader("live-here", member.course)  # type: ignore[arg-type]
    shown = page.start()
    assert (shown["sentence"], shown["ways"]) == (words.NONE_OPEN, [])
    live = LiveRoom(classroom)
    shown = page.say("LookAgain")
    (way,) = shown["ways"]
    assert (way["to"], way["text"]) == (f"live/{live.session}", words.ENTER.format(title="The reading gap"))
    assert (shown["sentence"], shown["links"]) == (words.OPEN, shown["ways"])
    live.enter("Ben")
    live.start()
    assert page.say("LookAgain")["ways"][0]["note"] == words.STARTED
    live.tell(CloseLive)
    assert page.say("LookAgain")["ways"] == []


def test_what_went_wrong_is_gone_once_the_sessions_are_seen_again(ann: Person) -> None:
    """If the sessions could not be looked up for a moment, that is not said any more once they could."""
    error = CourseError("course", "it does not answer", "Wait.")
    refused, _ = PAGE.update(LiveHereState(), Refused(See(LiveSessions()), error))
    assert refused.notice == error
    seen, _ = PAGE.update(refused, Seen(LiveSessions(), ann.course.see(LiveSessions())))
    assert seen.notice is None


def test_whoever_leads_finds_the_way_to_open_one(classroom: Classroom) -> None:
    """A facilitator is led to the page on which live role-plays are opened, whether or not one is open."""
    live = LiveRoom(classroom)
    page = Reader("live-here", live.lead.course)  # type: ignore[arg-type]
    shown = page.start()
    assert [way["to"] for way in shown["ways"]] == [f"cohort/{live.cohort}/live"]
    assert shown["sentence"] == words.LEAD


def test_somebody_without_a_cohort_reads_what_a_live_role_play_is(ann: Person) -> None:
    """Without a cohort there is no way in, only a sentence about it."""
    shown = Reader("live-here", ann.course).start()  # type: ignore[arg-type]
    assert (shown["sentence"], shown["ways"], shown["away"]) == (words.ALONE, [], "")
