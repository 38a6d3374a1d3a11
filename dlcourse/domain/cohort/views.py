"""What is seen of cohorts: a list of them, the people of one for those who lead it, and what its members know of it."""

from datetime import date

from dlcourse.domain.cohort.messages import CodeKind, CohortRole
from dlcourse.domain.cohort.state import Presence, Status
from dlcourse.domain.speech import Recorded, Value, View


class CohortCard(Value):
    """A cohort in a list. ``role`` is what the viewer is there; None if they only run the server."""

    cohort: str
    name: str
    status: Status
    role: CohortRole | None
    people: int


class CohortsView(View):
    """The cohorts, the oldest first. Only a host ``may_create`` more. ``current`` is the one in which the viewer is."""

    cohorts: tuple[CohortCard, ...]
    current: str
    may_create: bool


class PersonCard(Value):
    """A person of a cohort. ``name`` is empty if it was erased; ``joined`` is ISO 8601, UTC."""

    person: str
    name: str
    role: CohortRole
    joined: str
    presence: Presence


class SessionDate(Value):
    """A session of the course and its day in this cohort, if it has one."""

    session: str
    title: str
    on: date | None


class EditedSession(Value):
    """A session of which the host has an edited copy; ``shown`` says whether the cohort is shown that copy."""

    session: str
    title: str
    shown: bool


class CohortPeopleView(View):
    """A cohort as those who lead it see it. ``topic`` changes when it does. Only to the host it has ``edited`` ones."""

    cohort: str
    name: str
    status: Status
    role: CohortRole
    people: tuple[PersonCard, ...]
    dates: tuple[SessionDate, ...]
    edited: tuple[EditedSession, ...] = ()
    topic: str


class NamedPerson(Value):
    """A person and their name."""

    person: str
    name: str


class MyCohortView(View):
    """A cohort as its members see it: who leads it, who else is in it, whom I chose as reviewers, and the calendar."""

    cohort: str
    name: str
    status: Status
    me: str
    my_name: str
    role: CohortRole
    leaders: tuple[NamedPerson, ...]
    others: tuple[NamedPerson, ...]
    reviewers: tuple[str, ...]
    dates: tuple[SessionDate, ...]
    topic: str


class CohortMade(Recorded):
    """A cohort was created. Its join code and facilitator key are shown this once."""

    cohort: str
    join_code: str
    facilitator_key: str


class CodeMade(Recorded):
    """A new join code or facilitator key, shown this once."""

    kind: CodeKind
    code: str


class PhraseMade(Recorded):
    """A person's new phrase, shown this once."""

    person: str
    phrase: str


class PlaceMade(Recorded):
    """A newcomer's place in a cohort: the session of their browser, and their phrase, shown this once."""

    session: str
    phrase: str
