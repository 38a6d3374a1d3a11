"""Handlers of what a member of a cohort does for themselves: see it, leave it, rename oneself, choose reviewers."""

from dataclasses import replace

from dlcourse.content.library import Library
from dlcourse.domain.cohort.changes import LEADERS
from dlcourse.domain.cohort.happenings import (
    PersonLeft,
    PhraseReplaced,
    ReviewersChosen,
)
from dlcourse.domain.cohort.messages import (
    ChooseReviewers,
    LeaveCohort,
    MakeMyPhrase,
    MyCohort,
    RenameMyself,
)
from dlcourse.domain.cohort.views import MyCohortView, PhraseMade
from dlcourse.domain.speech import Event, Recorded
from dlcourse.domain.viewer import COHORT, REVIEWERS
from dlcourse.errors import CourseError
from dlcourse.handlers.cohort.people import end_sessions, record_name
from dlcourse.handlers.cohort.reading import cohort_name, named, names, session_dates, state_of
from dlcourse.handlers.cohort.secrets import new_secret
from dlcourse.handlers.context import ReadContext, WriteContext
from dlcourse.handlers.registry import carry_out, look_up
from dlcourse.store import Credential, utc_now


@carry_out.register
def leave_cohort(command: LeaveCohort, context: WriteContext) -> Recorded:
    end_sessions(context.transaction, command.cohort, context.person)
    return _append(context, COHORT + command.cohort, command.id, PersonLeft(person=context.person))


@carry_out.register
def rename_myself(command: RenameMyself, context: WriteContext) -> Recorded:
    return record_name(context, command.cohort, command.id, context.person, command.name)


def _phrase(command: MakeMyPhrase, library: Library) -> tuple[str, Credential]:  # noqa: ARG001 (no file is needed)
    return new_secret("phrase", command.cohort, "", utc_now().isoformat(timespec="milliseconds"))


@carry_out.after(_phrase)
def make_my_phrase(command: MakeMyPhrase, context: WriteContext, phrase: tuple[str, Credential]) -> PhraseMade:
    """Replace my phrase; my sessions go on."""
    text, credential = phrase
    context.transaction.replace_credential(replace(credential, person=context.person))
    recorded = _append(context, COHORT + command.cohort, command.id, PhraseReplaced(person=context.person))
    return PhraseMade(**recorded.model_dump(), person=context.person, phrase=text)


@carry_out.register
def choose_reviewers(command: ChooseReviewers, context: WriteContext) -> Recorded:
    chosen = frozenset(command.people)
    there = context.transaction.members(COHORT + command.cohort)
    if context.person in chosen or not chosen <= there.keys():
        raise CourseError("reviewers", "one of them is not in this cohort", "Reload the page, then choose again.")
    stream = f"{REVIEWERS}{command.cohort}/{context.person}"
    before = {person for person, role in context.transaction.members(stream).items() if role == "reviewer"}
    event = ReviewersChosen(reviewers=tuple(sorted(chosen)), former=tuple(sorted(before - chosen)))
    return _append(context, stream, command.id, event)


@look_up.register
def show_my_cohort(query: MyCohort, context: ReadContext) -> MyCohortView:
    transaction, stream = context.transaction, COHORT + query.cohort
    state = state_of(transaction, query.cohort)
    found = names(transaction, query.cohort, {*state.here, context.person})
    leaders = [each.person for each in state.here.values() if each.role in {*LEADERS, "co-facilitator"}]
    others = [each for each in state.here if each not in leaders and each != context.person]
    reviewers = transaction.members(f"{REVIEWERS}{query.cohort}/{context.person}")
    return MyCohortView.model_validate(
        {
            "cohort": query.cohort,
            "name": cohort_name(transaction, query.cohort),
            "status": state.status,
            "me": context.person,
            "my_name": found[context.person],
            "role": transaction.role(stream, context.person) or "host",
            "leaders": named(found, leaders),
            "others": named(found, others),
            "reviewers": tuple(person for person, role in reviewers.items() if role == "reviewer"),
            "dates": session_dates(context, state),
            "topic": stream,
        }
    )


def _append(context: WriteContext, stream: str, command: str, event: Event) -> Recorded:
    length = context.transaction.length(stream)
    return context.transaction.append(stream, length, command, context.person, [event])
