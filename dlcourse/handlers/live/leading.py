"""Handlers of what those who lead a cohort do in its live sessions: seating, starting, and leading the groups."""

from collections.abc import Iterable

from dlcourse.domain.live.follow_up import begin_phase, phase_of_scene
from dlcourse.domain.live.group import form
from dlcourse.domain.live.group_leading import lead_group
from dlcourse.domain.live.happenings import GroupFormed, LiveDelisted
from dlcourse.domain.live.leading import lead_room
from dlcourse.domain.live.messages import (
    LIVE,
    SEAT,
    AnswerCall,
    BroadcastWords,
    ChooseArm,
    CloseLive,
    LeadGroups,
    LiveCommand,
    PlaceSomebody,
    RevealRoom,
    SeatEveryone,
    StartLive,
    console_topic,
    group_stream,
)
from dlcourse.domain.live.room import Room
from dlcourse.domain.roleplay.scenario import Scenario
from dlcourse.domain.speech import Recorded
from dlcourse.errors import CourseError
from dlcourse.handlers.context import WriteContext
from dlcourse.handlers.live.listing import add, require
from dlcourse.handlers.live.recording import record_in_group
from dlcourse.handlers.live.records import group_of, room_of, scenario_of, time_of
from dlcourse.handlers.registry import POSTS, carry_out


@carry_out.register
def lead_live(
    command: SeatEveryone | PlaceSomebody | ChooseArm | BroadcastWords | AnswerCall | RevealRoom,
    context: WriteContext,
) -> Recorded:
    """Do something in the room as a whole; everybody in it is notified."""
    return _lead(command, context)


@carry_out.register
def start_live(command: StartLive, context: WriteContext) -> Recorded:
    recorded = _lead(command, context)
    room, _ = room_of(context, command.session)
    scenario = scenario_of(context, room)
    for number in room.numbers:
        _begin_group(command, context, room, scenario, number)
    return recorded


@carry_out.register
def close_live(command: CloseLive, context: WriteContext) -> Recorded:
    recorded = _lead(command, context)
    ended = LiveDelisted(session=command.session)
    add(context.transaction, command.id, context.person, command.cohort, ended)
    return recorded


@carry_out.register
def lead_groups(command: LeadGroups, context: WriteContext) -> Recorded:
    """Lead one group, or all of them. Groups that this does not change stay as they are."""
    require(context.transaction, command.cohort, command.session)
    room, version = room_of(context, command.session)
    if room.closed or not room.groups:
        raise CourseError("live session", "no group is playing", "Start the session first, or open another one.")
    if command.group > room.groups:
        raise CourseError("live session", f"there is no group {command.group}", "Choose one of the groups shown.")
    for number in [command.group] if command.group else room.numbers:
        _lead_group(command, context, number)
    return context.transaction.append(LIVE + command.session, version, command.id, context.person, [])


def _lead(command: LiveCommand, context: WriteContext) -> Recorded:
    require(context.transaction, command.cohort, command.session)
    room, version = room_of(context, command.session)
    posts = _posts(context, room) if isinstance(command, SeatEveryone) else {}
    happened = lead_room(command, room, scenario_of(context, room), posts, command.id)
    stream, texts = LIVE + command.session, command.texts()
    recorded = context.transaction.append(stream, version, command.id, context.person, happened, texts)
    _announce(context, command, room.entered)
    return recorded


def _posts(context: WriteContext, room: Room) -> dict[str, str]:
    """What people do, as far as it is known; so that those who do the same sit at different tables."""
    found: dict[str, str] = {}
    for find in POSTS.values():
        found |= find(context.transaction, room.entered)
    return found


def _lead_group(command: LeadGroups, context: WriteContext, number: int) -> None:
    part = f"{command.id}/{number}"
    if context.transaction.recorded(context.person, part):
        return  # the command came a second time, because its answer was lost
    group, version = group_of(context, command.session, number)
    if happened := lead_group(command, group, time_of(context.transaction)):
        record_in_group(context.transaction, group, version, part, context.person, happened)


def _begin_group(command: StartLive, context: WriteContext, room: Room, scenario: Scenario, number: int) -> None:
    there = room.in_group(number)
    formed = GroupFormed(
        session=command.session,
        cohort=command.cohort,
        group=number,
        scenario=room.opened.scenario,
        settings=room.opened.settings,
        arm=room.arm(number),
        seats={place.role: place.person for place in there if place.role},
        observers=tuple(place.person for place in there if not place.role),
    )
    group, stream = form(formed, scenario), group_stream(command.session, number)
    part, now = f"{command.id}/{number}", time_of(context.transaction)
    recorded = context.transaction.append(stream, 0, part, context.person, [formed])
    first = [begin_phase(group, phase_of_scene(group), now)]
    record_in_group(context.transaction, group, recorded.version, f"{part}/first", context.person, first)


def _announce(context: WriteContext, command: LiveCommand, people: Iterable[str]) -> None:
    topics = [SEAT + person for person in people]
    context.transaction.announce([*topics, console_topic(command.cohort, command.session)])
