"""What home and the frame say to somebody alone, to a member of a cohort, and to the host."""

from dlcourse.domain.cohort.messages import CohortPeople
from dlcourse.domain.cohort.views import CohortPeopleView
from dlcourse.domain.curriculum.progress import Home, HomeView
from dlcourse.domain.live.messages import CloseLive, EnterLive
from dlcourse.pages.cohort.lead_contents import lead_contents
from dlcourse.pages.curriculum import words
from dlcourse.pages.curriculum.frame import frame
from dlcourse.pages.curriculum.home import HomeState, props
from dlcourse.pages.curriculum.together import leading_link
from tests.classroom import Classroom
from tests.handlers.live.live_room import LiveRoom
from tests.pages.conftest import Reader
from tests.person import Person


def home(person: Person) -> HomeView:
    """The home page's view."""
    view = person.course.see(Home())
    assert isinstance(view, HomeView)
    return view


def links(view: HomeView) -> set[str]:
    """The addresses that home offers as one's own, and those of its sections about others."""
    contents = props(HomeState(view))["contents"]
    assert contents
    about = [contents["cohort"]["to"]] if contents["cohort"] else []
    facilitating = contents["facilitating"]
    notes = ["notes", *(link["to"] for link in facilitating["links"])] if facilitating else []
    return {*(link["to"] for link in contents["mine"]), *about, *notes}


def test_a_member_is_offered_only_what_is_for_members(classroom: Classroom) -> None:
    """A member finds their cohort, but neither the studio nor the choice to facilitate, and keeps no copy here."""
    view = home(classroom.joined("Ann"))
    assert "cohort" in links(view)
    assert not {"studio", "notes"} & links(view)
    around = frame(view, "")
    assert (around["work_copy"], around["person"]) == (None, "Ann")
    shown = [link["to"] for link in around["links"]]
    assert "cohort" in shown
    assert "facilitator" not in shown


def test_a_facilitator_finds_their_home(classroom: Classroom) -> None:
    """Whoever came in with the key finds the facilitator's home first, and is not asked whether they facilitate."""
    view, live = home(classroom.facilitator()), f"cohort/{classroom.cohort}/live"
    assert view.notes
    contents = props(HomeState(view))["contents"]
    assert contents
    assert contents["facilitating"]
    assert contents["facilitating"]["change"] == ""
    assert [link["to"] for link in contents["facilitating"]["links"]] == ["facilitator", live, "kit"]
    assert contents["mine"][0]["to"] == "facilitator"
    assert [link["to"] for link in frame(view, "")["links"]][:2] == ["cohort", "facilitator"]


def test_the_host_is_offered_cohorts_and_the_studio(classroom: Classroom, ann: Person) -> None:
    """The host can create cohorts and write scenarios; somebody alone elsewhere has no cohorts to look at."""
    assert {"cohort", "studio", "notes"} <= links(home(classroom.host))
    assert frame(home(classroom.host), "")["work_copy"]
    assert "cohort" not in links(home(ann))


def test_home_leads_into_an_open_live_session(classroom: Classroom) -> None:
    """As soon as a session is open, a member's home leads there, and a leader's does not; it is gone when it ends."""
    ann = classroom.joined("Ann")
    assert live_links(home(ann)) == []
    room = LiveRoom(classroom)
    assert live_links(home(ann)) == [(f"live/{room.session}", words.LIVE_ENTER)]
    assert live_links(home(room.lead)) == []
    ann.do(EnterLive, cohort=room.cohort, session=room.session)
    assert live_links(home(ann)) == [(f"live/{room.session}", words.LIVE_GO_ON)]
    room.tell(CloseLive)
    assert live_links(home(ann)) == []


def test_home_learns_that_a_live_session_was_opened(classroom: Classroom) -> None:
    """A member's home watches the cohort's live sessions, so that it shows one without a reload."""
    reader = Reader("home", classroom.joined("Ann").course)  # type: ignore[arg-type]
    reader.start()
    assert reader.shows["contents"]["live"] is None
    LiveRoom(classroom)
    assert reader.hears()["contents"]["live"]


def live_links(view: HomeView) -> list[tuple[str, str]]:
    """Where home leads to live sessions, and what it says about each."""
    contents = props(HomeState(view))["contents"]
    assert contents
    return [(link["to"], link["note"]) for link in contents["live"]["sessions"]] if contents["live"] else []


def test_home_leads_facilitators_to_the_live_role_plays_of_their_cohort(classroom: Classroom) -> None:
    """A facilitator's home has the same way there as the cohort's page; participants have none."""
    faye, ann = classroom.facilitator(), classroom.joined("Ann")
    link = leading_link(home(faye))
    assert link is not None
    assert link["to"] == f"cohort/{classroom.cohort}/live"
    assert leading_link(home(ann)) is None
    view = faye.course.see(CohortPeople(cohort=classroom.cohort))
    assert isinstance(view, CohortPeopleView)
    assert lead_contents(view)["live"]["to"] == link["to"]
