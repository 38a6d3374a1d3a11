"""Trials as a document of one page, and as pieces of a portfolio."""

from collections.abc import Iterable

from dlcourse.domain.document import Document, DocumentItem, DocumentPart, Grid, PieceKind, Section
from dlcourse.domain.trial.bench_view import BenchView, ReadingCard, TrialCard
from dlcourse.pages.trial import words
from dlcourse.pages.words import day

TRIAL_PIECES = PieceKind(
    kind="trial",
    rank=54,
    heading="Your trials",
    note="The plan with its prediction, what was measured, and what it taught.",
    empty="When you have begun a trial, it appears here.",
    section="Trials",
)


def trials_document(view: BenchView) -> Document:
    """The problem, the trial that matters most now, and the others in a table, so that it fits on one page."""
    cards = [card for card in view.cards if card.mine and card.stage != "discarded"]
    problem = (DocumentItem(words.PROBLEM, (), (DocumentPart("", view.problem, own=True),)),) if view.problem else ()
    trial = trial_item(cards[0]) if cards else DocumentItem(words.PAPER_NONE, (), ())
    rest = (DocumentItem(words.PAPER_OTHERS, (), (), (_others(cards[1:]),)),) if cards[1:] else ()
    section = Section(words.PAPER_DOCUMENT, (*problem, trial, *rest))
    return Document(words.TITLE, "", words.PAPER_ABOUT, (section,))


def trial_item(card: TrialCard) -> DocumentItem:
    """A trial as a table: its plan, its prediction and limit, its readings, and what it taught."""
    rows = tuple(row for row in plan_rows(card) + result_rows(card) if row[1])
    return DocumentItem(card.plan["test"] or words.PAPER_TABLE, (words.STAGES[card.stage],), (), (_grid(rows),))


def plan_rows(card: TrialCard) -> list[tuple[str, str]]:
    """The plan, each part under its short name."""
    expected = words.LOCKED.format(expected=card.expected) if card.stage not in {"planned", "discarded"} else ""
    return [
        *((name, card.plan[part]) for part, name in words.PARTS.items()),
        (words.PREDICTION, expected or str(card.expected)),
        (words.LIMIT, limit_of(card)),
        (words.ON, day(card.on.isoformat())),
    ]


def result_rows(card: TrialCard) -> list[tuple[str, str]]:
    """What was measured, why it was stopped, and what came of it; a row without words is left out by whoever asks."""
    stopped = words.BREACHED if card.breached else words.BY_RULE if card.by_rule else ""
    return [
        (words.READINGS, "\n".join(map(reading_line, card.readings))),
        (words.STAGES["stopped"], f"{stopped} {card.why}".strip()),
        (words.DECISIONS[card.decision] if card.decision else "", card.taught),
    ]


def reading_line(reading: ReadingCard) -> str:
    """A reading in a line, with what was noticed."""
    said = words.READING_BREACH if reading.breach else words.READING_SAID
    line = said.format(day=day(reading.on.isoformat()), value=reading.value)
    return f"{line}. {reading.words}" if reading.words else line


def limit_of(card: TrialCard) -> str:
    """The limit in words, such as ``at most 4``."""
    return words.LIMITS[card.worse].format(limit=card.limit)


def _others(cards: Iterable[TrialCard]) -> Grid:
    rows = (
        (card.plan["test"], str(card.expected), limit_of(card), words.STAGES[card.stage], card.taught) for card in cards
    )
    return Grid(words.PAPER_OTHER_TABLE, words.PAPER_OTHER_COLUMNS, tuple(rows))


def _grid(rows: tuple[tuple[str, str], ...]) -> Grid:
    return Grid(words.PAPER_TABLE, words.PAPER_COLUMNS, rows)
