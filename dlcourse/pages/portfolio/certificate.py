"""The certificate: what it would say today, issuing it in a name of one's own choice, and the certificates so far."""

from dataclasses import dataclass, replace
from typing import Any

from dlcourse.domain.download import DownloadView
from dlcourse.domain.portfolio.certificate import (
    NAME,
    Certificates,
    CertificatesView,
    IssueCertificate,
    Issued,
    Scope,
    TakeCertificate,
)
from dlcourse.domain.speech import TAG, Command, decode
from dlcourse.errors import CourseError
from dlcourse.pages.portfolio.certificate_words import ISSUER, PROVES_NOT, minutes, sentence
from dlcourse.pages.program import Do, Done, Noticed, Page, Props, Raw, Refused, See, Seen, Step, Watch
from dlcourse.pages.words import STATUS, counted, day, listed

TITLE = "Certificate"
LEAD = "A page that says which sessions you have done, and the same as a badge that a machine can check."
NOTE = (
    "It counts the sessions that are open and done, and says so. It is issued here, by your own course folder and with "
    "its own key: it shows what you did, and that nobody has changed it since."
)


@dataclass(frozen=True)
class FetchCertificate:
    """Somebody asks for a file; ``ask`` is who."""

    ask: str
    query: TakeCertificate


@dataclass(frozen=True)
class CertificateState:
    """What there is; ``taken`` is a file that was asked for, ``asked`` who waits for one."""

    view: CertificatesView | None = None
    saved: str = ""
    asked: str = ""
    taken: tuple[str, DownloadView] | None = None
    notice: CourseError | None = None


def init(place: Raw) -> Step[CertificateState]:  # noqa: ARG001 (the page has one place only)
    """Look at what there is."""
    return CertificateState(), (See(Certificates()),)


def parse(raw: Raw) -> Command | FetchCertificate:
    """Issuing, or a file to take along."""
    if raw.get("say") == "Fetch":
        parts = {part: raw.get(part) for part in ("certificate", "form")}
        return FetchCertificate(
            str(raw.get("ask", ""))[:64], decode(TakeCertificate, {TAG: "TakeCertificate", **parts})
        )
    command = decode(Command, raw)
    if isinstance(command, IssueCertificate):
        return command
    raise CourseError("certificate", "it does not know that message", "Reload the page.")


def update(state: CertificateState, message: Any) -> Step[CertificateState]:
    """Issue, hand over, and look again where something changed."""
    match message:
        case Command():
            return replace(state, taken=None, notice=None), (Do(message),)
        case FetchCertificate(ask=ask, query=query):
            return replace(state, asked=ask, taken=None, notice=None), (See(query),)
        case Done(recorded=recorded):
            return replace(state, saved=recorded.at), (See(Certificates()),)
        case Noticed():
            return state, (See(Certificates()),)
        case Seen(view=CertificatesView() as view):
            return replace(state, view=view), (Watch(view.topic),)
        case Seen(view=DownloadView() as paper):
            return replace(state, taken=(state.asked, paper)), ()
        case Refused(error=error):
            return replace(state, notice=error), ()
        case _:
            return state, ()


def props(state: CertificateState) -> Props:
    """What the component draws."""
    return {
        "page": "certificate",
        "place": {},
        "status": STATUS,
        "saved": state.saved,
        "notice": state.notice.to_json() if state.notice else None,
        "links": [],
        "title": TITLE,
        "taken": {"ask": state.taken[0], **state.taken[1].model_dump(mode="json")} if state.taken else None,
        "view": _view(state.view) if state.view else None,
    }


def _view(view: CertificatesView) -> Props:
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


def _now(view: CertificatesView) -> Props:
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


def _form(view: CertificatesView) -> Props:
    return {
        "label": "The name on the certificate",
        "note": "Write it as it shall be read by whoever you show it to. It stands in the badge, too.",
        "value": view.name,
        "limit": NAME,
        "submit": "Issue the certificate",
    }


def _issued(one: Issued, now: Scope) -> Props:
    return {
        "certificate": one.certificate,
        "heading": "Certificate",
        "course": one.scope.course,
        "name": one.name,
        "says": sentence(one),
        "proves_not": PROVES_NOT,
        "signed": [
            ["Issued on", day(one.at)],
            ["By", ISSUER],
            ["Number", one.certificate],
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


PAGE = Page("certificate", init, parse, update, props)
