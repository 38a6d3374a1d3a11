"""A certificate of what a person has done: the sessions that are open and done, their stated minutes, and the day.

It counts only what the home page marks as done, and every certificate needs a name that the person chose for it.
"""

import uuid
from collections.abc import Iterable, Mapping, Sequence
from typing import Annotated, Any, Literal

from pydantic import Field

from dlcourse.domain.curriculum.progress import SessionMark
from dlcourse.domain.speech import Command, Event, Query, Value, View
from dlcourse.domain.standards import Standards
from dlcourse.domain.words import Words
from dlcourse.errors import CourseError

CERTIFICATES = "certificate/"
"""Before a person's id: the stream of their certificates."""
NAME = 200
"""Characters of the name on a certificate."""


class IssueCertificate(Command):
    """Issue a certificate in this name, over what is done by now."""

    name: Words = Field(max_length=NAME)

    def texts(self) -> dict[str, str]:
        """The name."""
        return {self.id: one_line(self.name)}


class Certificates(Query):
    """The contents of a certificate issued today, and my certificates so far."""


class TakeCertificate(Query):
    """A certificate of mine as a file: the signed badge, or the same to be read."""

    certificate: Annotated[str, Field(max_length=64)]
    form: Literal["jwt", "json"]


class CertificateKey(Query):
    """The public part of the key with which this home signs."""


class DoneSession(Value):
    """A session that was done, with its stated minutes."""

    id: str
    title: str
    minutes: int


class Scope(Value):
    """What a certificate covers: what was ``done`` of the ``open`` sessions; the course has ``all`` in all."""

    course: str
    done: tuple[DoneSession, ...]
    open: int
    all: int

    @property
    def minutes(self) -> int:
        """The stated minutes of what was done."""
        return sum(session.minutes for session in self.done)


class CertificateIssued(Event):
    """A certificate was issued; the name on it is under ``words``. ``certificate`` is a UUID, one for each content."""

    certificate: str
    words: str
    scope: Scope


class Attestation(Value):
    """Somebody who leads a cohort confirms ``by`` name that the person called ``name`` there did these sessions.

    ``at`` is when they did so (ISO 8601, UTC).
    """

    by: str
    cohort: str
    name: str
    at: str
    sessions: tuple[DoneSession, ...]


class Issued(Value):
    """A certificate: the name on it, and when it was first issued (ISO 8601, UTC).

    ``confirmed`` is what facilitators confirm of what it covers.
    """

    certificate: str
    name: str
    at: str
    scope: Scope
    confirmed: tuple[Attestation, ...] = ()


class CertificatesView(View):
    """What can be certified now, the titles ``to_do``, and the certificates so far, newest first.

    ``standards`` are the published standards that sessions serve.
    """

    name: str
    scope: Scope
    to_do: tuple[str, ...]
    issued: tuple[Issued, ...]
    standards: Standards
    topic: str


class KeyView(View):
    """A public key as a JSON Web Key, and the decentralized identifier that it gives."""

    jwk: dict[str, Any]
    did: str


def scope_of(course: str, sessions: Sequence[SessionMark]) -> Scope:
    """What a certificate covers, given the marks of the sessions."""
    done = tuple(DoneSession(id=each.id, title=each.title, minutes=each.minutes) for each in sessions if each.done)
    return Scope(course=course, done=done, open=sum(each.open for each in sessions), all=len(sessions))


def issue(command: IssueCertificate, person: str, scope: Scope, before: Iterable[Issued]) -> CertificateIssued:
    """Record a certificate; one with the same contents gets the same id.

    Raises a `CourseError` if it would be empty.
    """
    name = one_line(command.name)
    if not name:
        raise CourseError(
            "certificate", "it has no name on it", "Write the name that shall stand there, then issue it."
        )
    if not scope.done:
        raise CourseError("certificate", "no session is done yet", "Finish one session, then come back.")
    same = next((each.certificate for each in before if (each.name, each.scope) == (name, scope)), "")
    made = uuid.uuid5(uuid.NAMESPACE_OID, f"dlcourse certificate {person} {command.id}")
    return CertificateIssued(certificate=same or str(made), words=command.id, scope=scope)


def issued(happened: Iterable[tuple[CertificateIssued, str]], names: Mapping[str, str]) -> tuple[Issued, ...]:
    """The certificates, newest first, each with the time of its first issue; those whose name was erased are gone."""
    found: dict[str, Issued] = {}
    for event, at in happened:
        if event.words in names:
            one = Issued(certificate=event.certificate, name=names[event.words], at=at, scope=event.scope)
            found.setdefault(event.certificate, one)
    return tuple(reversed(found.values()))


def one_of(certificate: str, mine: Iterable[Issued]) -> Issued:
    """The certificate of this id; the same `CourseError` for somebody else's and for one that never was."""
    for each in mine:
        if each.certificate == certificate:
            return each
    raise CourseError("certificate", "there is no such certificate of yours", "Choose one from the list.")


def one_line(name: str) -> str:
    """A name as it is printed: without line breaks, and without space around it."""
    return " ".join(name.split())
