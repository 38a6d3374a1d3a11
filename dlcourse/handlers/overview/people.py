"""Handlers of what those who lead a cohort see of its people by name: how far they are, and what they share."""

from collections.abc import Callable, Iterator, Mapping
from datetime import date

from dlcourse.content.library import Library
from dlcourse.domain.cohort.state import CohortMember
from dlcourse.domain.overview.messages import CohortProgress, CohortSessions, CohortShared
from dlcourse.domain.overview.views import (
    CohortProgressView,
    CohortSessionsView,
    CohortSharedView,
    PersonProgressCard,
    SessionCount,
    SharedReflection,
)
from dlcourse.domain.policy import FACILITATORS, HOSTS
from dlcourse.domain.reflection.log_views import readable, shared_in, shared_view, words_of
from dlcourse.domain.sharing import Relation
from dlcourse.domain.viewer import COHORT
from dlcourse.handlers.cohort.reading import cohort_name, names
from dlcourse.handlers.context import Heavy, ReadContext
from dlcourse.handlers.overview.following import FollowedPerson, followed
from dlcourse.handlers.reflection.entries import log_at
from dlcourse.handlers.registry import look_up
from dlcourse.store import ReadTransaction

LEADS: frozenset[Relation] = frozenset({"facilitator"})
"""How those who lead a cohort stand to its people."""


Progress = Callable[[], CohortProgressView]


@look_up.register
def show_cohort_progress(query: CohortProgress, context: ReadContext) -> Heavy:
    return Heavy(progress_in(query.cohort, context))


def progress_in(cohort: str, context: ReadContext) -> Progress:
    """Follow the cohort when it is called, and give the view."""

    def work() -> CohortProgressView:
        following, store = followed(context.jobs.store, cohort), context.jobs.store
        view = _sessions(cohort, context)
        with following.lock:
            people, roles = dict(following.people), following.roles
            joined = {person: each for person, each in following.state.here.items() if person in roles}
        found = store.read(lambda transaction: names(transaction, cohort, joined))
        return CohortProgressView(**dict(view), people=tuple(_cards(joined, found, people)))

    return work


@look_up.register
def show_cohort_sessions(query: CohortSessions, context: ReadContext) -> Heavy:
    return Heavy(lambda: _sessions(query.cohort, context))


def _sessions(cohort: str, context: ReadContext) -> CohortSessionsView:
    """Bring what is known of the cohort up to date, and count."""
    following, store = followed(context.jobs.store, cohort), context.jobs.store
    with following.up_to_date(context):
        number, finished, dates = len(following.people), dict(following.finished), dict(following.state.dates)
    sessions = tuple(_counts(dates, finished, context.library))
    name = store.read(lambda transaction: cohort_name(transaction, cohort))
    return CohortSessionsView(cohort=cohort, name=name, participants=number, sessions=sessions)


def _counts(dates: Mapping[str, date], finished: Mapping[str, int], library: Library) -> Iterator[SessionCount]:
    """The sessions of the course, each with how many have finished it."""
    for each in library.curriculum().sessions:
        on, number = dates.get(each.id), finished.get(each.id, 0)
        yield SessionCount(session=each.id, title=each.title, open=each.open, on=on, finished=number)


def _cards(
    joined: Mapping[str, CohortMember], found: Mapping[str, str], people: Mapping[str, FollowedPerson]
) -> Iterator[PersonProgressCard]:
    """Everybody, without those who only run the server."""
    for member in joined.values():
        if member.role != "host":
            followed_person = people.get(member.person)
            yield PersonProgressCard.model_construct(
                person=member.person,
                name=found[member.person],
                role=member.role,
                joined=member.joined,
                last_seen=followed_person.last_seen[:10] if followed_person else "",
                finished=followed_person.finished if followed_person else (),
            )


@look_up.register
def show_cohort_shared(query: CohortShared, context: ReadContext) -> CohortSharedView | Heavy:
    """What is shared with those who lead; nothing to somebody who only runs the server."""
    if context.transaction.role(COHORT + query.cohort, context.person) not in FACILITATORS - HOSTS:
        return CohortSharedView(cohort=query.cohort, shared=())

    def work() -> CohortSharedView:
        following = followed(context.jobs.store, query.cohort)
        with following.up_to_date(context):
            sharing = [person for person, each in following.people.items() if each.record.shares]
        return context.jobs.store.read(lambda transaction: _shared(query.cohort, sharing, transaction, context))

    return Heavy(work)


def _shared(cohort: str, people: list[str], transaction: ReadTransaction, context: ReadContext) -> CohortSharedView:
    titles = {session.id: session.title for session in context.library.curriculum().sessions}
    found = names(transaction, cohort, people)
    shared = [each for person in people for each in _of_person(cohort, person, found[person], transaction, titles)]
    return CohortSharedView(cohort=cohort, shared=tuple(sorted(shared, key=lambda each: each.changed, reverse=True)))


def _of_person(
    cohort: str, person: str, name: str, transaction: ReadTransaction, titles: Mapping[str, str]
) -> Iterator[SharedReflection]:
    """What this person shares in this cohort, as its facilitators may read it."""
    log = shared_in(log_at(transaction, person)[1], cohort)
    texts = transaction.texts(words_of(readable(log, LEADS)))
    for card in shared_view(log, LEADS, texts).cards:
        words = "\n\n".join("\n".join(filter(None, (step.heading, step.words))) for step in card.steps)
        yield SharedReflection(
            author=name,
            session=card.session,
            session_title=titles.get(card.session, card.session),
            asked=card.asked,
            words=words,
            visibility=card.visibility,
            changed=card.changed,
        )
