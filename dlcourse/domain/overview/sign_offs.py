"""Signing off: somebody who leads a cohort confirms by name who took part and which sessions they have done."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from dlcourse.domain.speech import Event
from dlcourse.errors import CourseError


class SignedOff(Event):
    """Somebody who leads the cohort confirmed that a person took part, and did these sessions."""

    person: str
    by: str
    sessions: tuple[str, ...]


@dataclass(frozen=True)
class Confirmation:
    """What was confirmed of a person: by whom, when (ISO 8601, UTC), and the ids of the sessions."""

    by: str
    at: str
    sessions: tuple[str, ...]


def sign_off(by: str, finished: Mapping[str, tuple[str, ...]], before: Mapping[str, Confirmation]) -> list[SignedOff]:
    """Confirm what each of these people has ``finished``; nothing happens where the same was confirmed before.

    Raises a `CourseError` if none of them has finished a session.
    """
    done = {person: sessions for person, sessions in finished.items() if sessions}
    if not done:
        raise CourseError("sign-off", "nobody of these has finished a session yet", "Wait until they have one.")
    new = {person: sessions for person, sessions in done.items() if _confirmed(before.get(person)) != sessions}
    return [SignedOff(person=person, by=by, sessions=sessions) for person, sessions in new.items()]


def confirmations(happened: Iterable[tuple[Event, str]]) -> dict[str, Confirmation]:
    """The newest confirmation of each person, by their ids, after these events with their times."""
    signed = ((event, at) for event, at in happened if isinstance(event, SignedOff))
    return {event.person: Confirmation(event.by, at, event.sessions) for event, at in signed}


def _confirmed(confirmation: Confirmation | None) -> tuple[str, ...]:
    return confirmation.sessions if confirmation else ()
