"""The certificate: what it would say today, issuing it in a name of one's own choice, and the certificates so far."""

from dataclasses import dataclass, replace
from typing import Any, Literal

from pydantic import Field

from dlcourse.domain.download import DownloadView
from dlcourse.domain.portfolio.certificate import (
    Certificates,
    CertificatesView,
    IssueCertificate,
    TakeCertificate,
)
from dlcourse.domain.speech import Command
from dlcourse.errors import CourseError
from dlcourse.pages.messages import FetchFile, Takes
from dlcourse.pages.portfolio.certificate_contents import CertificateContents, certificate_contents
from dlcourse.pages.portfolio.words import CERTIFICATE
from dlcourse.pages.program import Do, Done, Noticed, Page, Raw, Refused, See, Seen, Step, Watch
from dlcourse.pages.props import FileProps, PageProps, file_props, page_props


class FetchCertificate(FetchFile):
    """Ask for a certificate as a file."""

    certificate: str = Field(max_length=64)
    form: Literal["jwt", "json"]


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


def update(state: CertificateState, message: Any) -> Step[CertificateState]:
    """Issue certificates, deliver files, and reload what changed."""
    match message:
        case Command():
            return replace(state, taken=None, notice=None), (Do(message),)
        case FetchCertificate(ask=ask, certificate=certificate, form=form):
            found = See(TakeCertificate(certificate=certificate, form=form))
            return replace(state, asked=ask, taken=None, notice=None), (found,)
        case Done(recorded=recorded):
            return replace(state, saved=recorded.at), (See(Certificates()),)
        case Noticed():
            return state, (See(Certificates()),)
        case Seen(view=CertificatesView() as view):
            return replace(state, view=view), (Watch(view.topic),)
        case Seen(view=DownloadView() as file):
            return replace(state, taken=(state.asked, file)), ()
        case Refused(error=error):
            return replace(state, notice=error), ()
        case _:
            return state, ()


class CertificateProps(PageProps):
    """The props of the page; without contents until the certificates have loaded."""

    title: str
    taken: FileProps | None
    view: CertificateContents | None


def props(state: CertificateState) -> CertificateProps:
    """What the component draws."""
    return {
        **page_props("certificate", {}, saved=state.saved, notice=state.notice),
        "title": CERTIFICATE,
        "taken": file_props(state.taken),
        "view": certificate_contents(state.view) if state.view else None,
    }


FORMS = ("certificate",)
"""How the slots of the page's forms begin."""
PAGE = Page("certificate", init, Takes("certificate", (IssueCertificate, FetchCertificate)), update, props, FORMS)
