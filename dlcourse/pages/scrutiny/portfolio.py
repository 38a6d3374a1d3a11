"""What a round taught someone, and their own practice, as pieces of a portfolio."""

from collections.abc import Iterable

from dlcourse.domain.document import DocumentItem, DocumentPart, PieceKind

SECTION = "Practice, opened to others"
ROUNDS_LEARNED = PieceKind(
    kind="round",
    rank=50,
    heading="What a round taught you",
    note="Your own words at the end of a round; what others said there stays with them.",
    empty="When you have said to a circle what you learned, it appears here.",
    section=SECTION,
)
PRACTICES = PieceKind(
    kind="practice",
    rank=60,
    heading="A practice of your own",
    note="What you wrote down, and what you saw in it through other eyes.",
    empty="When you have written down a practice of your own, it appears here.",
    section=SECTION,
)


def round_item(title: str, learned: str, trying: str) -> DocumentItem:
    """What someone said to their circle at the end of a round; what others said there is not in it."""
    parts = (DocumentPart("What I learned", learned, own=True), DocumentPart("What I will try", trying, own=True))
    return DocumentItem(title, ("Said to the circle at the end of a round.",), parts)


def practice_item(title: str, parts: Iterable[tuple[str, str]]) -> DocumentItem:
    """A practice of one's own; ``parts`` are what was asked, each with the words that answer it."""
    return DocumentItem(title, (), tuple(DocumentPart(ask, words, own=True) for ask, words in parts))
