"""The plan as a document, and as a piece of a portfolio."""

from dlcourse.domain.document import Document, DocumentItem, Grid, Section
from dlcourse.domain.inquiry.messages import ImprovementPlanView
from dlcourse.pages.inquiry.check_ins import result
from dlcourse.pages.inquiry.paper import PaperLine, about_lines, paper_rows
from dlcourse.pages.inquiry.words import DOCUMENT_TITLE
from dlcourse.pages.words import day


def plan_document(view: ImprovementPlanView) -> Document:
    """The plan as a document of its own."""
    section = Section("From the problem to a first change", (plan_item(view),))
    return Document(DOCUMENT_TITLE, view.name, " · ".join(_sentences(view)), (section,))


def plan_item(view: ImprovementPlanView) -> DocumentItem:
    """The plan in two tables: its parts, and its check-ins."""
    parts = tuple((row["title"], "\n".join(map(_said, row["lines"]))) for row in paper_rows(view))
    tables = (Grid("The parts", ("Part", "What is written"), parts), _check_ins(view))
    return DocumentItem("The plan", (), (), tables)


def _sentences(view: ImprovementPlanView) -> list[str]:
    return [f"{line[:1].upper()}{line[1:]}" for line in about_lines(view)]


def _said(line: PaperLine) -> str:
    return f"{line['name']}: {line['text']}"


def _check_ins(view: ImprovementPlanView) -> Grid:
    rows = (
        (f"After {card.days} days", day(card.on.isoformat()) if card.on else "", result(card))
        for card in view.check_ins
    )
    return Grid("Check-ins", ("When", "Date", "What became of it"), tuple(rows))
