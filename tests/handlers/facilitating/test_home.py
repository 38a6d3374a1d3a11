"""A facilitator's home: what somebody finds who is alone, who leads a cohort, and who runs the server."""

from datetime import UTC, date, datetime

import pytest

from dlcourse.domain.cohort.messages import ArchiveCohort, SetSessionDate
from dlcourse.domain.curriculum.facilitating import ChooseFacilitating
from dlcourse.domain.facilitating.home import FacilitatorHome, FacilitatorHomeView
from dlcourse.domain.facilitating.presenting import BeginRun
from dlcourse.domain.live.messages import CloseLive
from dlcourse.errors import CourseError
from dlcourse.handlers.facilitating import home
from tests.classroom import Classroom
from tests.handlers.live.live_room import LiveRoom
from tests.person import Person

FAR = date(2999, 1, 1)


def home_of(person: Person) -> FacilitatorHomeView:
    """A facilitator's home as this person sees it."""
    view = person.course.see(FacilitatorHome())
    assert isinstance(view, FacilitatorHomeView)
    return view


def test_somebody_alone_chooses_first(ann: Person) -> None:
    """Before the choice there is nothing; afterward there is every run-of-show, without a cohort."""
    assert home_of(ann) == FacilitatorHomeView(facilitates=False)
    ann.do(ChooseFacilitating, chosen=True)
    view = home_of(ann)
    assert [run.session for run in view.runs] == [mark.id for mark in ann.home().sessions if mark.open]
    assert (view.next, view.on, view.cohorts) == ("00-start-here", None, ())
    ann.do(BeginRun, session="03-the-reading-gap")
    assert home_of(ann).next == "04-ground-rules"


def test_a_cohort_is_there_with_its_people_days_and_live_sessions(classroom: Classroom) -> None:
    """Whoever leads a cohort sees that one only: how many people, the next day, and what is open now."""
    lead = classroom.facilitator()
    classroom.joined("Ben")
    lead.do(SetSessionDate, cohort=classroom.cohort, session="05-stretched-over", on=FAR)
    live = LiveRoom(classroom)
    view = home_of(lead)
    (cohort,) = view.cohorts
    assert (cohort.name, cohort.people, view.next, view.on) == ("Autumn deans", 1, "05-stretched-over", FAR)
    assert [room.session for room in cohort.live] == [live.session]
    live.tell(CloseLive)
    assert home_of(lead).cohorts[0].live == ()


def test_whoever_runs_the_server_sees_all_that_go_on(classroom: Classroom) -> None:
    """The host sees each cohort that is not archived; nobody else sees another cohort."""
    other = Classroom(classroom.store, "Spring deans", classroom.entrance)
    classroom.host.do(ChooseFacilitating, chosen=True)
    assert {each.name for each in home_of(classroom.host).cohorts} == {"Autumn deans", "Spring deans"}
    classroom.host.do(ArchiveCohort, cohort=other.cohort)
    assert [each.name for each in home_of(classroom.host).cohorts] == ["Autumn deans"]
    assert [each.name for each in home_of(classroom.facilitator()).cohorts] == ["Autumn deans"]
    with pytest.raises(CourseError, match="for those who lead"):
        home_of(classroom.joined("Ben"))


def test_an_evening_in_america_is_still_today(classroom: Classroom, monkeypatch: pytest.MonkeyPatch) -> None:
    """While it is still today in California, today's session comes next, although tomorrow has begun in UTC."""
    lead = classroom.facilitator()
    for session, day in (("05-stretched-over", 1), ("06-reciprocity", 8)):
        lead.do(SetSessionDate, cohort=classroom.cohort, session=session, on=date(2999, 1, day))
    for hour, comes in ((7, "05-stretched-over"), (9, "06-reciprocity")):
        monkeypatch.setattr(home, "utc_now", lambda hour=hour: datetime(2999, 1, 2, hour, tzinfo=UTC))
        assert home_of(lead).next == comes
