"""What somebody asked, gave and learned, as a piece of a portfolio."""

from dlcourse.domain.document import DocumentItem, DocumentPart, PieceKind
from dlcourse.domain.reciprocity.ledger import ExpectationCard
from dlcourse.pages.reciprocity import words
from dlcourse.pages.reciprocity.document import given, stage_name

EXPECTATION_PIECES = PieceKind(
    kind="expectation",
    rank=52,
    heading="What you asked, and what you gave for it",
    note="Your own words: what you asked, what you gave, and what you learned. What others said stays with them.",
    empty="When you have asked something of others and said what you give for it, it appears here.",
    section="Asking and giving",
)


def expectation_item(card: ExpectationCard) -> DocumentItem:
    """What was asked, given and learned by whoever asked it; nothing that the other side said, and no name."""
    parts = [
        (words.WHAT, card.what),
        (words.GIVEN, "\n".join(given(card))),
        (words.LEARNED, card.learned),
    ]
    heading = words.ASKS.format(asker=card.asker, other=card.other)
    written = tuple(DocumentPart(name, text, own=True) for name, text in parts if text)
    return DocumentItem(heading, (stage_name(card),), written)
