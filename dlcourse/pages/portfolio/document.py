"""A portfolio as a document of headings, words and tables, in plain text; how it is drawn is somebody else's business.

Sections: a session's entries and promises in the order of the course, then role-plays, then the self-check.
"""

from collections.abc import Iterable
from dataclasses import dataclass

from dlcourse.domain.curriculum.principles import PRINCIPLES
from dlcourse.domain.portfolio.messages import (
    Piece,
    PlanPiece,
    PlayPiece,
    PortfolioView,
    PracticePiece,
    RoundPiece,
    SelfCheckPiece,
)
from dlcourse.domain.reflection.log import AnswerCard, EntryCard, PromiseCard
from dlcourse.domain.roleplay.debrief import Stake
from dlcourse.domain.selfcheck.readiness import CheckView
from dlcourse.pages.markdown import plain
from dlcourse.pages.matching.plan_result import by_task
from dlcourse.pages.portfolio.certificate_words import day
from dlcourse.pages.reflection.words import OUTCOMES, sure
from dlcourse.pages.roleplay.debrief import cast_of, headline, roles
from dlcourse.pages.selfcheck.check_again import says
from dlcourse.pages.selfcheck.readiness import word
from dlcourse.pages.selfcheck.words import TIMES
from dlcourse.pages.words import counted

TITLE = "Portfolio"
WITHOUT = "Without a session"


@dataclass(frozen=True)
class DocumentPart:
    """A stretch of words; ``own`` where they are the author's, word for word."""

    heading: str
    words: str
    own: bool = False


@dataclass(frozen=True)
class Grid:
    """A table with a caption; a row begins with what it is about."""

    caption: str
    columns: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]


@dataclass(frozen=True)
class Item:
    """A piece: its heading, small lines of what it is, and what it consists of."""

    item: str
    heading: str
    lines: tuple[str, ...]
    parts: tuple[DocumentPart, ...]
    grids: tuple[Grid, ...] = ()


@dataclass(frozen=True)
class Section:
    """Pieces under one heading."""

    heading: str
    items: tuple[Item, ...]


@dataclass(frozen=True)
class PortfolioDocument:
    """The whole portfolio; ``name`` may be empty."""

    title: str
    name: str
    about: str
    sections: tuple[Section, ...]


def document(view: PortfolioView) -> PortfolioDocument:
    """What was chosen, as a document."""
    number = counted(len(view.pieces), "piece", "pieces")
    chosen = f"chosen by their author, as of {day(view.changed)}" if view.pieces else "Nothing has been chosen yet"
    about = f"{number}, {chosen}." if view.pieces else f"{chosen}."
    groups: dict[tuple[int, str, str], list[Item]] = {}
    for piece in view.pieces:
        groups.setdefault(_section(piece), []).append(_item(piece))
    sections = tuple(Section(key[2], tuple(items)) for key, items in sorted(groups.items(), key=lambda pair: pair[0]))
    return PortfolioDocument(TITLE, view.name, about, sections)


def _section(piece: Piece) -> tuple[int, str, str]:
    """Where a piece stands: what is sorted by, and the heading."""
    match piece.content:
        case PlayPiece():
            return 2, "", "Role-plays"
        case PlanPiece():
            return 3, "", "Plans"
        case RoundPiece() | PracticePiece():
            return 4, "", "Practice, opened to others"
        case SelfCheckPiece():
            return 5, "", "How things are at my place"
        case _:
            return (0, piece.session, piece.session_title) if piece.session else (1, "", WITHOUT)


def _item(piece: Piece) -> Item:
    match piece.content:
        case EntryCard() as card:
            return _entry(piece.item, card)
        case PromiseCard() as promise:
            return _promise(piece.item, promise)
        case PlayPiece() as played:
            return _play(piece.item, played)
        case PlanPiece() as plan:
            return _plan(piece.item, plan)
        case RoundPiece() as learned:
            parts = (
                DocumentPart("What I learned", learned.learned, own=True),
                DocumentPart("What I will try", learned.trying, own=True),
            )
            return Item(piece.item, learned.title, ("Said to the circle at the end of a round.",), parts)
        case PracticePiece() as practice:
            return Item(
                piece.item,
                practice.title,
                (),
                tuple(DocumentPart(ask, words, own=True) for ask, words in practice.parts),
            )
        case SelfCheckPiece() as checked:
            return _check(piece.item, checked)


