"""What those who lead a session may do in the room as a whole, and what entering it leads to.

Each function gives the events that record it, or raises a `CourseError`.
"""

from collections.abc import Mapping

from dlcourse.domain.live.happenings import (
    ArmChosen,
    HelpCalled,
    HelpGiven,
    LiveClosed,
    LiveSeated,
    LiveStarted,
    RoomRevealed,
    WordsBroadcast,
)
from dlcourse.domain.live.messages import (
    AnswerCall,
    BroadcastWords,
    ChooseArm,
    CloseLive,
    LiveCommand,
    PlaceSomebody,
    RevealRoom,
    SeatEveryone,
    StartLive,
)
from dlcourse.domain.live.room import Room
from dlcourse.domain.live.seating import GroupShape, SeatPlace, deal_seats, late_place, roles_by_need
from dlcourse.domain.roleplay.scenario import Scenario
from dlcourse.domain.speech import Event
from dlcourse.errors import CourseError


def shape_of(room: Room, scenario: Scenario) -> GroupShape:
    """The shape of the groups of this session."""
    settings = room.opened.settings
    return GroupShape(roles_by_need(scenario), settings.size(scenario), settings.leftover)


def lead_room(
    command: LiveCommand, room: Room, scenario: Scenario, jobs: Mapping[str, str], seed: str
) -> tuple[Event, ...]:
    """The events that record the command; none if it changes nothing. ``jobs`` gives what people do, if known."""
    if room.closed:
        raise CourseError("live session", "it has ended", "Open another one.")
    match command:
        case SeatEveryone():
            return _seated(room, scenario, jobs, seed)
        case PlaceSomebody():
            return _placed(command, room, scenario)
        case ChooseArm(group=group, arm=arm):
            _before_start(room)
            return (ArmChosen(group=group, arm=arm),)
        case StartLive():
            return _started(room, scenario)
        case _:
            return _told(command, room)


def _told(command: LiveCommand, room: Room) -> tuple[Event, ...]:
    match command:
        case BroadcastWords(id=words):
            return (WordsBroadcast(words=words),)
        case AnswerCall(person=person):
            return (HelpGiven(person=person),) if person in room.calls else ()
        case RevealRoom():
            return () if room.revealed else (RoomRevealed(),)
        case CloseLive():
            return (LiveClosed(),)
        case _:
            return ()


def call_for_help(room: Room, person: str) -> tuple[Event, ...]:
    """The event that records a call for help; none if this person's last call is still open."""
    return () if person in room.calls else (HelpCalled(person=person),)


def _seated(room: Room, scenario: Scenario, jobs: Mapping[str, str], seed: str) -> tuple[Event, ...]:
    _before_start(room)
    players = [person for person in room.entered if person not in room.watching]
    if not players:
        raise CourseError("seats", "nobody is here yet", "Wait until people have come in.")
    places = deal_seats(players, shape_of(room, scenario), seed, jobs)
    return (LiveSeated(places=(*places, *_watching(room, max(place.group for place in places))), anew=True),)


def _watching(room: Room, groups: int) -> tuple[SeatPlace, ...]:
    """The places of those who only observe, spread over the groups."""
    there = [person for person in room.entered if person in room.watching]
    return tuple(SeatPlace(person=person, group=1 + at % groups) for at, person in enumerate(there))


def _placed(command: PlaceSomebody, room: Room, scenario: Scenario) -> tuple[Event, ...]:
    """The new place and, if somebody had it, the old one for them."""
    _before_start(room)
    if command.person not in room.entered:
        raise CourseError("seats", "this person is not in the session", "Reload the page, then choose again.")
    if command.role and (command.role not in {role.id for role in scenario.roles} or command.person in room.watching):
        raise CourseError("seats", "this person cannot have that seat", "Choose another person, or another seat.")
    if command.group > len(room.numbers) + 1:
        raise CourseError(
            "seats", f"there is no group {command.group}", "Choose one of the groups shown, or a new one."
        )
    new = SeatPlace(person=command.person, group=command.group, role=command.role)
    other = next((place for place in room.in_group(command.group) if place.role and place.role == command.role), None)
    old = room.places.get(command.person)
    if other is None or other.person == command.person:
        return (LiveSeated(places=(new,)),)
    moved = old or SeatPlace(person=other.person, group=command.group)
    return (LiveSeated(places=(new, moved.model_copy(update={"person": other.person}))),)


def _started(room: Room, scenario: Scenario) -> tuple[Event, ...]:
    _before_start(room)
    if not room.places:
        raise CourseError("live session", "nobody has a seat yet", "Seat everybody first.")
    shape = shape_of(room, scenario)
    empty = [group for group in room.numbers if not any(place.role for place in room.in_group(group))]
    if empty:
        raise CourseError(
            "live session", f"nobody sits in group {empty[0]}", "Give somebody a seat there, or seat everybody again."
        )
    late = _placed_late(room, shape)
    return (*([LiveSeated(places=late)] if late else []), LiveStarted(groups=len(room.numbers)))


def _placed_late(room: Room, shape: GroupShape) -> tuple[SeatPlace, ...]:
    """Places for those who came in after everybody was seated: a free seat, or else among the observers."""
    there = list(room.places.values())
    for person in room.entered:
        if person not in room.places:
            place = late_place(person, there, room.numbers, shape)
            there.append(place.model_copy(update={"role": ""}) if person in room.watching else place)
    return tuple(there[len(room.places) :])


def _before_start(room: Room) -> None:
    if room.groups:
        raise CourseError("live session", "it has started already", "Late comers get a free seat when they come in.")
