"""What the page about certificates draws: what it would say today, the name to issue it in, and those issued so far."""

from typing import Literal, TypedDict

from dlcourse.domain.portfolio.certificate import NAME, CertificatesView, IssueCertificate, Issued
from dlcourse.domain.standards import numbers
from dlcourse.pages.fields import required_line
from dlcourse.pages.form import FormProps, form
from dlcourse.pages.portfolio import words
from dlcourse.pages.portfolio.certificate_text import confirmed, minutes, sentence
from dlcourse.pages.props import TextTable
from dlcourse.pages.words import counted, day, listed


class NowProps(TypedDict):
    """What the certificate would say today, what is still to do, and what is said while nothing is done."""

    says: str
    to_do: str
    empty: str


class SessionsTable(TextTable):
    """The sessions done, with their sum in a last row."""

    total: list[str]


class CertificateFile(TypedDict):
    """A certificate as a file."""

    form: Literal["jwt", "json"]
    to: str
    text: str


class IssuedProps(TypedDict):
    """A certificate as it is printed, and the files of it; ``older`` says where a newer one could say more."""

    certificate: str
    heading: str
    course: str
    name: str
    says: str
    confirmed: list[str]
    proves_not: str
    signed: list[tuple[str, str]]
    table: SessionsTable
    standards: list[str]
    standards_note: str
    older: str
    print: str
    files: list[CertificateFile]
    files_note: str


class KeyLink(TypedDict):
    """The address of the public key."""

    to: str
    text: str


class CertificateContents(TypedDict):
    """What there is to issue, and the certificates so far; ``form`` is None while nothing is done."""

    title: str
    lead: str
    note: str
    now: NowProps
    form: FormProps | None
    issued_title: str
    issued: list[IssuedProps]
    key: KeyLink


def certificate_contents(view: CertificatesView) -> CertificateContents:
    """What there is to issue, and the certificates so far."""
    return {
        "title": words.CERTIFICATE,
        "lead": words.CERTIFICATE_LEAD,
        "note": words.CERTIFICATE_NOTE,
        "now": _now(view),
        "form": _form(view) if view.scope.done else None,
        "issued_title": words.YOUR_CERTIFICATES if view.issued else "",
        "issued": [_issued(one, view) for one in view.issued],
        "key": {"to": "certificate/key", "text": words.PUBLIC_KEY},
    }


def _now(view: CertificatesView) -> NowProps:
    scope = view.scope
    opened = counted(scope.open, "session", "sessions")
    said = words.TODAY_COUNTS if scope.done else words.NONE_DONE
    titles = listed([f"“{title}”" for title in view.to_do])
    return {
        "says": said.format(done=len(scope.done), sessions=opened, minutes=minutes(scope)),
        "to_do": words.NOT_DONE.format(titles=titles) if titles else "",
        "empty": "" if scope.done else words.CERTIFICATE_EMPTY,
    }


def _form(view: CertificatesView) -> FormProps:
    name = required_line("name", words.CERTIFICATE_NAME, NAME, words.CERTIFICATE_NAME_NOTE, view.name)
    return form(IssueCertificate, "certificate", [name], submit=words.ISSUE)


def _issued(one: Issued, view: CertificatesView) -> IssuedProps:
    return {
        "certificate": one.certificate,
        "heading": words.CERTIFICATE,
        "course": one.scope.course,
        "name": one.name,
        "says": sentence(one),
        "confirmed": [confirmed(each) for each in one.confirmed],
        "proves_not": words.PROVES_NOT,
        "signed": [
            (words.ISSUED_ON, day(one.at)),
            (words.ISSUED_BY, words.ISSUER),
            (words.NUMBER, one.certificate),
        ],
        "table": {
            "title": words.SESSIONS_DONE,
            "columns": [words.SESSION, words.STATED_MINUTES],
            "rows": [[session.title, str(session.minutes)] for session in one.scope.done],
            "total": [words.TOTAL, str(one.scope.minutes)],
        },
        "standards": list(numbers(view.standards, [session.id for session in one.scope.done])),
        "standards_note": words.STANDARDS,
        "older": "" if one.scope == view.scope else words.OLDER,
        "print": words.PRINT_CERTIFICATE,
        "files": [
            {"form": "jwt", "to": f"certificate/{one.certificate}.jwt", "text": words.SIGNED_BADGE},
            {"form": "json", "to": f"certificate/{one.certificate}.json", "text": words.READABLE_BADGE},
        ],
        "files_note": words.BADGE_NOTE,
    }
