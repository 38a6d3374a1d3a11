"""What somebody has at hand at their table: what they know, and who is there."""

from collections.abc import Iterable, Iterator, Sequence
from typing import TypedDict

from dlcourse.domain.live.messages import LiveShare
from dlcourse.domain.live.seat_views import FactSource, KnowsCount, LiveFact, LiveGroupView, LiveMate, LiveSeatView
from dlcourse.pages.face import FaceProps, face
from dlcourse.pages.live import words
from dlcourse.pages.live.seat_tasks import SeatAct, act
from dlcourse.pages.markdown import html, inline
from dlcourse.pages.roleplay.talk import short
from dlcourse.pages.words import counted, listed


class FactProps(TypedDict):
    """A fact that one knows, how one knows it, and what can be done with it."""

    html: str
    since: FactSource
    note: str
    acts: list[SeatAct]


class MateProps(TypedDict):
    """A role at the table: its face, what there is to say of it now, and as ``html`` who it is."""

    name: str
    face: FaceProps
    note: str
    you: bool
    html: str


def names_of(group: LiveGroupView) -> dict[str, str]:
    """How each role is called in a sentence: "you" for the reader's own."""
    return {mate.role: "you" if mate.you else short(mate.name) for mate in group.mates}


def alone(group: LiveGroupView) -> list[LiveFact]:
    """The facts that were not said yet and that not everybody holds."""
    return [fact for fact in group.facts if not fact.by and fact.since in {"own", "dealt"}]


def facts(view: LiveSeatView, group: LiveGroupView, known: Iterable[LiveFact]) -> list[FactProps]:
    """These facts, with what can be done with each; what was said last comes first."""
    names = names_of(group)
    order = sorted(known, key=lambda fact: fact.at, reverse=True)
    return [
        {
            "html": inline(fact.text),
            "since": fact.since,
            "note": ". ".join(_notes(fact, names)),
            "acts": _acts(view, group, fact),
        }
        for fact in order
    ]


def _notes(fact: LiveFact, names: dict[str, str]) -> list[str]:
    """Where a fact comes from, if that is not plain from the list that it is in, and to whom it was new."""
    notes = [words.SINCE[fact.since]] if fact.since in words.SINCE else []
    if fact.by:
        notes.append(words.SAID_BY.format(role=names.get(fact.by, "")))
    if fact.new_to:
        notes.append(words.NEW_TO.format(people=listed([names[role] for role in fact.new_to])))
    return notes


def _acts(view: LiveSeatView, group: LiveGroupView, fact: LiveFact) -> list[SeatAct]:
    if not view.role or view.closed or fact.by or group.phase != "talk":
        return []
    return [act(LiveShare, view, words.SHARE, fact.text, fact=fact.id)]


def people(mates: Sequence[LiveMate], knows: Iterable[KnowsCount] = ()) -> list[MateProps]:
    """Who is at the table and, for groups with a map, how many facts each role knows that others do not.

    Once somebody has spoken, the notes say how often each of them has.
    """
    counts = {row.role: counted(row.facts, *words.FACT_COUNT) for row in knows}
    begun = any(mate.turns for mate in mates)
    return [
        {
            "name": mate.name,
            "face": face(mate.name, place),
            "note": " · ".join(_mate_notes(mate, counts.get(mate.role, ""), _spoke(mate) if begun else "")),
            "you": mate.you,
            "html": html(mate.about),
        }
        for place, mate in enumerate(mates)
    ]


def _mate_notes(mate: LiveMate, count: str, spoke: str) -> Iterator[str]:
    if mate.you:
        yield words.YOU
    if holder := mate.person if mate.holder == "person" else words.HOLDERS[mate.holder]:
        yield holder
    if mate.decides:
        yield words.DECIDES
    if spoke:
        yield spoke
    if count:
        yield words.KNOWS_ALONE.format(facts=count)


def _spoke(mate: LiveMate) -> str:
    if not mate.turns:
        return words.SILENT
    return words.SPOKE.format(times=words.ONCE if mate.turns == 1 else words.TIMES.format(count=mate.turns))
