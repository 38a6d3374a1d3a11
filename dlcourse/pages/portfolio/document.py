"""A portfolio as a document: the chosen pieces under their headings.

First come the sessions, in the order of the course, then pieces without a session, then the sections that the kinds of
pieces name.
"""

from dlcourse.domain.document import Document, Section
from dlcourse.domain.portfolio.messages import Piece, PortfolioView
from dlcourse.pages.words import counted, day

TITLE = "Portfolio"
WITHOUT = "Without a session"


def document(view: PortfolioView) -> Document:
    """What was chosen, as a document."""
    number = counted(len(view.pieces), "piece", "pieces")
    chosen = f"chosen by their author, as of {day(view.changed)}" if view.pieces else "Nothing has been chosen yet"
    about = f"{number}, {chosen}." if view.pieces else f"{chosen}."
    sections = (Section(heading, tuple(each.content for each in pieces)) for heading, pieces in sections_of(view))
    return Document(TITLE, view.name, about, tuple(sections))


def sections_of(view: PortfolioView) -> list[tuple[str, list[Piece]]]:
    """The headings in their order, each with its pieces in the order that their author gave them."""
    ranks = {kind.section: kind.rank for kind in reversed(view.kinds) if kind.section}
    found: dict[tuple[int, int, str, str], list[Piece]] = {}
    for piece in view.pieces:
        found.setdefault(_place(piece, ranks), []).append(piece)
    return [(key[-1], pieces) for key, pieces in sorted(found.items(), key=lambda pair: pair[0])]


def _place(piece: Piece, ranks: dict[str, int]) -> tuple[int, int, str, str]:
    """What sections are sorted by, and the heading."""
    if piece.session:
        return 0, 0, piece.session, piece.session_title
    return (2, ranks[piece.section], "", piece.section) if piece.section else (1, 0, "", WITHOUT)
