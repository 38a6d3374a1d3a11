"""A play that has ended, as a piece of a portfolio."""

from dlcourse.domain.document import DocumentItem, DocumentPart, Grid, PieceKind
from dlcourse.domain.principles import in_words
from dlcourse.domain.roleplay.debrief import DebriefView
from dlcourse.pages.markdown import plain
from dlcourse.pages.roleplay.debrief import cast_of
from dlcourse.pages.roleplay.findings import headline, roles
from dlcourse.pages.words import day

PLAYS_ENDED = PieceKind(
    kind="play",
    rank=30,
    heading="Role-plays",
    note="With what the debrief says, and the reason that you gave for a decision.",
    empty="When you have played a role-play to an end, it appears here.",
    section="Role-plays",
)


def play_item(number: int, at: str, view: DebriefView) -> DocumentItem:
    """The play with its debrief; ``number`` counts the attempts at its scenario, ``at`` is when it ended."""
    seat = next(seat.name for seat in view.seats if seat.you)
    lines = (f"Attempt {number}, seen by {seat}, who is “you” below; ended on {day(at)}.",)
    last = view.passages[-1]
    stakes = [line for stake in view.stakes for line in in_words((stake.principle,))]
    at_stake = [DocumentPart("The principles at stake", "\n".join(stakes))] if view.stakes else []
    parts = (DocumentPart(f"How it ended: {last.title}", plain(last.text)), *_found(view), *_reasons(view), *at_stake)
    return DocumentItem(view.title, lines, parts, _roles(view), (view.chart,) if view.chart else ())


def _found(view: DebriefView) -> list[DocumentPart]:
    if view.talk is None:
        return []
    return [DocumentPart("What was found of what only some knew", " ".join(headline(view.talk, cast_of(view))))]


def _reasons(view: DebriefView) -> list[DocumentPart]:
    cast = cast_of(view)
    decided = [line for passage in view.passages for line in passage.lines if line.kind == "decided"]
    mine = [line.words for line in decided if cast.mine(line.role) and line.words]
    return [DocumentPart("The reason I gave", words, own=True) for words in mine]


def _roles(view: DebriefView) -> tuple[Grid, ...]:
    if view.talk is None:
        return ()
    found = roles(view.talk, cast_of(view))
    return (Grid(found["title"], tuple(found["columns"]), tuple(tuple(row) for row in found["rows"])),)
