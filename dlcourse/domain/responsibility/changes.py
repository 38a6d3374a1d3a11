"""What may be said about shared responsibility, and what happens then. Never do two people answer for one thing."""

from dlcourse.domain.packed_answers import unpacked
from dlcourse.domain.registers.versioned_text import check_rival, check_writing
from dlcourse.domain.responsibility.messages import (
    ChangeSaid,
    EndShare,
    ResponsibilityCommand,
    SayWhatChanged,
    SetShareAside,
    ShareEnded,
    ShareOut,
    ShareTextSetAside,
    ShareWritten,
    StrainTried,
    TryStrain,
)
from dlcourse.domain.responsibility.people import check_one_person, share_text
from dlcourse.domain.responsibility.record import MapRecord, ShareRecord
from dlcourse.domain.speech import Event
from dlcourse.errors import CourseError

WHERE = "shared responsibility"


def decide(command: ResponsibilityCommand, record: MapRecord) -> Event:
    """The event that the command leads to, or a `CourseError`."""
    match command:
        case ShareOut():
            return _share_out(command, record)
        case SetShareAside(share=share, rival=rival):
            check_rival(_share(record, share).text, rival, WHERE)
            return ShareTextSetAside(share=share, rival=rival)
        case EndShare(share=share, words=words):
            _refuse_ended(_share(record, share))
            _need(words, "taking it off the map needs a reason", "Say in a sentence why.")
            return ShareEnded(share=share, words=command.id)
        case TryStrain():
            return _try_strain(command, record)
        case SayWhatChanged(traced=traced, words=words):
            _need(words, "there are no words in it", "Say in a sentence what somebody does differently now.")
            return ChangeSaid(traced=traced, words=command.id)
        case _:
            raise CourseError(WHERE, "nobody here can do that", "Reload the page.")


def _share_out(command: ShareOut, record: MapRecord) -> ShareWritten:
    found = record.shares.get(command.share, ShareRecord(command.share))
    _refuse_ended(found)
    _need(command.what, "nothing is said about what is led", "Name one piece of leading.")
    check_one_person(share_text(unpacked(command.texts()[command.id])))
    check_writing(found.text, command.after, command.settles, WHERE)
    return ShareWritten(share=command.share, words=command.id, after=command.after, settles=command.settles)


def _try_strain(command: TryStrain, record: MapRecord) -> StrainTried:
    if not any(share.text.newest and not share.ended for share in record.shares.values()):
        raise CourseError(WHERE, "there is nothing on the map yet", "Share out one piece of leading first.")
    if command.kind == "away":
        _need(command.who, "nobody is named who is away", "Choose a person.")
    _need(command.expect, "nothing is said about what you expect", "Say it first, then look.")
    return StrainTried(kind=command.kind, words=command.id)


def _share(record: MapRecord, share: str) -> ShareRecord:
    if share not in record.shares:
        raise CourseError(WHERE, "there is no such piece of leading on the map", "Reload the page.")
    return record.shares[share]


def _refuse_ended(share: ShareRecord) -> None:
    if share.ended:
        raise CourseError(WHERE, "this was taken off the map", "Add it again as a new one.")


def _need(words: str, what: str, remedy: str) -> None:
    if not words.strip():
        raise CourseError(WHERE, what, remedy)
