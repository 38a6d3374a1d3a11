"""What the events of a map of shared responsibility add up to. Nothing is ever deleted."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace

from dlcourse.domain.registers.happenings import Happening, RegisterRecord
from dlcourse.domain.registers.versioned_text import VersionedText
from dlcourse.domain.responsibility.messages import (
    ChangeSaid,
    ShareEnded,
    ShareTextSetAside,
    ShareWritten,
    StrainTried,
)


@dataclass(frozen=True, slots=True)
class ShareRecord:
    """A share: its text, and the id of the reason why it was ended (empty while it is on the map)."""

    id: str
    text: VersionedText = field(default_factory=VersionedText)
    ended: str = ""


@dataclass(frozen=True, slots=True)
class MapRecord(RegisterRecord):
    """The shares by their ids in the order in which they came, the strain tests, and what decisions have changed.

    ``changes`` holds the ids of the words by the id of the decision.
    """

    shares: Mapping[str, ShareRecord] = field(default_factory=dict)
    strains: tuple[Happening, ...] = ()
    changes: Mapping[str, str] = field(default_factory=dict)


def map_record(happened: Iterable[Happening]) -> MapRecord:
    """The record after these events."""
    record = MapRecord()
    for each in happened:
        record = replace(_after(record, each), happened=(*record.happened, each))
    return record


def _after(record: MapRecord, each: Happening) -> MapRecord:
    match each.event:
        case ShareWritten(share=share, after=after, words=words, settles=settles):
            found = record.shares.get(share, ShareRecord(share))
            return _with(record, replace(found, text=found.text.write(after, words, each.by, each.at, settles)))
        case ShareTextSetAside(share=share, rival=rival) if share in record.shares:
            found = record.shares[share]
            return _with(record, replace(found, text=found.text.set_aside(rival)))
        case ShareEnded(share=share, words=words) if share in record.shares:
            return _with(record, replace(record.shares[share], ended=words))
        case StrainTried():
            return replace(record, strains=(*record.strains, each))
        case ChangeSaid(traced=traced, words=words):
            return replace(record, changes={**record.changes, traced: words})
        case _:
            return record


def _with(record: MapRecord, share: ShareRecord) -> MapRecord:
    return replace(record, shares={**record.shares, share.id: share})