def _entry(item: str, card: EntryCard) -> Item:
    newest, dates = card.newest, f"Written on {day(card.written)}"
    changed = f", last changed on {day(newest.at)}" if card.versions > 1 else ""
    about = f"About: {' '.join(_names(newest.principles))}" if newest.principles else ""
    lines = (f"{dates}{changed}.", sure(newest.confidence), about)
    parts = tuple(DocumentPart(step.heading, step.words, own=True) for step in newest.steps if step.words.strip())
    return Item(item, card.asked or "What I wrote", tuple(filter(None, lines)), parts)


def _promise(item: str, promise: PromiseCard) -> Item:
    by = f", by {day(promise.by.isoformat())}" if promise.by and not promise.answers else ""
    lines = (f"Promised on {day(promise.made)}{by}.", promise.asked and f"Asked for: {promise.asked}")
    answers = [part for answer in promise.answers for part in _answer(answer)]
    still = [] if promise.answers else [DocumentPart("", "Nothing has been said of what became of it yet.")]
    parts = (DocumentPart("", promise.what, own=True), *answers, *still)
    return Item(item, "A promise, and what became of it", tuple(filter(None, lines)), parts)


def _answer(answer: AnswerCard) -> list[DocumentPart]:
    carried = f", carried forward to {day(answer.again.isoformat())}" if answer.again else ""
    said = f"{OUTCOMES[answer.outcome]}{carried} ({day(answer.at)})"
    return [DocumentPart(said, answer.words, own=True)] if answer.words.strip() else [DocumentPart("", f"{said}.")]


def _play(item: str, played: PlayPiece) -> Item:
    view = played.debrief
    cast, last = cast_of(view), view.passages[-1]
    seat = next(seat.name for seat in view.seats if seat.you)
    lines = (f"Attempt {played.number}, seen by {seat}, who is “you” below; ended on {day(played.at)}.",)
    decided = [line for passage in view.passages for line in passage.lines if line.kind == "decided"]
    mine = [
        DocumentPart("The reason I gave", line.words, own=True)
        for line in decided
        if cast.mine(line.role) and line.words
    ]
    found = (
        [DocumentPart("What was found of what only some knew", " ".join(headline(view.talk, cast)))]
        if view.talk
        else []
    )
    stakes = [DocumentPart("The principles at stake", "\n".join(_stakes(view.stakes)))] if view.stakes else []
    parts = (DocumentPart(f"How it ended: {last.title}", plain(last.text)), *found, *mine, *stakes)
    return Item(item, view.title, lines, parts, (_roles(played),) if view.talk else ())


def _stakes(stakes: Iterable[Stake]) -> list[str]:
    return [name for stake in stakes for name in _names((stake.principle,))]


def _roles(played: PlayPiece) -> Grid:
    assert played.debrief.talk is not None
    found = roles(played.debrief.talk, cast_of(played.debrief))
    return Grid(found["title"], tuple(found["columns"]), tuple(tuple(row) for row in found["rows"]))


def _plan(item: str, planned: PlanPiece) -> Item:
    found = by_task(planned.members, planned.plan)
    rows = tuple(tuple("; ".join(cell) for cell in row) for row in found["rows"])
    sure = "No plan is better: every aim is proven." if planned.proven else "A better one may exist."
    lines = (f"A plan for “{planned.team}”, made on {day(planned.at)}. {sure}",)
    return Item(item, planned.name, lines, (), (Grid(found["title"], tuple(found["columns"]), rows),))


def _check(item: str, checked: SelfCheckPiece) -> Item:
    both, first = checked.both, checked.first
    again = any(group.way != "incomplete" for group in both.groups)
    words = [
        DocumentPart(group.name, says(group) if group.way != "incomplete" else before.says)
        for group, before in zip(both.groups, first.groups, strict=True)
        if group.way != "incomplete" or before.says
    ]
    lines = ("A view from one window, in words. No grade, no total, and nobody to be compared with.",)
    rows = tuple(_row(group.name, group.first, group.second, first) for group in both.groups)
    columns = ("Subject", *TIMES) if again else ("Subject", TIMES[0])
    grid = Grid("How often it was seen", columns, rows if again else tuple(row[:2] for row in rows))
    heading = "Then and now" if again else "The view from my window"
    return Item(item, heading, lines, tuple(words), (grid,))


def _row(name: str, first: float | None, second: float | None, check: CheckView) -> tuple[str, str, str]:
    return name, word(first, check), word(second, check)


def _names(principles: Iterable[str]) -> list[str]:
    return [f"{name}: {PRINCIPLES[name].short}" for name in principles if name in PRINCIPLES]
