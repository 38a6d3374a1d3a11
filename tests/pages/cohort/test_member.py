"""The page of one's cohort: what an observer is offered, and what is said after leaving."""

from uuid import uuid4

import pytest

from dlcourse.domain.cohort.messages import GiveRole, LeaveCohort, MyCohort
from dlcourse.domain.cohort.views import MyCohortView
from dlcourse.domain.reflection.log import WholeLog
from dlcourse.domain.speech import Recorded
from dlcourse.errors import CourseError
from dlcourse.pages.cohort import member
from dlcourse.pages.cohort.member_contents import MyCohortProps, my_cohort
from dlcourse.pages.program import Do, Done, Refused
from tests.classroom import Classroom, Member

LEAVING = LeaveCohort(id=uuid4().hex, cohort=uuid4().hex)
LEFT = Done(LEAVING, Recorded(stream="stream", version=1, at=""))
REFUSED = Refused(Do(LEAVING), CourseError("cohort", "you do not take part in it any more", "Ask whoever leads it."))


@pytest.mark.parametrize("news", [(LEFT, REFUSED), (REFUSED, LEFT)])
def test_after_leaving_only_the_way_on_is_said(news: tuple[Done | Refused, ...]) -> None:
    """What is refused to somebody who has just left is no problem of theirs; they read how to join again."""
    state = member.MemberState()
    for each in news:
        state, _ = member.update(state, each)
    shown = member.props(state)
    assert (shown["notice"], shown["left"]) == (None, member.LEFT)
    assert member.LEFT["join"]["to"] == "join"


def test_an_observer_is_offered_only_what_they_may_do(classroom: Classroom) -> None:
    """The page says what an observer is and offers neither reviewers nor witnesses; a refusal says the same."""
    ann, ben = classroom.joined("Ann"), classroom.joined("Ben")
    classroom.host.do(GiveRole, cohort=classroom.cohort, person=ben.id, role="observer")
    assert page(ann, classroom)["reviewers"]
    assert page(ann, classroom)["witness"]
    shown = page(ben, classroom)
    assert (shown["reviewers"], shown["witness"]) == (None, None)
    assert shown["role"].startswith("Observer: you look on")
    with pytest.raises(CourseError, match="you look on, and do nothing in the course yourself"):
        ben.course.see(WholeLog())


def page(somebody: Member, classroom: Classroom) -> MyCohortProps:
    """The cohort as the page shows it to this person."""
    view = somebody.course.see(MyCohort(cohort=classroom.cohort))
    assert isinstance(view, MyCohortView)
    return my_cohort(view)
