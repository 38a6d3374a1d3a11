"""A portfolio as a document: the chosen pieces under their headings.

First come the sessions, in the order of the course, then pieces without a session, then the sections that the kinds of
pieces name. As soon as somebody moves a section, the sections are in that person's own order.
"""

from dlcourse.domain.document import Document, Section
from dlcourse.domain.portfolio.messages import ChosenPieces, Piece
from dlcourse.pages.portfolio import words
from dlcourse.pages.words import counted, day


def document(chosen: ChosenPieces) -> Document:
    """What was chosen, as a document."""
    sections = (Section(heading, tuple(each.content for each in pieces)) for heading, pieces in sections_of(chosen))
    return Document(words.DOCUMENT, chosen.name, _about(chosen), tuple(sections))


def _about(chosen: ChosenPieces) -> str:
    if not chosen.pieces:
        return words.ABOUT_NOTHING
    return words.ABOUT_DOCUMENT.format(pieces=counted(len(chosen.pieces), "piece", "pieces"), day=day(chosen.changed))


def sections_of(chosen: ChosenPieces) -> list[tuple[str, list[Piece]]]:
    """The headings in their order, each with its pieces in the order that their author gave them."""
    ranks = {kind.section: kind.rank for kind in reversed(chosen.kinds) if kind.section}
    found: dict[tuple[int, int, str, str], list[Piece]] = {}
    for piece in chosen.pieces:
        found.setdefault(_place(piece, ranks), []).append(piece)
    sections = found.items() if chosen.arranged else sorted(found.items(), key=lambda pair: pair[0])
    return [(key[-1], pieces) for key, pieces in sections]


def _place(piece: Piece, ranks: dict[str, int]) -> tuple[int, int, str, str]:
    """What sections are sorted by, and the heading."""
    if piece.session:
        return 0, 0, piece.session, piece.session_title
    return (2, ranks[piece.section], "", piece.section) if piece.section else (1, 0, "", words.WITHOUT_SESSION)
