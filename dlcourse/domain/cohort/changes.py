"""What a command changes in a cohort: the events that happen, or a `CourseError`."""

from dlcourse.domain.cohort.happenings import (
    CohortArchived,
    CohortClosed,
    CohortReopened,
    CohortVersionChosen,
    PersonLeft,
    PersonReadmitted,
    PersonRemoved,
    RoleGiven,
    SessionDateSet,
)
from dlcourse.domain.cohort.messages import (
    ArchiveCohort,
    ChooseCohortVersion,
    CloseCohort,
    CohortCommand,
    GiveRole,
    LeaveCohort,
    PersonCommand,
    ReadmitPerson,
    RemovePerson,
    ReopenCohort,
    SetSessionDate,
)
from dlcourse.domain.cohort.state import CohortMember, CohortState
from dlcourse.domain.policy import no_such_cohort
from dlcourse.domain.speech import Event
from dlcourse.domain.viewer import Role
from dlcourse.errors import CourseError

LEADERS = frozenset({"facilitator", "host"})


def decide(command: CohortCommand, state: CohortState, actor: str, roles: frozenset[Role]) -> list[Event]:
    """What happens; nothing if this is how it is already. ``roles`` are the actor's in this cohort."""
    match command:
        case LeaveCohort():
            return [PersonLeft(person=actor)]
        case PersonCommand():
            return _about_person(command, state.members.get(command.person), actor, roles)
        case SetSessionDate():
            same = state.dates.get(command.session) == command.on
            return [] if same else [SessionDateSet(session=command.session, on=command.on)]
        case ChooseCohortVersion(session=session, version=version):
            same = (session in state.copies) == (version == "host")
            return [] if same else [CohortVersionChosen(session=session, version=version)]
        case CloseCohort():
            return [CohortClosed()] if state.status == "open" else []
        case ReopenCohort():
            return [CohortReopened()] if state.status != "open" else []
        case ArchiveCohort():
            return [CohortArchived()] if state.status != "archived" else []
        case _:
            raise no_such_cohort()


def _about_person(
    command: PersonCommand, member: CohortMember | None, actor: str, roles: frozenset[Role]
) -> list[Event]:
    member = person_to_change(member, roles)
    here = member.presence == "here"
    match command:
        case RemovePerson() if member.person == actor:
            raise CourseError("person", "this is you", "To go, leave the cohort.")
        case RemovePerson():
            return [PersonRemoved(person=member.person)] if here else []
        case ReadmitPerson():
            return [] if here else [PersonReadmitted(person=member.person, role=member.role)]
        case GiveRole() if here:
            same = member.role == command.role
            return [] if same else [RoleGiven(person=member.person, role=command.role)]
        case _:
            raise nobody_here()


def person_to_change(member: CohortMember | None, roles: frozenset[Role]) -> CohortMember:
    """The member, if somebody with these roles may change anything about them; otherwise a `CourseError`.

    The host may change everybody, a facilitator everybody but facilitators, a co-facilitator only those who do not
    lead.
    """
    if member is None:
        raise nobody_here()
    leads = member.role in LEADERS or (member.role == "co-facilitator" and "facilitator" not in roles)
    if leads and "host" not in roles:
        raise CourseError("person", "they lead the cohort, as you do", "Ask whoever runs the course server.")
    return member


def nobody_here() -> CourseError:
    """The error for a person who is not in the cohort."""
    return CourseError("person", "there is no such person in this cohort", "Reload the page.")


def refuse_archived(status: str) -> None:
    """Raise a `CourseError` if the cohort has ended."""
    if status == "archived":
        remedy = "You can still read, download and erase what is yours."
        raise CourseError("cohort", "it has ended, and nothing new can be saved", remedy)
