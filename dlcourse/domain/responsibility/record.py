"""What the events of a map of shared responsibility add up to. Nothing is ever deleted."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace

from dlcourse.domain.registers.versioned_text import VersionedText
from dlcourse.domain.responsibility.messages import (
    ChangeSaid,
    ShareEnded,
    ShareTextSetAside,
    ShareWritten,
    StrainTried,
)
from dlcourse.domain.speech import Damaged, Event


@dataclass(frozen=True, slots=True)
class MapStep:
    """An event of the map, who did it, and when (ISO 8601)."""

    event: Event
    by: str
    at: str


@dataclass(frozen=True, slots=True)
class ShareRecord:
    """A share: its text, and the id of the reason why it was ended (empty while it is on the map)."""

    id: str
    text: VersionedText = field(default_factory=VersionedText)
    ended: str = ""


@dataclass(frozen=True, slots=True)
class MapRecord:
    """The shares by their ids in the order in which they came, the strain tests, and what decisions have changed.

    ``changes`` holds the ids of the words by the id of the decision.
    """

    shares: Mapping[str, ShareRecord] = field(default_factory=dict)
    strains: tuple[MapStep, ...] = ()
    changes: Mapping[str, str] = field(default_factory=dict)
    happened: tuple[MapStep, ...] = ()

    @property
    def words(self) -> tuple[str, ...]:
        """The ids of all texts that the record points to."""
        return tuple(filter(None, (getattr(each.event, "words", "") for each in self.happened)))

    @property
    def people(self) -> frozenset[str]:
        """Whoever did something here."""
        return frozenset(each.by for each in self.happened if each.by)

    @property
    def damaged(self) -> int:
        """The number of events that cannot be read any more."""
        return sum(isinstance(each.event, Damaged) for each in self.happened)


def map_record(happened: Iterable[MapStep]) -> MapRecord:
    """The record after these events."""
    record = MapRecord()
    for each in happened:
        record = replace(_after(record, each), happened=(*record.happened, each))
    return record


def _after(record: MapRecord, each: MapStep) -> MapRecord:
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
