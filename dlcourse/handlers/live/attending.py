"""Who attends the groups of live sessions: whoever watches the topic of their group.

Nothing is recorded as long as people are there. The clock records who has been away for too long, and who is back.
"""

import threading
from weakref import WeakKeyDictionary

from dlcourse.handlers.live.clock import LiveClock
from dlcourse.handlers.paced_notice import PacedNotice
from dlcourse.handlers.registry import Notice, notes_watchers
from dlcourse.store import Store

_clocks: WeakKeyDictionary[Store, LiveClock] = WeakKeyDictionary()
_lock = threading.Lock()


def clock_of(store: Store) -> LiveClock:
    """The clock of the live sessions in this store."""
    with _lock:
        if store not in _clocks:
            _clocks[store] = LiveClock(store)
        return _clocks[store]


@notes_watchers("live-group")
def attend_group(topic: str, person: str, store: Store, notice: Notice) -> tuple[Notice, Notice]:
    """Note that a person is connected to their group, until the second of the returned functions is called."""
    return notice, clock_of(store).attend(topic, person)


@notes_watchers("live-console")
def follow_session(topic: str, person: str, store: Store, notice: Notice) -> tuple[Notice, Notice]:  # noqa: ARG001 (who leads has no seat)
    """Let the clocks of all groups of a session run as long as somebody has its console open."""
    paced, unfollow = PacedNotice(notice), clock_of(store).follow(topic.rpartition("/")[2])

    def end() -> None:
        paced.end()
        unfollow()

    return paced, end
