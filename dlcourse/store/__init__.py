"""The store: what happened, personal text (kept separately), and drafts. The only floor that knows a database.

It never decides what may happen or who may see it.
"""

from dlcourse.store.ahead import Foreseen
from dlcourse.store.credentials import Credential
from dlcourse.store.events import ReadTransaction, drafts_topic
from dlcourse.store.home_store import Store, utc_now
from dlcourse.store.member_reads import TracedRead
from dlcourse.store.stored import NumberedEvent, PersonState, Projected, StoredDraft, StoredEvent, StreamSummary
from dlcourse.store.writing import SESSIONS_ENDED, WriteTransaction

__all__ = [
    "SESSIONS_ENDED",
    "Credential",
    "Foreseen",
    "NumberedEvent",
    "PersonState",
    "Projected",
    "ReadTransaction",
    "Store",
    "StoredDraft",
    "StoredEvent",
    "StreamSummary",
    "TracedRead",
    "WriteTransaction",
    "drafts_topic",
    "utc_now",
]
