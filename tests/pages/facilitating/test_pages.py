"""The pages for facilitators: slides turn in every window, the room sees no notes, and links lead on."""

import json
from typing import Any

import pytest

from dlcourse.course.local import LocalCourse
from dlcourse.domain.facilitating.home import FacilitatorHomeView
from dlcourse.pages.facilitating import home_contents as shown_home
from dlcourse.pages.facilitating.home_contents import home_contents
from dlcourse.pages.registry import PageLink
from tests.classroom import Classroom
from tests.handlers.facilitating.test_home import home_of
from tests.handlers.live.live_room import LiveRoom
from tests.pages.conftest import Reader
from tests.test_course import OPEN

GAP = "03-the-reading-gap"


@pytest.fixture
def lead(course: LocalCourse) -> LocalCourse:
    """The course of somebody who facilitates alone."""
    reader = Reader("facilitator-home", course)
    shown = reader.start()
    assert shown["contents"]["ask"]["choose"] == "I facilitate"
    assert not shown["contents"]["sessions"]
    assert reader.say("ChooseFacilitating", chosen=True)["contents"]["ask"] is None
    return course


def test_the_screen_and_the_notes_follow_each_other(lead: LocalCourse) -> None:
    """A slide that is turned in one window is turned in the other, as often as a key is pressed, and no further."""
    screen, notes = Reader("present", lead), Reader("speaker-notes", lead)
    count = last_number(screen.start(session=GAP))
    assert notes.start(session=GAP)["contents"]["at"] == f"Slide 1 of {count}"
    for number in (2, 3):
        assert screen.say("TurnSlide", by=1)["contents"]["at"] == f"{number} of {count}"
    notes.hears()
    notes.catch_up()
    assert notes.shows["contents"]["at"] == f"Slide 3 of {count}"
    notes.say("TurnSlide", by=-1)
    screen.hears()
    screen.catch_up()
    assert screen.shows["contents"]["at"] == f"2 of {count}"
    screen.say("TurnSlide", by=0)
    assert screen.say("TurnSlide", by=-1)["contents"]["first"]
    for _ in range(count + 2):
        screen.say("TurnSlide", by=1)
    assert screen.shows["contents"]["at"] == f"{count} of {count}"


def test_the_room_is_sent_no_notes(lead: LocalCourse) -> None:
    """Whatever is turned to, nothing of what to say, to ask and to do is sent to the screen, nor another slide."""
    screen, notes = Reader("present", lead), Reader("speaker-notes", lead)
    screen.start(session=GAP)
    said = set[str]()
    while not screen.shows["contents"]["last"]:
        screen.say("TurnSlide", by=1)
        step = notes.start(session=GAP)["contents"]["step"]
        said |= {part["html"] for part in step["notes"]}
        assert notes.shows["contents"]["next"] not in json.dumps(screen.shows) or screen.shows["contents"]["last"]
    assert len(said) > 10
    assert not any(json.dumps(html)[1:-1] in json.dumps(screen.shown) for html in said)


def test_a_figure_has_a_slide_for_each_panel(lead: LocalCourse) -> None:
    """Each panel is a slide of its own, with its caption as the words."""
    screen = Reader("present", lead)
    screen.start(session=GAP)
    shown = [screen.say("TurnSlide", by=1)["contents"]["slide"] for _ in range(14)]
    first, second = (slide for slide in shown if slide["kind"] == "figure")
    assert first["panel"]["caption"] in first["html"]
    assert first["panel"] != second["panel"]


def test_the_time_runs_from_the_beginning(lead: LocalCourse) -> None:
    """The notes say that no time runs, then since when, and when the step should end."""
    notes = Reader("speaker-notes", lead)
    assert notes.start(session=GAP)["contents"]["timer"]["running"] is None
    assert "Prepare" not in notes.shows["contents"]["begin"]
    notes.say("TurnSlide", by=1)
    timer = notes.say("BeginRun", session=GAP)["contents"]["timer"]
    assert timer["running"] is not None
    notes.say("TurnSlide", by=1)
    assert notes.shows["contents"]["timer"]["ends"] == 5
    assert notes.shows["contents"]["timer"]["words"]["left"] == "Planned until minute 5: {time} left."


