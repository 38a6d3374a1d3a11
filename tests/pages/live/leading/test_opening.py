"""The page on which live sessions are opened: what is filled in becomes the session's settings."""

import pytest

from dlcourse.domain.live.console_views import LiveConsoleView
from dlcourse.domain.live.messages import CloseLive
from dlcourse.domain.live.queries import LiveConsole
from dlcourse.domain.live.settings import Arm, LiveSettings, PhaseMinutes
from dlcourse.errors import CourseError
from dlcourse.pages.live.leading.opening_contents import PLANS
from tests.classroom import Classroom
from tests.handlers.live.live_room import LiveRoom
from tests.pages.conftest import Reader
from tests.person import GAP

SESSION = "5" * 32
USUAL = {"scenario": GAP, "session": SESSION}


def opening(classroom: Classroom) -> Reader:
    """The page, as somebody sees it who leads the cohort."""
    reader = Reader("open-live", classroom.course_of(classroom.facilitator().entered.viewer))
    reader.start(cohort=classroom.cohort)
    return reader


def test_a_session_is_opened_with_the_settings_that_were_chosen(classroom: Classroom) -> None:
    """Menus send texts; the session has the numbers, the arms and the rules that they stand for."""
    reader = opening(classroom)
    chosen = {"group_size": "3", "pacing": "group", "plan": "hidden-manifest", "talk": "20", "outcome": "0"}
    rest = {"leftover": "smaller-groups", "absence": "re-deal", "gone_after": "120"}
    shown = reader.say("OpenWith", **USUAL, **chosen, **rest)
    assert shown["notice"] is None
    to = f"cohort/{classroom.cohort}/live/{SESSION}"
    assert shown["contents"]["opened"]["to"] == shown["contents"]["sessions"][0]["to"] == to
    view = classroom.host.course.see(LiveConsole(cohort=classroom.cohort, session=SESSION))
    assert isinstance(view, LiveConsoleView)
    assert view.settings == LiveSettings(
        group_size=3,
        pacing="group",
        leftover="smaller-groups",
        absence="re-deal",
        gone_after=120,
        minutes=PhaseMinutes(talk=20, outcome=0),
        arms=(Arm(), Arm(condition="manifest")),
    )


def test_the_form_begins_with_the_usual_settings(classroom: Classroom) -> None:
    """What stands in the form before anybody changes it is what a session has by default, and every plan is known."""
    fields = opening(classroom).shows["contents"]["form"]["fields"]
    every = [each for field in fields for each in field.get("fields", [field])]
    stands = {field["name"]: field.get("value", "") for field in every}
    usual, minutes = LiveSettings(), PhaseMinutes()
    assert stands.pop("scenario") == ""
    assert PLANS[stands.pop("plan")] == usual.arms
    assert stands == {
        **{name: str(getattr(usual, name)) for name in ("group_size", "pacing", "leftover", "absence", "gone_after")},
        **{name: str(value) for name, value in minutes.model_dump().items()},
    }
    plans = next(field for field in every if field["name"] == "plan")
    assert {choice["value"] for choice in plans["choices"]} == PLANS.keys()


def test_groups_larger_than_the_scenario_are_refused_in_words(classroom: Classroom) -> None:
    """A scenario with five roles cannot have groups of twelve; the page says so, and nothing is opened."""
    shown = opening(classroom).say("OpenWith", **USUAL, group_size="12")
    assert "has 5 roles" in shown["notice"]["what"]
    assert shown["contents"]["sessions"] == []
    assert shown["contents"]["opened"] is None


def test_nonsense_is_no_setting(classroom: Classroom) -> None:
    """A browser cannot make up a pace, and a message without an id opens nothing."""
    reader = opening(classroom)
    with pytest.raises(CourseError):
        reader.say("OpenWith", **USUAL, pacing="never")
    with pytest.raises(CourseError):
        reader.program.receive({"say": "OpenWith", **USUAL})


def test_sessions_are_listed_by_how_far_they_are(classroom: Classroom) -> None:
    """What is under way comes first, and what has ended is set apart."""
    first, second, third = (LiveRoom(classroom) for _ in range(3))
    first.enter("Ann", "Ben")
    first.start()
    second.tell(CloseLive)
    contents = opening(classroom).shows["contents"]
    assert [row["to"].rpartition("/")[2] for row in contents["sessions"]] == [first.session, third.session]
    assert [row["to"].rpartition("/")[2] for row in contents["ended"]] == [second.session]
    assert contents["sessions"][0]["note"].startswith("Under way with 2 people in 1 group.")
