"""The streams of a cohort's live sessions: the list of them, the rooms, the groups, and the answers to questions."""

from collections.abc import Iterator

from dlcourse.domain.live.happenings import LiveListed, LiveOpened
from dlcourse.domain.live.messages import GROUP, LIVE, SESSIONS
from dlcourse.domain.live.polls import POLL
from dlcourse.handlers.cohort_streams import CohortMembers, cohort_streams
from dlcourse.store import ReadTransaction


@cohort_streams("live")
def find_live_streams(transaction: ReadTransaction, members: CohortMembers) -> Iterator[str]:
    yield SESSIONS + members.cohort
    for kept in transaction.readable_events(SESSIONS + members.cohort):
        if isinstance(kept.event, LiveListed) and _opened_here(transaction, kept.event.session, members.cohort):
            yield LIVE + kept.event.session
            yield from transaction.streams_with(f"{GROUP}{kept.event.session}/")
            yield from transaction.streams_with(f"{POLL}{kept.event.session}/")


def _opened_here(transaction: ReadTransaction, session: str, cohort: str) -> bool:
    """Whether the session belongs to the cohort; a list that came from a file may name any session."""
    first = next(iter(transaction.readable_events(LIVE + session)), None)
    return first is not None and isinstance(first.event, LiveOpened) and first.event.cohort == cohort
