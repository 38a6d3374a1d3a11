"""The talk at a live table: the lines of a role-play, and what can be done with each of them."""

from collections.abc import Iterable
from typing import TypedDict

from dlcourse.domain.live.messages import LiveMarkNew, LiveSupport
from dlcourse.domain.live.seat_views import LiveFact, LiveGroupView, LiveMate, LiveSeatView, TurnNote
from dlcourse.domain.roleplay.table import NamedChoice, Seat
from dlcourse.domain.roleplay.talk.conversation import TalkLine
from dlcourse.pages.live import words
from dlcourse.pages.live.seat_tasks import SeatAct, act
from dlcourse.pages.markdown import html, inline, plain
from dlcourse.pages.roleplay.talk import Cast, LineProps, line
from dlcourse.pages.words import listed


class LiveLineProps(LineProps):
    """Something that was said. ``note`` says to whom it was new and who supports it; ``acts`` can be done with it."""

    note: str
    acts: list[SeatAct]


class LiveScene(TypedDict):
    """A scene with what was said and done in it, the newest last."""

    key: str
    title: str
    html: str
    lines: list[LiveLineProps]


def cast_of(mates: Iterable[LiveMate], options: Iterable[NamedChoice], facts: Iterable[LiveFact]) -> Cast:
    """Who and what the talk is about, for whoever reads it; ``facts`` are those that they know."""
    seats = tuple(
        Seat(
            id=mate.role,
            name=mate.name,
            about=mate.about,
            decides=mate.decides,
            you=mate.you,
            person=mate.holder == "person",
        )
        for mate in mates
    )
    return Cast(seats, tuple(options), frozenset(fact.id for fact in facts if fact.since == "everyone"))


def scenes(view: LiveSeatView, group: LiveGroupView) -> list[LiveScene]:
    """The scenes so far, with what was said in each."""
    cast, number, found = cast_of(group.mates, group.options, group.facts), 0, list[LiveScene]()
    for place, passage in enumerate(group.passages):
        notes = group.notes[number : number + len(passage.lines)]
        turns = enumerate(zip(passage.lines, notes, strict=True), number)
        found.append({
            "key": f"{place}-{passage.scene}",
            "title": inline(passage.title),
            "html": html(passage.text),
            "lines": [_line(view, group, turn, said, note, cast) for turn, (said, note) in turns],
        })  # fmt: skip
        number += len(passage.lines)
    return found


def announced(group: LiveGroupView) -> str:
    """What a screen reader reads out when something is said: who it was, and what; empty before anything was said."""
    said = [each for passage in group.passages for each in passage.lines]
    if not said:
        return ""
    newest, cast = said[-1], cast_of(group.mates, group.options, group.facts)
    shown = line(newest, cast)
    told = words.TELLS if newest.fact else ", ".join(filter(None, [shown["manner"], shown["says"]]))
    return " ".join(filter(None, [cast.seat(newest.role), told, plain(newest.text), newest.words]))


def _line(  # noqa: PLR0913, PLR0917 (what a line needs)
    view: LiveSeatView, group: LiveGroupView, turn: int, said: TalkLine, note: TurnNote, cast: Cast
) -> LiveLineProps:
    heard = [fact for fact in group.facts if said.new and fact.id == said.fact]
    new_to = [cast.call(role) for fact in heard for role in fact.new_to]
    backers = [cast.call(role) for role in note.supported_by]
    notes = [
        words.NEW_TO.format(people=listed(new_to)) if new_to else "",
        words.SUPPORTED.format(people=listed(backers)) if backers else "",
    ]
    return {**line(said, cast), "note": ". ".join(filter(None, notes)), "acts": _acts(view, group, turn, said, note)}


def _acts(view: LiveSeatView, group: LiveGroupView, turn: int, said: TalkLine, note: TurnNote) -> list[SeatAct]:
    """What one can do with something that somebody else said, while the group listens or talks."""
    if not view.role or view.closed or said.role == view.role or group.phase not in {"talk", "decision"}:
        return []
    who = next((mate.name for mate in group.mates if mate.role == said.role), "")
    fresh = [fact for fact in group.facts if said.new and fact.id == said.fact and fact.since == "heard"]
    acts = [
        act(LiveMarkNew, view, words.NEW_TO_ME, fact.text, fact=fact.id)
        for fact in fresh
        if view.role not in fact.new_to
    ]
    if said.kind in {"shared", "idea", "answered"} and view.role not in note.supported_by:
        acts.append(act(LiveSupport, view, words.SUPPORT, who, turn=turn))
    return acts
