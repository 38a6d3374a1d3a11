"""Handlers of a cohort's people: who they are, and what those who lead the cohort can change about them."""

from dataclasses import replace
from pathlib import Path

from dlcourse.content.library import Library
from dlcourse.domain.cohort.changes import decide, person_to_change
from dlcourse.domain.cohort.happenings import (
    PersonJoined,
    PersonRenamed,
    PhraseReplaced,
    RoleGiven,
)
from dlcourse.domain.cohort.messages import (
    CohortPeople,
    GiveRole,
    JoinCohort,
    ReadmitPerson,
    RemovePerson,
    RenamePerson,
    ReplacePhrase,
)
from dlcourse.domain.cohort.state import CohortState
from dlcourse.domain.cohort.views import CohortPeopleView, EditedSession, PhraseMade, PlaceMade
from dlcourse.domain.policy import HOSTS
from dlcourse.domain.speech import Event, Recorded
from dlcourse.domain.viewer import COHORT, name_text
from dlcourse.errors import CourseError
from dlcourse.handlers.cohort.reading import (
    cohort_name,
    keep_name,
    names,
    person_cards,
    refuse_joining,
    roles_in,
    session_dates,
    state_of,
)
from dlcourse.handlers.cohort.secrets import new_secret
from dlcourse.handlers.context import Heavy, ReadContext, WriteContext
from dlcourse.handlers.registry import carry_out, is_edited, look_up
from dlcourse.store import Credential, WriteTransaction, utc_now

Secrets = tuple[tuple[str, Credential], ...]


def _way_in(command: JoinCohort, library: Library) -> Secrets:  # noqa: ARG001 (no file is needed)
    at = utc_now().isoformat(timespec="milliseconds")
    return new_secret("session", command.cohort, "", at), new_secret("phrase", command.cohort, "", at)


@carry_out.after(_way_in)
def join_cohort(command: JoinCohort, context: WriteContext, way_in: Secrets) -> Recorded:
    """Let a newcomer in: `PlaceMade`. This does as little as possible, because a whole hall may join at once."""
    transaction, stream = context.transaction, COHORT + command.cohort
    refuse_joining(transaction, stream)
    if transaction.role(stream, context.person) is not None:
        happened = [RoleGiven(person=context.person, role=command.role)] if command.role == "facilitator" else []
        return _append(context, command.cohort, command.id, list(happened))
    keep_name(transaction, command.cohort, context.person, command.name)
    for _, credential in way_in:
        transaction.add_credential(replace(credential, person=context.person))
    joined = PersonJoined(person=context.person, name=name_text(command.cohort, context.person), role=command.role)
    recorded = _append(context, command.cohort, command.id, [joined])
    (session, _), (phrase, _) = way_in
    return PlaceMade(**recorded.model_dump(), session=session, phrase=phrase)


@carry_out.register
def change_person(command: GiveRole | RemovePerson, context: WriteContext) -> Recorded:
    roles = roles_in(context, command.cohort).roles
    happened = decide(command, state_of(context.transaction, command.cohort), context.person, roles)
    if isinstance(command, RemovePerson):
        end_sessions(context.transaction, command.cohort, command.person)
    return _append(context, command.cohort, command.id, happened)


@carry_out.register
def rename_person(command: RenamePerson, context: WriteContext) -> Recorded:
    state, roles = state_of(context.transaction, command.cohort), roles_in(context, command.cohort).roles
    member = person_to_change(state.members.get(command.person), roles)
    return record_name(context, command.cohort, command.id, member.person, command.name)


def _phrase(command: ReplacePhrase | ReadmitPerson, library: Library) -> tuple[str, Credential]:  # noqa: ARG001
    return new_secret("phrase", command.cohort, command.person, utc_now().isoformat(timespec="milliseconds"))


@carry_out.after(_phrase)
def give_phrase(
    command: ReplacePhrase | ReadmitPerson, context: WriteContext, phrase: tuple[str, Credential]
) -> PhraseMade:
    """End a person's phrase and sessions, and give them a new phrase; readmit them if that was asked for."""
    state, roles = state_of(context.transaction, command.cohort), roles_in(context, command.cohort).roles
    member = person_to_change(state.members.get(command.person), roles)
    happened: list[Event] = [PhraseReplaced(person=member.person)]
    if isinstance(command, ReadmitPerson):
        happened = [*decide(command, state, context.person, roles), *happened]
    elif member.presence != "here":
        raise CourseError("person", "they are not in the cohort now", "Readmit them first.")
    end_sessions(context.transaction, command.cohort, member.person)
    context.transaction.add_credential(phrase[1])
    recorded = _append(context, command.cohort, command.id, happened)
    return PhraseMade(**recorded.model_dump(), person=member.person, phrase=phrase[0])


@look_up.register
def show_cohort_people(query: CohortPeople, context: ReadContext) -> CohortPeopleView | Heavy:
    """The cohort; to whoever runs the server also the sessions that they have edited, which are files of theirs."""
    state = state_of(context.transaction, query.cohort)
    found = names(context.transaction, query.cohort, state.members)
    role = context.transaction.role(COHORT + query.cohort, context.person) or "host"
    view = CohortPeopleView.model_validate(
        {
            "cohort": query.cohort,
            "name": cohort_name(context.transaction, query.cohort),
            "status": state.status,
            "role": role,
            "people": person_cards(state, found),
            "dates": session_dates(context, state),
            "topic": COHORT + query.cohort,
        }
    )
    if not context.home or not HOSTS & context.viewer.roles:
        return view
    home = context.home
    return Heavy(lambda: view.model_copy(update={"edited": _edited(view, state, home)}))


def _edited(view: CohortPeopleView, state: CohortState, home: Path) -> tuple[EditedSession, ...]:
    found = (each for each in view.dates if is_edited(home, each.session))
    return tuple(
        EditedSession(session=each.session, title=each.title, shown=each.session in state.copies) for each in found
    )


def record_name(context: WriteContext, cohort: str, command: str, person: str, name: str) -> Recorded:
    """Store another name of a person. The text belongs to that person, whoever writes it."""
    keep_name(context.transaction, cohort, person, name)
    return _append(context, cohort, command, [PersonRenamed(person=person, name=name_text(cohort, person))])


def end_sessions(transaction: WriteTransaction, cohort: str, person: str) -> None:
    """End a person's phrase and all their sessions in this cohort."""
    transaction.drop_credentials(cohort=cohort, person=person)


def _append(context: WriteContext, cohort: str, command: str, happened: list[Event]) -> Recorded:
    stream = COHORT + cohort
    length = context.transaction.length(stream)
    return context.transaction.append(stream, length, command, context.person, happened)
