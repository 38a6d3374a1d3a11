"""Handlers of what people do and see at their seats."""

from dlcourse.charts.live.preferences import preferences
from dlcourse.domain.live.debrief import debrief_group, room_figures
from dlcourse.domain.live.debrief_views import LiveDebriefView, LiveRoomView
from dlcourse.domain.live.group import LiveGroup
from dlcourse.domain.live.leading import call_for_help
from dlcourse.domain.live.messages import LIVE, SEAT, LiveCall, LiveMove, console_topic, group_stream
from dlcourse.domain.live.moves import act
from dlcourse.domain.live.policy import no_such_session
from dlcourse.domain.live.queries import LiveDebrief, LiveRoom, LiveSeat
from dlcourse.domain.live.room import Room
from dlcourse.domain.live.seat import group_for, mates_to_come
from dlcourse.domain.live.seat_views import LiveSeatView
from dlcourse.domain.live.seating import SeatPlace
from dlcourse.domain.speech import Recorded
from dlcourse.errors import CourseError
from dlcourse.handlers.context import ReadContext, WriteContext
from dlcourse.handlers.live.listing import status
from dlcourse.handlers.live.readable import readable_group, readable_people
from dlcourse.handlers.live.recording import record_in_group
from dlcourse.handlers.live.records import group_of, groups_of, own_room, scenario_of, time_of
from dlcourse.handlers.registry import carry_out, look_up


@carry_out.register
def make_live_move(command: LiveMove, context: WriteContext) -> Recorded:
    """Record a move of somebody at the table."""
    if status(context.transaction, command.session) == "LiveClosed":
        raise CourseError("live session", "it has ended", "You can still read what your group did.")
    group, version = group_of(context, command.session, command.group)
    role, now = group.role_of(context.person), time_of(context.transaction)
    if not role or group.formed.cohort != context.viewer.cohort:
        raise no_such_session()
    happened = act(command, group, role, now)
    return record_in_group(context.transaction, group, version, command.id, context.person, happened, command.texts())


@carry_out.register
def call_live(command: LiveCall, context: WriteContext) -> Recorded:
    """Record a call for help where only those who lead the session learn of it."""
    room, version = own_room(context, command.session)
    happened, stream = call_for_help(room, context.person), LIVE + command.session
    context.transaction.announce([console_topic(room.opened.cohort, command.session)])
    return context.transaction.append(stream, version, command.id, context.person, happened)


@look_up.register
def show_live_seat(query: LiveSeat, context: ReadContext) -> LiveSeatView:
    room, _ = own_room(context, query.session)
    scenario, place = scenario_of(context, room), place_of(room, context)
    role = next((each for each in scenario.roles if each.id == place.role), None)
    group = group_of(context, query.session, place.group)[0] if room.groups and place.group else None
    people = [each.person for each in room.in_group(place.group)] if place.group else []
    known = readable_group(context, group) if group else readable_people(context, room.opened.cohort, people)
    return LiveSeatView(
        session=query.session,
        cohort=room.opened.cohort,
        scenario=scenario.id,
        title=scenario.title,
        summary=scenario.summary,
        number=place.group,
        role=place.role,
        role_name=role.name if role else "",
        role_about=role.about if role else "",
        observes=context.person in room.watching or bool(place.group and not place.role),
        here=len(room.entered),
        mates=() if group else mates_to_come(room, place, scenario, known),
        group=group_for(group, place.role, known, context.jobs.store.now()) if group else None,
        told=context.transaction.texts([room.words]).get(room.words, "") if room.words else "",
        told_at=room.words_at,
        polls=len(room.polls),
        open_poll=next((poll.number for poll in room.polls if not poll.closed), 0),
        called=context.person in room.calls,
        revealed=room.revealed,
        closed=room.closed,
        topics=_topics(context, query.session, place.group if group else 0),
    )


@look_up.register
def show_live_debrief(query: LiveDebrief, context: ReadContext) -> LiveDebriefView:
    group, role = own_group(query.session, context)
    view = debrief_group(group, role, readable_group(context, group))
    return view.model_copy(update={"chart": preferences(view)})


@look_up.register
def show_live_room(query: LiveRoom, context: ReadContext) -> LiveRoomView:
    room, _ = own_room(context, query.session)
    if not room.revealed or _still_plays(room, query.session, context):
        raise CourseError("live session", "the figures of the room are not shown yet", "They come after the debrief.")
    groups = groups_of(context, query.session, room)
    return room_figures(room, query.session, scenario_of(context, room), groups)


def _still_plays(room: Room, session: str, context: ReadContext) -> bool:
    """Whether the viewer's group can still decide; then they would learn what is best, and what others took."""
    place = place_of(room, context)
    if room.closed or not (room.groups and place.group):
        return False
    return not group_of(context, session, place.group)[0].is_over


def place_of(room: Room, context: ReadContext) -> SeatPlace:
    """The place of the viewer; in group 0 if they have none yet."""
    return room.places.get(context.person) or SeatPlace(person=context.person, group=0)


def own_group(session: str, context: ReadContext) -> tuple[LiveGroup, str]:
    """The group in which the viewer has a place, and their role there. Raises a `CourseError` if there is none."""
    room, _ = own_room(context, session)
    place = place_of(room, context)
    if not (room.groups and place.group):
        raise no_such_session()
    return group_of(context, session, place.group)[0], place.role


def _topics(context: ReadContext, session: str, group: int) -> tuple[str, ...]:
    own = SEAT + context.person
    return (own, group_stream(session, group)) if group else (own,)
