"""The report about a cohort as a document for those who have to account for it. No row is about a person."""

from collections.abc import Iterator
from datetime import date

from dlcourse.domain.document import Document, DocumentItem, DocumentPart, Grid, Section
from dlcourse.domain.overview.views import CohortReportView, PeopleFigure, QuestionFigure
from dlcourse.pages.overview import words
from dlcourse.pages.words import counted, day

KINDS = {
    "plays": "Role-plays, the first play of each person",
    "sorting": "Sorting situations, at first sight",
    "self-check": "The self-check at the start",
    "self-check-change": "The self-check at the end, beside the start",
    "confidence": "How sure people are in what they write",
    "promise-made": "Promises made",
    "promise-due": "Promises whose day has come",
    "promise-outcome": "What became of promises",
}
"""The headings of the figures. Begun sessions and done exercises are in the table of sessions."""


def report_document(view: CohortReportView, today: date) -> Document:
    """The whole report."""
    caveats = tuple(DocumentPart("", caveat) for caveat in words.CAVEATS)
    return Document(
        words.DOCUMENT.format(name=view.progress.name),
        "",
        _about(view, today),
        (
            Section(words.WHAT_WAS_DONE, (DocumentItem(words.SESSIONS_TITLE, (), (), (_sessions(view),)),)),
            Section(words.FIGURES, tuple(_figures(view))),
            Section(words.HOW_TO_READ, (DocumentItem("", (), caveats),)),
        ),
    )


def session_rows(view: CohortReportView) -> list[tuple[str, str, str, str]]:
    """The open sessions: the title, its day, how many have finished it, and how many have begun it, if five have."""
    begun = {figure.of: figure.people for figure in view.figures.figures if figure.kind == "begun"}
    return [
        (
            each.title,
            day(each.on.isoformat()) if each.on else "",
            f"{each.finished} of {view.progress.participants}",
            str(begun.get(each.session) or words.TOO_FEW),
        )
        for each in view.progress.sessions
        if each.open
    ]


def _about(view: CohortReportView, today: date) -> str:
    opened = [each for each in view.progress.sessions if each.open]
    return words.ABOUT.format(
        day=day(today.isoformat()),
        people=counted(view.progress.participants, "person", "people"),
        finished=sum(each.finished > 0 for each in opened),
        open=len(opened),
    )


def _sessions(view: CohortReportView) -> Grid:
    return Grid(words.CAPTION_SESSIONS, words.SESSIONS_COLUMNS, tuple(session_rows(view)))


def _figures(view: CohortReportView) -> Iterator[DocumentItem]:
    titles = {each.session: each.title for each in view.progress.sessions}
    for kind, heading in KINDS.items():
        shown = [figure for figure in view.figures.figures if figure.kind == kind and figure.questions]
        if shown:
            yield DocumentItem(heading, (), (), tuple(_grid(figure, titles) for figure in shown))
    if not any(figure.questions for figure in view.figures.figures):
        yield DocumentItem("", (), (DocumentPart("", words.NONE_SHOWN),))


def _grid(figure: PeopleFigure, titles: dict[str, str]) -> Grid:
    about = titles.get(figure.of, figure.title)
    caption = f"{titles[figure.session]}: {about}" if figure.session in titles and figure.of not in titles else about
    rows = tuple((each.text, _answers(figure, each), str(each.people)) for each in figure.questions)
    return Grid(f"{caption}. As of {day(figure.moved)}", words.COUNT_COLUMNS, rows)


def _answers(figure: PeopleFigure, question: QuestionFigure) -> str:
    """The answers with their counts, those that have names in the order of these."""
    known = [answer for answer in figure.answers if answer in question.counts]
    others = sorted(answer for answer in question.counts if answer not in figure.answers)
    return "; ".join(f"{figure.answers.get(each, each)}: {question.counts[each]}" for each in [*known, *others])
