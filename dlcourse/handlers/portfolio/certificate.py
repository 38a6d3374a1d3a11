"""Handlers of the certificate. They read what is done from the session marks, and sign after the transaction."""

import base64
import json
from collections.abc import Sequence

from dlcourse.content.library import Library
from dlcourse.content.standards import standards
from dlcourse.domain.download import DownloadView
from dlcourse.domain.portfolio.certificate import (
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
from dlcourse.domain.sessions import Curriculum
from dlcourse.domain.speech import Recorded
from dlcourse.handlers.context import Heavy, ReadContext, Slow, WriteContext
from dlcourse.handlers.curriculum.home import marks_of
from dlcourse.handlers.portfolio.attestations import confirmed_of, with_confirmations
from dlcourse.handlers.portfolio.signing_key import key_for, key_of
from dlcourse.handlers.registry import carry_out, look_up
from dlcourse.handlers.selfcheck.readiness import introduction
from dlcourse.store import ReadTransaction, StoredEvent

TYPES = {"jwt": "application/vc+jwt", "json": "application/json"}


def _curriculum(command: IssueCertificate, library: Library) -> Curriculum:  # noqa: ARG001 (one curriculum for all)
    return library.curriculum()


@carry_out.after(_curriculum)
def issue_certificate(command: IssueCertificate, context: WriteContext, curriculum: Curriculum) -> Recorded:
    kept = context.transaction.readable_events(stream_of(context.person))
    sessions = marks_of(curriculum, ReadContext(context.transaction, context.viewer, context.library, context.jobs))
    scope = scope_of(curriculum.title, sessions)
    happened = issue(command, context.person, scope, _issued(context.transaction, kept))
    return context.transaction.append(
        stream_of(context.person), len(kept), command.id, context.person, [happened], command.texts()
    )


@look_up.register
def show_certificates(query: Certificates, context: ReadContext) -> CertificatesView:  # noqa: ARG001 (a query without parts)
    curriculum = context.library.curriculum()
    sessions = marks_of(curriculum, context)
    return CertificatesView(
        name=introduction(context.transaction, context.person).name,
        scope=scope_of(curriculum.title, sessions),
        to_do=tuple(each.title for each in sessions if each.open and not each.done),
        issued=with_confirmations(
            issued_to(context.transaction, context.person), confirmed_of(context.transaction, context.person)
        ),
        standards=standards(context.library.data),
        topic=stream_of(context.person),
    )


@look_up.register
def show_take_certificate(query: TakeCertificate, context: ReadContext) -> Slow:
    one = one_of(query.certificate, issued_to(context.transaction, context.person))
    confirmed = [each for each in confirmed_of(context.transaction, context.person) if each.about(one)]
    (whole,) = with_confirmations([one], confirmed)
    return Slow(lambda: _paper(whole, [each.confirmation.by for each in confirmed], query.form, context))


@look_up.register
def show_certificate_key(query: CertificateKey, context: ReadContext) -> Heavy:  # noqa: ARG001 (a query without parts)
    from dlcourse.exports.portfolio.certificate import public  # only needed for signing

    return Heavy(lambda: public(key_of(context.home)))


def issued_to(transaction: ReadTransaction, person: str) -> tuple[Issued, ...]:
    """The person's certificates, newest first."""
    return _issued(transaction, transaction.readable_events(stream_of(person)))


def stream_of(person: str) -> str:
    """The stream of one person's certificates."""
    return CERTIFICATES + person


def _issued(transaction: ReadTransaction, kept: tuple[StoredEvent, ...]) -> tuple[Issued, ...]:
    happened = [(each.event, each.at) for each in kept if isinstance(each.event, CertificateIssued)]
    return issued(happened, transaction.texts(event.words for event, _ in happened))


def _paper(one: Issued, endorsers: Sequence[str], form: str, context: ReadContext) -> DownloadView:
    """The certificate as a file; ``endorsers`` are the ids of those who confirm something of it."""
    from dlcourse.exports.portfolio.certificate import credential, endorsement, public, signed  # only for signing

    key, keys = key_of(context.home), [key_for(person, context.home) for person in endorsers]
    document = credential(one, public(key).did)
    endorsements = [
        endorsement(each, one.certificate, public(theirs).did) for each, theirs in zip(one.confirmed, keys, strict=True)
    ]
    if form == "jwt":
        tokens = [signed(each, theirs) for each, theirs in zip(endorsements, keys, strict=True)]
        text = signed(document | ({"endorsementJwt": tokens} if tokens else {}), key)
    else:
        whole = document | ({"endorsement": endorsements} if endorsements else {})
        text = json.dumps(whole, ensure_ascii=False, indent=2)
    content = base64.b64encode(text.encode()).decode()
    return DownloadView(name=f"certificate-{one.at[:10]}.{form}", type=TYPES[form], content=content)
