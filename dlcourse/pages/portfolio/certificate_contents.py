"""What the page about certificates draws: what it would say today, the name to issue it in, and those issued so far."""

from typing import Literal, TypedDict

from dlcourse.domain.portfolio.certificate import NAME, CertificatesView, Issued, Scope
from dlcourse.pages.portfolio.certificate_words import ISSUER, PROVES_NOT, minutes, sentence
from dlcourse.pages.props import TextTable
from dlcourse.pages.words import counted, day, listed

TITLE = "Certificate"
LEAD = "A page that says which sessions you have done, and the same as a badge that a machine can check."
NOTE = (
    "It counts the sessions that are open and done, and says so. It is issued here, by your own course folder and with "
    "its own key: it shows what you did, and that nobody has changed it since."
)


class NowProps(TypedDict):
    """What the certificate would say today, what is still to do, and what is said while nothing is done."""

    says: str
    to_do: str
    empty: str


class NameForm(TypedDict):
    """A form for the name on a document."""

    label: str
    value: str
    limit: int
    submit: str


class CertificateForm(NameForm):
    """The form that issues a certificate, with a note on the name."""

    note: str


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
    proves_not: str
    signed: list[tuple[str, str]]
    table: SessionsTable
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
    form: CertificateForm | None
    issued_title: str
    issued: list[IssuedProps]
    key: KeyLink


def certificate_contents(view: CertificatesView) -> CertificateContents:
    """What there is to issue, and the certificates so far."""
    return {
        "title": TITLE,
        "lead": LEAD,
        "note": NOTE,
        "now": _now(view),
        "form": _form(view) if view.scope.done else None,
        "issued_title": "Your certificates" if view.issued else "",
        "issued": [_issued(one, view.scope) for one in view.issued],
        "key": {"to": "certificate/key", "text": "The public key by which they can be checked"},
    }


def _now(view: CertificatesView) -> NowProps:
    scope = view.scope
    opened = counted(scope.open, "session", "sessions")
    said = f"Today it would count {len(scope.done)} of the {opened} that are open, {minutes(scope)} as stated."
    return {
        "says": said if scope.done else f"None of the {opened} that are open is done yet.",
        "to_do": f"Not done yet: {listed([f'“{title}”' for title in view.to_do])}." if view.to_do else "",
        "empty": ""
        if scope.done
        else "As soon as you have done one session, you can have your certificate issued here.",
    }


def _form(view: CertificatesView) -> CertificateForm:
    return {
        "label": "The name on the certificate",
        "note": "Write it as it shall be read by whoever you show it to. It stands in the badge, too.",
        "value": view.name,
        "limit": NAME,
        "submit": "Issue the certificate",
    }


def _issued(one: Issued, now: Scope) -> IssuedProps:
    return {
        "certificate": one.certificate,
        "heading": "Certificate",
        "course": one.scope.course,
        "name": one.name,
        "says": sentence(one),
        "proves_not": PROVES_NOT,
        "signed": [
            ("Issued on", day(one.at)),
            ("By", ISSUER),
            ("Number", one.certificate),
        ],
        "table": {
            "title": "Sessions done",
            "columns": ["Session", "Stated minutes"],
            "rows": [[session.title, str(session.minutes)] for session in one.scope.done],
            "total": ["Together", str(one.scope.minutes)],
        },
        "older": "" if one.scope == now else "You have done more since, or more is open: issue a new one above.",
        "print": "Print this certificate",
        "files": [
            {"form": "jwt", "to": f"certificate/{one.certificate}.jwt", "text": "Take the signed badge (.jwt)"},
            {"form": "json", "to": f"certificate/{one.certificate}.json", "text": "The same to read (.json)"},
        ],
        "files_note": (
            "The signed badge is an Open Badges 3.0 credential, for a wallet or a badge collection. Nothing of it is "
            "sent anywhere. The file to read carries no signature."
        ),
    }
