"""Handlers that open a live session, list a cohort's sessions, and let people in."""

from dlcourse.content.library import Library
from dlcourse.content.roleplay.shelf import playable_scenario, shelf
from dlcourse.domain.live.console_views import LedCard, LedSessionsView, LiveScenario
from dlcourse.domain.live.group import RANK
from dlcourse.domain.live.happenings import LiveEntered, LiveListed, LiveOpened, LiveSeated, SeatFilled
from dlcourse.domain.live.leading import shape_of
from dlcourse.domain.live.messages import LIVE, SESSIONS, EnterLive, OpenLive, console_topic
from dlcourse.domain.live.queries import LedSessions, LiveSessions
from dlcourse.domain.live.room import Room
from dlcourse.domain.live.seat_views import LiveCard, LiveSessionsView
from dlcourse.domain.live.seating import SeatPlace, late_place
from dlcourse.domain.policy import FACILITATORS
from dlcourse.domain.roleplay.scenario import Scenario
from dlcourse.domain.roleplay.table import NamedChoice
from dlcourse.domain.speech import Recorded
from dlcourse.domain.viewer import COHORT
from dlcourse.errors import CourseError
from dlcourse.handlers.context import Heavy, ReadContext, WriteContext
from dlcourse.handlers.live.listing import ListedSession, add, listed, require, status
from dlcourse.handlers.live.recording import record_in_group
from dlcourse.handlers.live.records import group_of, groups_of, room_of, scenario_of
from dlcourse.handlers.registry import carry_out, look_up
from dlcourse.handlers.roleplay.play_records import keep_scenario


def _scenario(command: OpenLive, library: Library) -> Scenario:
    scenario = playable_scenario(library, command.scenario)
    command.settings.size(scenario)
    return scenario


@carry_out.after(_scenario)
def open_live(command: OpenLive, context: WriteContext, scenario: Scenario) -> Recorded:
    transaction, stream = context.transaction, LIVE + command.session
    if transaction.length(stream):
        raise CourseError("live session", "one of this id exists already", "Reload the page, then open another.")
    opened = LiveOpened(
        cohort=command.cohort,
        scenario=keep_scenario(scenario, context),
        about=scenario.id,
        title=scenario.title,
        settings=command.settings,
    )
    recorded = transaction.append(stream, 0, command.id, context.person, [opened])
    entry = LiveListed(session=command.session, title=scenario.title)
    add(transaction, command.id, context.person, command.cohort, entry)
    return recorded


@carry_out.register
def enter_live(command: EnterLive, context: WriteContext) -> Recorded:
    """Let somebody in. Before the start, this reads as little as possible, because a whole hall may come at once."""
    transaction, stream = context.transaction, LIVE + command.session
    require(transaction, command.cohort, command.session)
    role = transaction.role(COHORT + command.cohort, context.person)
    if role not in {"participant", "observer"}:
        raise CourseError("live session", "you lead it", "Open its console, or join with another browser to play.")
    entered = LiveEntered(person=context.person, observer=role == "observer")
    there, kind = transaction.role(stream, context.person) is not None, status(transaction, command.session)
    if kind == "LiveClosed" and not there:
        raise CourseError("live session", "it has ended", "Ask whoever leads your cohort.")
    if kind == "LiveStarted" and not there:
        return _enter_late(command, context, entered)
    transaction.announce([console_topic(command.cohort, command.session)])
    happened = [] if there else [entered]
    return transaction.append(stream, transaction.length(stream), command.id, context.person, happened)


def _enter_late(command: EnterLive, context: WriteContext, entered: LiveEntered) -> Recorded:
    """Let somebody in after the start, to a free seat in a group that has not decided yet, or else as an observer."""
    room, version = room_of(context, command.session)
    place = _late_place(command.session, context, room, entered)
    happened = [entered, LiveSeated(places=(place,))]
    stream = LIVE + command.session
    recorded = context.transaction.append(stream, version, command.id, context.person, happened)
    group, length = group_of(context, command.session, place.group)
    filled = [SeatFilled(person=context.person, role=place.role)]
    record_in_group(context.transaction, group, length, f"{command.id}/seat", context.person, filled)
    return recorded


def _late_place(session: str, context: WriteContext, room: Room, entered: LiveEntered) -> SeatPlace:
    shape, groups = shape_of(room, scenario_of(context, room)), groups_of(context, session, room)
    playing = [each.formed.group for each in groups if RANK[each.phase] <= RANK["talk"]]
    place = late_place(context.person, room.places.values(), playing or list(room.numbers), shape)
    if entered.observer or not playing:
        return place.model_copy(update={"role": ""})
    return place


@look_up.register
def show_live_sessions(query: LiveSessions, context: ReadContext) -> LiveSessionsView:  # noqa: ARG001 (a query without parts)
    """Whoever leads the cohort cannot enter its sessions, so there are none for them."""
    cohort, leads = context.viewer.cohort, bool(context.viewer.roles & FACILITATORS)
    found = listed(context.transaction, cohort) if cohort and not leads else []
    return LiveSessionsView(
        sessions=tuple(_card(each, context) for each in found if not each.ended),
        leads=cohort if leads else "",
        topic=SESSIONS + cohort if cohort else "",
    )


def _card(each: ListedSession, context: ReadContext) -> LiveCard:
    return LiveCard(
        cohort=context.viewer.cohort,
        session=each.session,
        title=each.title,
        opened=each.opened,
        started=status(context.transaction, each.session) == "LiveStarted",
        entered=context.transaction.role(LIVE + each.session, context.person) is not None,
    )


@look_up.register
def show_led_sessions(query: LedSessions, context: ReadContext) -> Heavy:
    cards = tuple(_led_card(each, context) for each in listed(context.transaction, query.cohort))

    def work() -> LedSessionsView:
        scenarios = tuple(_live_scenario(book.scenario) for book in shelf(context.library).books)
        topic = SESSIONS + query.cohort
        return LedSessionsView(cohort=query.cohort, sessions=cards, scenarios=scenarios, topic=topic)

    return Heavy(work)


def _led_card(each: ListedSession, context: ReadContext) -> LedCard:
    room, _ = room_of(context, each.session)
    return LedCard(
        session=each.session,
        title=each.title,
        opened=each.opened,
        status="closed" if room.closed else "started" if room.groups else "open",
        people=len(room.entered),
        groups=room.groups,
    )


def _live_scenario(scenario: Scenario) -> LiveScenario:
    return LiveScenario(
        id=scenario.id,
        title=scenario.title,
        summary=scenario.summary,
        minutes=scenario.minutes,
        roles=tuple(NamedChoice(id=role.id, name=role.name) for role in scenario.roles),
        panel=scenario.panel is not None,
        hidden=scenario.profile == "hidden",
    )
