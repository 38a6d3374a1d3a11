"""The contents of the page with the report about a cohort."""

from collections.abc import Mapping
from typing import TypedDict

from dlcourse.domain.overview.messages import MOST_SIGNED, ReportForm
from dlcourse.domain.overview.views import CohortReportView, PeopleFigure, PersonProgressCard, SignedPerson
from dlcourse.pages.overview import words
from dlcourse.pages.overview.report_document import KINDS, session_rows
from dlcourse.pages.props import LinkProps, TextTable
from dlcourse.pages.words import counted, day

MOST_PEOPLE = 200
"""How many people the page lists."""


class ReportFileProps(TypedDict):
    """A form of the report, and the words of its button."""

    form: ReportForm
    text: str


class SignRow(TypedDict):
    """A participant: what they have finished, whether that was signed off, and whether there is something to sign."""

    person: str
    name: str
    says: str
    signed: str
    open: bool


class NamedPart(TypedDict):
    """Attendance by name, and signing off. ``all`` are the ids of those who have something to sign."""

    title: str
    note: str
    download: str
    sign_note: str
    sign: str
    sign_all: str
    all: list[str]
    cohort: str
    people: list[SignRow]
    more: str
    empty: str


class ReportContents(TypedDict):
    """What the report is, its files, what is in it, and attendance by name."""

    heading: str
    lead: str
    back: LinkProps
    files_title: str
    files_note: str
    files: list[ReportFileProps]
    sessions: TextTable
    figures: TextTable
    none_shown: str
    caveats_title: str
    caveats: list[str]
    named: NamedPart


def report_contents(view: CohortReportView) -> ReportContents:
    """What the page shows."""
    shown = [figure for figure in view.figures.figures if figure.kind in KINDS and figure.questions]
    titles = {each.session: each.title for each in view.progress.sessions}
    figures = [_figure(figure, titles) for figure in shown]
    return {
        "heading": words.TITLE,
        "lead": words.LEAD,
        "back": {"to": f"cohort/{view.progress.cohort}", "text": words.BACK, "note": ""},
        "files_title": words.FILES_TITLE,
        "files_note": words.FILES_NOTE,
        "files": [{"form": form, "text": text} for form, text in words.FILES.items()],
        "sessions": _sessions_table(view),
        "figures": {"title": words.SHOWN_TITLE, "columns": list(words.SHOWN_COLUMNS), "rows": figures},
        "none_shown": "" if shown else words.NONE_SHOWN,
        "caveats_title": words.HOW_TO_READ,
        "caveats": list(words.CAVEATS),
        "named": _named(view),
    }


def _sessions_table(view: CohortReportView) -> TextTable:
    """The sessions; without a column for their days if none has one."""
    kept = [0, 2, 3] if not any(each.on for each in view.progress.sessions) else [0, 1, 2, 3]
    rows = [[row[place] for place in kept] for row in session_rows(view)]
    columns = [words.SESSIONS_COLUMNS[place] for place in kept]
    return {"title": words.SESSIONS_TITLE, "columns": columns, "rows": rows}


def _figure(figure: PeopleFigure, titles: Mapping[str, str]) -> list[str]:
    return [KINDS[figure.kind], titles.get(figure.of, figure.title), str(figure.people), day(figure.moved)]


def _named(view: CohortReportView) -> NamedPart:
    signed = {each.person: each for each in view.signed}
    titles = {each.session: each.title for each in view.progress.sessions}
    learners = [card for card in view.progress.people if card.role == "participant"]
    to_sign = [card.person for card in learners if _is_open(card, signed.get(card.person))]
    more = len(learners) - MOST_PEOPLE
    return {
        "title": words.NAMED_TITLE,
        "note": words.NAMED_NOTE,
        "download": words.ATTENDANCE,
        "sign_note": words.SIGN_NOTE if view.may_sign else words.HOST_NOTE,
        "sign": words.SIGN,
        "sign_all": words.SIGN_ALL if to_sign and view.may_sign else "",
        "all": to_sign[:MOST_SIGNED],
        "cohort": view.progress.cohort,
        "people": [
            _row(card, signed.get(card.person), titles, may_sign=view.may_sign) for card in learners[:MOST_PEOPLE]
        ],
        "more": words.MORE_PEOPLE.format(more=more) if more > 0 else "",
        "empty": "" if learners else words.NOBODY,
    }


def _row(
    card: PersonProgressCard, signed: SignedPerson | None, titles: Mapping[str, str], *, may_sign: bool
) -> SignRow:
    names = [titles[session] for session in card.finished if session in titles]
    told = (
        words.SIGNED.format(by=signed.by, day=day(signed.at), sessions=_sessions(len(signed.sessions)))
        if signed
        else ""
    )
    return {
        "person": card.person,
        "name": card.name,
        "says": words.FINISHED.format(sessions=f"{_sessions(len(names))}: {', '.join(names)}")
        if names
        else words.FINISHED_NONE,
        "signed": told,
        "open": may_sign and _is_open(card, signed),
    }


def _is_open(card: PersonProgressCard, signed: SignedPerson | None) -> bool:
    """Whether this person has finished sessions that were not signed off yet."""
    return not set(card.finished) <= set(signed.sessions if signed else ())


def _sessions(number: int) -> str:
    return counted(number, "session", "sessions")
