"""Handlers of the certificate: what is done is read where it is marked; signing happens after the transaction."""

import base64
import json

from dlcourse.content.library import Library
from dlcourse.course.desk import Heavy, ReadingDesk, WritingDesk, carry_out, look_up, make_ready
from dlcourse.course.home_page import marks_of
from dlcourse.course.issuer import key_of
from dlcourse.course.start import introduction
from dlcourse.domain.certificate import (
    CERTIFICATES,
    CertificateIssued,
    CertificateKey,
    Certificates,
    CertificatesView,
    IssueCertificate,
    Issued,
    TakeCertificate,
    issue,
    issued,
    one_of,
    scope_of,
)
from dlcourse.domain.curriculum import Curriculum
from dlcourse.domain.paper import PaperView
from dlcourse.domain.speech import Recorded
from dlcourse.store import Kept, Reading

TYPES = {"jwt": "application/vc+jwt", "json": "application/json"}


@make_ready.register
def _(command: IssueCertificate, library: Library) -> Curriculum:  # noqa: ARG001 (one curriculum for all)
    return library.curriculum()


@carry_out.register
def _(command: IssueCertificate, desk: WritingDesk) -> Recorded:
    assert isinstance(desk.ready, Curriculum)
    kept = desk.books.events(stream_of(desk.person))
    sessions = marks_of(desk.ready, ReadingDesk(desk.books, desk.person, desk.library, desk.workshop))
    scope = scope_of(desk.ready.title, sessions)
    happened = issue(command, desk.person, scope, _issued(desk.books, kept))
    return desk.books.append(stream_of(desk.person), len(kept), command.id, desk.person, [happened], command.texts())


@look_up.register
def _(query: Certificates, desk: ReadingDesk) -> CertificatesView:  # noqa: ARG001 (a query without parts)
    curriculum = desk.library.curriculum()
    sessions = marks_of(curriculum, desk)
    return CertificatesView(
        name=introduction(desk.books, desk.person).name,
        scope=scope_of(curriculum.title, sessions),
        to_do=tuple(each.title for each in sessions if each.open and not each.done),
        issued=issued_to(desk.books, desk.person),
        topic=stream_of(desk.person),
    )


@look_up.register
def _(query: TakeCertificate, desk: ReadingDesk) -> Heavy:
    one = one_of(query.certificate, issued_to(desk.books, desk.person))
    return Heavy(lambda: _paper(one, query.form, desk))


@look_up.register
def _(query: CertificateKey, desk: ReadingDesk) -> Heavy:  # noqa: ARG001 (a query without parts)
    from dlcourse.exports.certificate import public  # only who signs needs it

    return Heavy(lambda: public(key_of(desk.home)))


def issued_to(books: Reading, person: str) -> tuple[Issued, ...]:
    """The person's certificates, newest first."""
    return _issued(books, books.events(stream_of(person)))


def stream_of(person: str) -> str:
    """The stream of one person's certificates."""
    return CERTIFICATES + person


def _issued(books: Reading, kept: tuple[Kept, ...]) -> tuple[Issued, ...]:
    happened = [(each.event, each.at) for each in kept if isinstance(each.event, CertificateIssued)]
    return issued(happened, books.texts(event.words for event, _ in happened))


def _paper(one: Issued, form: str, desk: ReadingDesk) -> PaperView:
    from dlcourse.exports.certificate import credential, public, signed  # only who signs needs it

    key = key_of(desk.home)
    document = credential(one, public(key).did)
    text = signed(document, key) if form == "jwt" else json.dumps(document, ensure_ascii=False, indent=2)
    content = base64.b64encode(text.encode()).decode()
    return PaperView(name=f"certificate-{one.at[:10]}.{form}", type=TYPES[form], content=content)
