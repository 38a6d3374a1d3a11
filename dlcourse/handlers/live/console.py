"""Handlers of what those who lead a cohort see of its live sessions."""

from dlcourse.domain.live.console import console_group, group_to_come, people
from dlcourse.domain.live.console_views import ConsoleGroup, LiveConsoleView
from dlcourse.domain.live.debrief import debrief_for_leaders, room_figures
from dlcourse.domain.live.debrief_views import LiveDebriefView, LiveRoomView
from dlcourse.domain.live.group import LiveGroup
from dlcourse.domain.live.messages import console_topic
from dlcourse.domain.live.policy import no_such_session
from dlcourse.domain.live.queries import LiveConsole, LiveGroupDebrief, LiveRoomFigures
from dlcourse.domain.live.room import Room
from dlcourse.domain.live.seat import Readable
from dlcourse.domain.roleplay.scenario import Scenario
from dlcourse.domain.roleplay.table import NamedChoice
from dlcourse.handlers.context import ReadContext
from dlcourse.handlers.live.listing import require
from dlcourse.handlers.live.readable import readable_group, readable_people
from dlcourse.handlers.live.records import group_of, groups_of, room_of, scenario_of
from dlcourse.handlers.registry import look_up


@look_up.register
def show_live_console(query: LiveConsole, context: ReadContext) -> LiveConsoleView:
    require(context.transaction, query.cohort, query.session)
    room, _ = room_of(context, query.session)
    scenario, settings = scenario_of(context, room), room.opened.settings
    known = readable_people(context, query.cohort, room.entered)
    told = context.transaction.texts([room.words]).get(room.words, "") if room.words else ""
    return LiveConsoleView(
        session=query.session,
        cohort=query.cohort,
        scenario=scenario.id,
        title=scenario.title,
        status="closed" if room.closed else "started" if room.groups else "open",
        settings=settings,
        size=settings.size(scenario),
        roles=tuple(NamedChoice(id=role.id, name=role.name) for role in scenario.roles),
        options=tuple(NamedChoice(id=option.id, name=option.name) for option in scenario.options),
        people=people(room, known),
        groups=_groups(query.session, context, room, scenario, known),
        told=told,
        revealed=room.revealed,
        topic=console_topic(query.cohort, query.session),
    )


def _groups(
    session: str, context: ReadContext, room: Room, scenario: Scenario, known: Readable
) -> tuple[ConsoleGroup, ...]:
    if not room.groups:
        return tuple(group_to_come(room, number, scenario, known) for number in room.numbers)
    now, groups = context.jobs.store.now(), groups_of(context, session, room)
    reasons = [_reason(group, known) for group in groups]
    read = known.model_copy(update={"texts": context.transaction.texts(filter(None, reasons))})
    return tuple(console_group(group, read, now) for group in groups)


def _reason(group: LiveGroup, known: Readable) -> str:
    """The id of the words of whoever decided; empty if there are none, or that person has left the cohort."""
    decided = group.play.decided
    return decided.reason if decided and group.seats.get(decided.role, "") in known.names else ""


@look_up.register
def show_group_debrief(query: LiveGroupDebrief, context: ReadContext) -> LiveDebriefView:
    require(context.transaction, query.cohort, query.session)
    room, _ = room_of(context, query.session)
    if query.group > room.groups:
        raise no_such_session()
    group, _ = group_of(context, query.session, query.group)
    return debrief_for_leaders(group, readable_group(context, group))


@look_up.register
def show_room_figures(query: LiveRoomFigures, context: ReadContext) -> LiveRoomView:
    require(context.transaction, query.cohort, query.session)
    room, _ = room_of(context, query.session)
    groups = groups_of(context, query.session, room)
    return room_figures(room, query.session, scenario_of(context, room), groups)
