"""What each event changes in a group."""

from collections.abc import Iterable
from dataclasses import replace

from dlcourse.domain.live.group import LiveGroup, added, with_people
from dlcourse.domain.live.happenings import (
    FactsDealt,
    FactsShown,
    MarkedNew,
    PhaseBegun,
    SeatFilled,
    SeatGone,
    SeatReturned,
    Supported,
    TimeAdded,
    TimerPaused,
    TimerSet,
    WouldChoose,
)
from dlcourse.domain.live.settings import At
from dlcourse.domain.roleplay.play import apply
from dlcourse.domain.speech import Event


def follow_group(group: LiveGroup, happened: Iterable[At]) -> LiveGroup:
    """The group after these events, each with the time at which it was recorded."""
    for event, at in happened:
        group = _apply(group, event, at)
    return group


def _apply(group: LiveGroup, event: Event, at: str) -> LiveGroup:
    match event:
        case SeatFilled() | SeatGone() | SeatReturned() | FactsDealt():
            return _apply_seat(group, event)
        case PhaseBegun() | TimerPaused() | TimerSet() | TimeAdded():
            return _apply_clock(group, event, at)
        case MarkedNew() | Supported() | WouldChoose() | FactsShown():
            return _apply_reaction(group, event)
        case _:
            play = apply(event, group.play)
            return replace(group, play=play, times=group.times + (at,) * (len(play.said) - len(group.play.said)))


def _apply_seat(group: LiveGroup, event: SeatFilled | SeatGone | SeatReturned | FactsDealt) -> LiveGroup:
    match event:
        case SeatFilled(role=""):
            return replace(group, observers=group.observers | {event.person})
        case SeatFilled():
            seats = {**group.seats, event.role: event.person}
            return with_people(
                group, seats=seats, gone=group.gone - {event.role}, observers=group.observers - {event.person}
            )
        case SeatGone():
            return with_people(group, gone=group.gone | {event.role})
        case SeatReturned():
            return with_people(group, gone=group.gone - {event.role})
        case FactsDealt():
            dealt = dict(group.dealt)
            for fact, role in event.facts.items():
                dealt = added(dealt, fact, role)
            return replace(group, dealt=dealt)


def _apply_clock(group: LiveGroup, event: PhaseBegun | TimerPaused | TimerSet | TimeAdded, at: str) -> LiveGroup:
    match event:
        case PhaseBegun():
            return _begin_phase(group, event, at)
        case TimerPaused():
            return replace(group, paused=True, left=event.left, until=None)
        case TimerSet():
            return replace(group, paused=False, left=None, until=event.until)
        case TimeAdded():
            return replace(group, left=event.left)


def _begin_phase(group: LiveGroup, event: PhaseBegun, at: str) -> LiveGroup:
    """A new phase. Its clock runs, even if the one before was stopped."""
    entered = event.phase in {"preference", "choice"} or (event.phase == "talk" and group.phase != "preference")
    return replace(
        group,
        phase=event.phase,
        until=event.until,
        paused=False,
        left=None,
        scenes=group.scenes + entered,
        steps=group.steps + 1,
        turns=len(group.play.chosen),
        began=group.began or at,
    )


def _apply_reaction(group: LiveGroup, event: MarkedNew | Supported | WouldChoose | FactsShown) -> LiveGroup:
    match event:
        case MarkedNew():
            return replace(group, new_to=added(group.new_to, event.fact, event.role))
        case Supported():
            backers = group.supports.get(event.turn, frozenset()) | {event.role}
            return replace(group, supports={**group.supports, event.turn: backers})
        case WouldChoose():
            said = {**group.would.get(event.scene, {}), event.role: event.choice}
            return replace(group, would={**group.would, event.scene: said})
        case FactsShown():
            return replace(group, shown=True)
