"""Handlers of cohorts as wholes: create, list, close, archive and erase them, and replace their codes."""

from dlcourse.content.library import Library
from dlcourse.domain.cohort.changes import decide
from dlcourse.domain.cohort.happenings import (
    CodeReplaced,
    CohortCreated,
)
from dlcourse.domain.cohort.messages import (
    ArchiveCohort,
    ChooseCohortVersion,
    CloseCohort,
    Cohorts,
    CreateCohort,
    EraseCohort,
    ReopenCohort,
    ReplaceCode,
    SetSessionDate,
)
from dlcourse.domain.cohort.views import CodeMade, CohortCard, CohortMade, CohortsView
from dlcourse.domain.policy import HOSTS
from dlcourse.domain.speech import Recorded
from dlcourse.domain.viewer import COHORT, cohort_name_text, is_erased, name_text
from dlcourse.errors import CourseError
from dlcourse.handlers.cohort.reading import cohort_name, keep_name, roles_in, state_of
from dlcourse.handlers.cohort.secrets import new_secret
from dlcourse.handlers.cohort_streams import CohortMembers, streams_of
from dlcourse.handlers.context import ReadContext, WriteContext
from dlcourse.handlers.registry import carry_out, look_up
from dlcourse.store import Credential, WriteTransaction, utc_now

Codes = tuple[tuple[str, Credential], ...]
"""New codes as they are shown, and what is stored of them."""


def _both_codes(command: CreateCohort, library: Library) -> Codes:  # noqa: ARG001 (codes need no file)
    """A join code and a facilitator key. A join code takes a while, so it is made before the transaction."""
    at = utc_now().isoformat(timespec="milliseconds")
    return new_secret("join", command.cohort, "", at), new_secret("facilitator", command.cohort, "", at)


@carry_out.after(_both_codes)
def create_cohort(command: CreateCohort, context: WriteContext, codes: Codes) -> CohortMade:
    stream = COHORT + command.cohort
    if context.transaction.length(stream):
        raise CourseError("cohort", "there is one with this id already", "Reload the page, then try again.")
    if command.role == "facilitator":
        keep_name(context.transaction, command.cohort, context.person, command.my_name)
    created = CohortCreated(by=context.person, name=cohort_name_text(command.cohort), role=command.role)
    recorded = context.transaction.append(stream, 0, command.id, context.person, [created], command.texts())
    for _, credential in codes:
        context.transaction.add_credential(credential)
    (join_code, _), (key, _) = codes
    return CohortMade(**recorded.model_dump(), cohort=command.cohort, join_code=join_code, facilitator_key=key)


def _one_code(command: ReplaceCode, library: Library) -> tuple[str, Credential]:  # noqa: ARG001 (as above)
    return new_secret(command.kind, command.cohort, "", utc_now().isoformat(timespec="milliseconds"))


@carry_out.after(_one_code)
def replace_code(command: ReplaceCode, context: WriteContext, code: tuple[str, Credential]) -> CodeMade:
    text, credential = code
    context.transaction.replace_credential(credential)
    length = context.transaction.length(COHORT + command.cohort)
    recorded = context.transaction.append(
        COHORT + command.cohort, length, command.id, context.person, [CodeReplaced(kind=command.kind)]
    )
    return CodeMade(**recorded.model_dump(), kind=command.kind, code=text)


@carry_out.register
def change_cohort(
    command: CloseCohort | ReopenCohort | ArchiveCohort | SetSessionDate | ChooseCohortVersion, context: WriteContext
) -> Recorded:
    if isinstance(command, SetSessionDate | ChooseCohortVersion) and command.session not in _sessions(context):
        raise CourseError("session", f"the course has none called '{command.session}'", "Choose one from the list.")
    roles = roles_in(context, command.cohort).roles
    happened = decide(command, state_of(context.transaction, command.cohort), context.person, roles)
    stream = COHORT + command.cohort
    length = context.transaction.length(stream)
    return context.transaction.append(stream, length, command.id, context.person, happened)


@carry_out.register
def erase_cohort(command: EraseCohort, context: WriteContext) -> Recorded:
    """Erase the cohort with what its people did together, and all work of those who are in no other one.

    This home's person keeps their own work, and so does whoever is in another cohort.
    """
    transaction, stream = context.transaction, COHORT + command.cohort
    state = state_of(transaction, command.cohort)
    transaction.delete_with_words(streams_of(transaction, CohortMembers(command.cohort, frozenset(state.members))))
    stay = {person for person in state.members if _stays(person, stream, transaction)}
    for person in stay:
        transaction.drop_texts(person, [name_text(command.cohort, person)])
    gone = (person for person in state.members if person not in stay and not is_erased(person))
    transaction.erase(*(transaction.work(person) for person in gone))
    transaction.drop_texts(transaction.home, [cohort_name_text(command.cohort)])
    transaction.drop_credentials(cohort=command.cohort)
    transaction.delete_streams([stream])
    return Recorded(stream=stream, version=0, at=transaction.now())


def _stays(person: str, stream: str, transaction: WriteTransaction) -> bool:
    """Whether this is the person of the home, or somebody who is in another cohort than that of this stream."""
    return person == transaction.home or bool(transaction.roles(COHORT, person).keys() - {stream})


@look_up.register
def show_cohorts(query: Cohorts, context: ReadContext) -> CohortsView:  # noqa: ARG001 (a query without parts)
    hosts = bool(context.viewer.roles & HOSTS)
    mine = context.transaction.roles(COHORT, context.person)
    streams = context.transaction.streams_with(COHORT)
    cards = tuple(_card(context, stream, mine.get(stream)) for stream in streams if hosts or stream in mine)
    return CohortsView(cohorts=cards, current=context.viewer.cohort, may_create=hosts)


def _card(context: ReadContext, stream: str, role: str | None) -> CohortCard:
    cohort = stream.removeprefix(COHORT)
    state = state_of(context.transaction, cohort)
    name = cohort_name(context.transaction, cohort)
    people = sum(member.role == "participant" for member in state.here.values())
    return CohortCard.model_validate(
        {"cohort": cohort, "name": name, "status": state.status, "role": role, "people": people}
    )


def _sessions(context: WriteContext) -> frozenset[str]:
    return frozenset(session.id for session in context.library.curriculum().sessions)
