"""When something was last done, as the events in the store tell it."""

from collections.abc import Iterable

from dlcourse.domain.speech import Damaged
from dlcourse.store import StoredEvent


def last_time(events: Iterable[StoredEvent]) -> str:
    """The time of the latest of these events (ISO 8601, UTC); empty if there is none that can be read."""
    return max((each.at for each in events if not isinstance(each.event, Damaged)), default="")
