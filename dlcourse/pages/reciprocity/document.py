"""The ledger as a document of one page, for a meeting and for a file."""

from collections.abc import Iterable

from dlcourse.domain.document import Document, DocumentItem, DocumentPart, Grid, Section
from dlcourse.domain.reciprocity.ledger import ExpectationCard, LedgerView, PairBalance
from dlcourse.pages.reciprocity import words
from dlcourse.pages.words import day


def ledger_document(view: LedgerView) -> Document:
    """What stands now, how asking and giving are balanced, and what was learned; it fits on one page of paper.

    What is over is not in the table of what stands, and what was taken back is left out.
    """
    there = [card for card in view.cards if card.stage != "withdrawn"]
    return Document(words.TITLE, "", words.PAPER_ABOUT, tuple(_sections(there, view.balance)))


def asks(card: ExpectationCard) -> str:
    """Who asks whom, by role, and in a cohort by name, too."""
    asker, other = (
        f"{role or words.UNNAMED} ({name})" if name else role or words.UNNAMED
        for role, name in ((card.asker, card.asker_name), (card.other, card.other_name))
    )
    return words.ASKS.format(asker=asker, other=other)


def stage_name(card: ExpectationCard) -> str:
    """Where the expectation stands."""
    return words.LEFT if card.left else words.STAGES[card.stage]


def given(card: ExpectationCard) -> list[str]:
    """What is given, a line for each kind."""
    return [f"{words.CAPACITY[kind]}: {text}" for kind, text in card.capacity.items()]


def balance_rows(balance: Iterable[PairBalance]) -> list[tuple[str, ...]]:
    """A row for each direction in which something is asked."""
    return [
        (words.ASKS.format(asker=asker, other=other), *map(str, numbers))
        for pair in balance
        for asker, other, *numbers in (
            (pair.one, pair.other, pair.asked[0], pair.backed[0], pair.in_force[0], pair.learned[0]),
            (pair.other, pair.one, pair.asked[1], pair.backed[1], pair.in_force[1], pair.learned[1]),
        )
        if numbers[0]
    ]


def _sections(cards: list[ExpectationCard], balance: Iterable[PairBalance]) -> list[Section]:
    stands = tuple(_row(card) for card in cards if not card.over)
    table = Grid(words.PAPER_TABLE, words.PAPER_COLUMNS, stands)
    counts = Grid(words.BALANCE_TABLE, tuple(words.BALANCE_COLUMNS), tuple(balance_rows(balance)))
    grids = tuple(grid for grid in (table, counts) if grid.rows)
    note = () if cards else (DocumentPart("", words.NONE_YET),)
    found = [Section(words.PAPER_SECTION, (DocumentItem(words.BALANCE, (), note, grids),))]
    lessons = tuple(lesson(card) for card in cards if card.learned)
    return [*found, Section(words.LESSONS, lessons)] if lessons else found


def lesson(card: ExpectationCard) -> DocumentItem:
    """What was learned from an expectation that is closed."""
    lines = (card.what, words.OUTCOMES[card.outcome] if card.outcome else "")
    return DocumentItem(asks(card), tuple(filter(None, lines)), (DocumentPart("", card.learned, own=True),))


def _row(card: ExpectationCard) -> tuple[str, ...]:
    on = day(card.on.isoformat()) if card.on else ""
    return asks(card), card.what, "\n".join(given(card)) or words.NOTHING_GIVEN, on, stage_name(card)
