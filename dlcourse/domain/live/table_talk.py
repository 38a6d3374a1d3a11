"""What was said at the table of a group, as everybody there sees it: built once for all who look at the same moment.

A hall has hundreds of seats, and each page keeps what it shows. So those of one table share these values.
"""

import threading
from collections.abc import Mapping
from typing import NamedTuple
from weakref import WeakKeyDictionary

from dlcourse.domain.live.group import LiveGroup
from dlcourse.domain.live.seat_views import TurnNote
from dlcourse.domain.roleplay.talk.conversation import Passage, passages


class TableTalk(NamedTuple):
    """The conversation by scenes, and a note on each of its turns."""

    passages: tuple[Passage, ...]
    notes: tuple[TurnNote, ...]


_built: WeakKeyDictionary[LiveGroup, tuple[Mapping[str, str], TableTalk]] = WeakKeyDictionary()
_lock = threading.Lock()


def table_talk(group: LiveGroup, texts: Mapping[str, str]) -> TableTalk:
    """What was said at this moment; ``texts`` gives the words that events point to, by id."""
    with _lock:
        known = _built.get(group)
    if known and known[0] == texts:
        return known[1]
    talk = TableTalk(passages(group.play, texts), _notes(group))
    with _lock:
        _built[group] = dict(texts), talk
    return talk


def _notes(group: LiveGroup) -> tuple[TurnNote, ...]:
    return tuple(
        TurnNote(at=at, supported_by=tuple(sorted(group.supports.get(number, ()))))
        for number, at in enumerate(group.times)
    )