def test_a_run_of_show_stands_beside_what_the_room_sees(lead: LocalCourse) -> None:
    """Each step has its minutes, the way to the session's page, its notes, and its slides."""
    shown = Reader("run-of-show", lead).start(session=GAP)
    assert shown["title"] == "The reading gap: run-of-show"
    assert shown["contents"]["note"].startswith("90 minutes, in 6 steps:")
    step = shown["contents"]["steps"][1]
    assert (step["notes"]["when"], step["notes"]["minutes"]) == ("Minute 5 to 40", "35 minutes")
    assert [link["to"] for link in step["notes"]["uses"]] == [f"session/{GAP}#At-the-table"]
    assert [part["title"] for part in step["notes"]["notes"]] == ["Say", "Ask", "When it goes wrong"]
    assert len(step["room"]) == 2


@pytest.mark.parametrize("name", ["run-of-show", "present", "speaker-notes"])
def test_whoever_does_not_lead_yet_is_asked(course: LocalCourse, name: str) -> None:
    """Without the choice to facilitate, nothing is shown but the question; with it, the page opens at once."""
    reader = Reader(name, course)
    shown = reader.start(session=GAP)
    assert (shown["contents"], shown["notice"]) == (None, None)
    assert "gives away" in shown["ask"]["note"]
    assert shown["home"]["to"] == "facilitator"
    shown = reader.say("ChooseFacilitating", chosen=True)
    assert shown["ask"] is None
    assert shown["contents"]


@pytest.mark.parametrize("name", ["run-of-show", "present", "speaker-notes"])
def test_whoever_takes_part_is_told_and_not_asked(classroom: Classroom, name: str) -> None:
    """In a cohort, leading is no choice of one's own: a participant reads why nothing is shown."""
    reader = Reader(name, classroom.joined("Ann").course)  # type: ignore[arg-type]
    shown = reader.start(session=GAP)
    assert (shown["contents"], shown["ask"]) == (None, None)
    assert "for those who lead" in shown["notice"]["what"]


def test_the_home_of_a_cohort_leads_to_its_people_and_live_sessions(classroom: Classroom) -> None:
    """There are links to the people and codes, to the console and the screen of what is open, and to each session."""
    live, lead = LiveRoom(classroom), classroom.facilitator()
    contents = home_contents(home_of(lead))
    (cohort,) = contents["cohorts"]
    at = f"cohort/{live.cohort}"
    assert [link["to"] for link in cohort["links"]] == [at, f"{at}/live", f"{at}/report"]
    (room,) = cohort["live"]
    assert room["links"][0]["to"] == f"{at}/live/{live.session}"
    assert contents["next"]
    assert contents["next"]["links"][0]["to"] == "facilitator/run/00-start-here"
    assert {"kit", "aids"} <= {link["to"] for link in contents["tools"]}
    assert [each["links"][1]["to"] for each in contents["sessions"]] == [f"present/{each.id}" for each in OPEN]


def test_a_link_about_a_cohort_needs_one(classroom: Classroom, monkeypatch: pytest.MonkeyPatch) -> None:
    """An address with a cohort in it is filled in for whoever leads one, and left out for whoever leads none."""
    figures = PageLink("facilitator/figures", "Figures", 3, of_cohort=True)
    links = {"a": PageLink("aids", "Aids", 2), "c": figures, "b": PageLink("cohort/{cohort}/report", "Report", 1)}
    monkeypatch.setattr(shown_home, "FACILITATOR_LINKS", links)
    tools = home_contents(FacilitatorHomeView(facilitates=True))["tools"]
    assert [link["to"] for link in tools] == ["aids"]
    tools = home_contents(home_of(classroom.facilitator()))["tools"]
    assert [link["to"] for link in tools] == [f"cohort/{classroom.cohort}/report", "aids", "facilitator/figures"]


def last_number(shown: dict[str, Any]) -> int:
    """How many slides there are."""
    return int(shown["contents"]["at"].split()[-1])
