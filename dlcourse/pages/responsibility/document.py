"""The map of responsibility as a document of one page, for a staff meeting."""

from dlcourse.domain.document import Document, DocumentItem, DocumentPart, Grid, Section
from dlcourse.domain.responsibility.people import ShareText
from dlcourse.domain.responsibility.views import ResponsibilityView, ShareCard
from dlcourse.pages.responsibility.words import (
    AGENDA,
    AGENDA_CAPTION,
    AGENDA_LINES,
    DOCUMENT_TITLE,
    GAPS,
    GAPS_TITLE,
    LABELS,
    NO_SHARES,
    SHARES,
    WHOLE,
)
from dlcourse.pages.words import counted, day

COLUMNS = ("what", "leads", "contributes", "learns", "answers", "authority")


def map_document(view: ResponsibilityView) -> Document:
    """The whole page."""
    about = f"{day(view.day)}. {counted(len(view.shares), 'piece', 'pieces')} of leading, {len(view.people)} people."
    agenda = DocumentItem(AGENDA, (), (), (Grid(AGENDA_CAPTION, ("Minute", "What you do"), AGENDA_LINES),))
    items = (map_table(view), gaps_item(view), agenda)
    return Document(DOCUMENT_TITLE, "", about, (Section(SHARES, items),))


def map_table(view: ResponsibilityView) -> DocumentItem:
    """A row for each piece of leading."""
    if not view.shares:
        return DocumentItem(NO_SHARES, (), ())
    rows = tuple(_row(card.share) for card in view.shares)
    grid = Grid("One person answers for each", tuple(LABELS[column] for column in COLUMNS), rows)
    return DocumentItem("The map", (), (), (grid,))


def gaps_item(view: ResponsibilityView) -> DocumentItem:
    """What is missing, piece by piece."""
    found = tuple(DocumentPart(card.share.what, "\n".join(gap_lines(card))) for card in view.shares if card.gaps)
    return DocumentItem(GAPS_TITLE, (), found or (DocumentPart("", WHOLE),))


def gap_lines(card: ShareCard) -> list[str]:
    """What is missing in a share, a sentence each."""
    return [GAPS[gap] for gap in card.gaps]


def contributors(share: ShareText) -> list[str]:
    """Who contributes what, a line each."""
    return [f"{each.name}: {each.knows}" if each.knows else each.name for each in share.contributes]


def _row(share: ShareText) -> tuple[str, ...]:
    answers = f"{share.answers}\n({LABELS['stand_in']}: {share.stand_in})" if share.stand_in else share.answers
    people = ("\n".join(share.leads), "\n".join(contributors(share)), "\n".join(share.learns), answers)
    return share.what, *people, share.authority
