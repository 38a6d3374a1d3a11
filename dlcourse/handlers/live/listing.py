"""The list of a cohort's live sessions, which is a stream of its own."""

from typing import NamedTuple

from dlcourse.domain.live.happenings import LiveDelisted, LiveListed
from dlcourse.domain.live.messages import LIVE, SESSIONS
from dlcourse.domain.live.policy import no_such_session
from dlcourse.domain.policy import FACILITATORS
from dlcourse.domain.viewer import COHORT, is_erased
from dlcourse.store import ReadTransaction, WriteTransaction


class ListedSession(NamedTuple):
    """A session in the list, when it was opened (ISO 8601, UTC), and whether it has ended."""

    session: str
    title: str
    opened: str
    ended: bool


def listed(transaction: ReadTransaction, cohort: str) -> list[ListedSession]:
    """The sessions of a cohort, the newest first. Entries of somebody who never led the cohort do not count."""
    kept = transaction.readable_events(SESSIONS + cohort)
    leaders = {actor for actor in {each.actor for each in kept} if _has_led(transaction, cohort, actor)}
    trusted = [each for each in kept if each.actor in leaders]
    ended = {each.event.session for each in trusted if isinstance(each.event, LiveDelisted)}
    found = [(each.event, each.at) for each in trusted if isinstance(each.event, LiveListed)]
    return [ListedSession(event.session, event.title, at, event.session in ended) for event, at in reversed(found)]


def _has_led(transaction: ReadTransaction, cohort: str, actor: str) -> bool:
    """Whether somebody leads the cohort, or once did; somebody who was erased cannot have made this up."""
    if is_erased(actor) or transaction.role(COHORT + cohort, actor) in FACILITATORS:
        return True
    roles = [each.event.new_roles() for each in transaction.readable_events(COHORT + cohort)]
    return any(given.get(actor) in FACILITATORS for given in roles)


def require(transaction: ReadTransaction, cohort: str, session: str) -> None:
    """Raise a `CourseError` if the cohort has no such session."""
    if not any(each.session == session for each in listed(transaction, cohort)):
        raise no_such_session()


def add(transaction: WriteTransaction, command: str, actor: str, cohort: str, event: LiveListed | LiveDelisted) -> None:
    """Record a change of the list, as part of a command that has another stream of its own."""
    stream = SESSIONS + cohort
    transaction.append(stream, transaction.length(stream), f"{command}/list", actor, [event])


def status(transaction: ReadTransaction, session: str) -> str:
    """The kind of the latest event that started or ended the session; empty before it started."""
    return transaction.latest_kind(LIVE + session, ("LiveStarted", "LiveClosed"))
