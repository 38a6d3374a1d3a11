"""What a subject offers to the portfolio: pieces and contents by id, and nothing whose words were erased."""

import pytest

from dlcourse.domain.document import DocumentItem, PieceKind
from dlcourse.handlers.context import ReadContext
from dlcourse.handlers.portfolio_sources import SOURCES, Finds, Offer, few, portfolio_source

ITEM = DocumentItem("What I did", (), ())


def test_few_pieces_are_read_when_they_are_asked_for() -> None:
    """Offers are listed without reading any piece, and a piece whose words were erased is left out."""
    read: list[str] = []

    def reading(name: str, item: DocumentItem | None) -> DocumentItem | None:
        read.append(name)
        return item

    finds = few(
        {
            "one": (Offer("One"), lambda: reading("one", ITEM)),
            "two": (Offer("Two"), lambda: reading("two", None)),
            "three": (Offer("Three"), lambda: reading("three", ITEM)),
        }
    )
    assert finds.sessions == {"one": "", "two": "", "three": ""}
    assert finds.offers(["two", "one"]) == {"two": Offer("Two"), "one": Offer("One")}
    assert read == []
    assert finds.read(["two", "one"]) == {"one": ITEM}
    assert read == ["two", "one"]


def test_a_kind_of_piece_has_one_source() -> None:
    """Two sources for one kind are a programming error, and the first one stays."""
    kind = next(iter(SOURCES.values())).kind
    with pytest.raises(TypeError, match=f"two entries called '{kind.kind}'"):

        @portfolio_source(PieceKind(kind.kind, 1, "Again", "", ""))
        def find_again(_: ReadContext) -> Finds:
            raise AssertionError

    assert SOURCES[kind.kind].kind == kind
