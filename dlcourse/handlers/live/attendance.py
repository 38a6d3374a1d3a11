"""Who is connected to which group at this moment, and since when others are not. It is in memory only."""

import threading
from collections import Counter
from datetime import datetime, timedelta


class Attendance:
    """The people who are connected to groups, by the stream of the group. Safe to use from many threads."""

    def __init__(self) -> None:
        """Start with nobody."""
        self._lock = threading.Lock()
        self._there: Counter[tuple[str, str]] = Counter()
        self._left: dict[tuple[str, str], datetime] = {}
        self._known: dict[str, datetime] = {}

    def come(self, group: str, person: str, now: datetime) -> None:
        """Somebody connected; they may have several pages open."""
        with self._lock:
            self._known.setdefault(group, now)
            self._there[group, person] += 1
            self._left.pop((group, person), None)

    def leave(self, group: str, person: str, now: datetime) -> None:
        """One of somebody's pages has closed."""
        with self._lock:
            self._there[group, person] -= 1
            if not self._there[group, person]:
                del self._there[group, person]
                self._left[group, person] = now

    def know(self, group: str, now: datetime) -> None:
        """Count from now on the absence of everybody in this group who was never connected."""
        with self._lock:
            self._known.setdefault(group, now)

    def away_since(self, group: str, person: str) -> datetime | None:
        """Since when somebody has been away; None if they are connected, or nothing is known of their group."""
        with self._lock:
            if self._there[group, person]:
                return None
            return self._left.get((group, person), self._known.get(group))

    def groups(self) -> frozenset[str]:
        """The streams of the groups to which anybody is connected."""
        with self._lock:
            return frozenset(group for group, _ in self._there)

    def away(self, group: str, people: frozenset[str], most: timedelta, now: datetime) -> frozenset[str]:
        """Those of these people who have been away at least so long."""
        since = {person: self.away_since(group, person) for person in people}
        return frozenset(person for person, left in since.items() if left is not None and left + most <= now)
