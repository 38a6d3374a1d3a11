"""Who may lead sessions: whoever leads a cohort, and whoever is in none and has chosen to facilitate."""

from dlcourse.domain.facilitating.home import FacilitatorHome
from dlcourse.domain.facilitating.presenting import BeginRun, ShowSlide
from dlcourse.domain.facilitating.runs import SessionRun
from dlcourse.domain.policy import LEARNERS, Rule, Rules
from dlcourse.errors import CourseError


def for_those_who_lead() -> CourseError:
    """The error for whoever does not lead the course."""
    what = "this page is for those who lead the course with a group, because it gives away what cases hide"
    return CourseError("facilitating", what, "If you lead a group on your own, choose “I facilitate” on the home page.")


LEADS = Rule("leading", LEARNERS, refusal=for_those_who_lead)

RULES: Rules = {SessionRun: LEADS, FacilitatorHome: LEADS, ShowSlide: LEADS, BeginRun: LEADS}
