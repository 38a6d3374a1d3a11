"""What home says about taking the course with others: the way to live role-plays is for those who lead a cohort."""

from dlcourse.domain.cohort.messages import CohortPeople
from dlcourse.domain.cohort.views import CohortPeopleView
from dlcourse.domain.curriculum.progress import Home, HomeView
from dlcourse.pages.cohort.lead_contents import lead_contents
from dlcourse.pages.curriculum.together import leading_link
from tests.classroom import Classroom
from tests.person import Person


def home(person: Person) -> HomeView:
    """Home, as this person sees it."""
    view = person.course.see(Home())
    assert isinstance(view, HomeView)
    return view


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
