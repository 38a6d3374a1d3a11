"""What somebody at the table may do: each command leads to the events that record it, or raises a `CourseError`.

What follows from that by itself, such as the next phase, is in `follow_up`.
"""

from collections.abc import Set
from datetime import datetime
from functools import singledispatch

from dlcourse.domain.live.follow_up import NEXT, begin_phase
from dlcourse.domain.live.group import LiveGroup
from dlcourse.domain.live.happenings import MarkedNew, SeatReturned, Supported, WouldChoose
from dlcourse.domain.live.messages import (
    LiveAsk,
    LiveChoose,
    LiveDecide,
    LiveGoOn,
    LiveIdea,
    LiveMarkNew,
    LiveMove,
    LivePrefer,
    LiveShare,
    LiveSupport,
    LiveWouldChoose,
)
from dlcourse.domain.live.replay import follow_group
from dlcourse.domain.live.settings import Phase
from dlcourse.domain.roleplay.messages import (
    Answered,
    Ask,
    ChoiceMade,
    Decided,
    FactShared,
    IdeaVoiced,
    PreferenceStated,
    QuestionAsked,
)
from dlcourse.domain.roleplay.moves import check_option, check_question, open_choices
from dlcourse.domain.roleplay.talk import colleagues
from dlcourse.domain.speech import Event
from dlcourse.errors import CourseError

Events = tuple[Event, ...]
TALKING: frozenset[Phase] = frozenset({"talk"})
LISTENING: frozenset[Phase] = frozenset({"talk", "decision"})
"""The phases in which people react to what was said."""


def act(command: LiveMove, group: LiveGroup, role: str, now: datetime) -> Events:
    """What a move of this role leads to. Whoever counted as gone has the seat again by making it.

    Raises a `CourseError` if the move is not possible now.
    """
    back = (SeatReturned(role=role),) if role in group.gone else ()
    here = follow_group(group, [(event, now.isoformat()) for event in back])
    return (*back, *move(command, here, role, now))


@singledispatch
def move(command: LiveMove, group: LiveGroup, role: str, now: datetime) -> Events:  # noqa: ARG001 (the kinds below use them)
    """The events that record this move of a role. Raises a `CourseError` if the move is not possible now."""
    raise CourseError("live session", f"{type(command).__name__} is no move at a table", "Reload the page.")


@move.register
def _prefer(command: LivePrefer, group: LiveGroup, role: str, now: datetime) -> Events:  # noqa: ARG001
    """Before the talk the first time, and after it the second; whoever decides says it by deciding."""
    _in_phase(group, {"preference", "decision"})
    check_option(group.play, command.option)
    if group.phase == "preference":
        if role in group.play.before:
            raise CourseError("first preference", "you have stated it already", "It is kept for the debrief.")
    elif role == group.decider:
        raise CourseError("decision", "you are the one who decides", "Decide, and give your reason.")
    elif role not in group.play.before or role in group.play.closed:
        what = "you have stated it already" if role in group.play.closed else "you stated none before the talk"
        raise CourseError("preference", what, "Wait for the decision.")
    return (PreferenceStated(role=role, option=command.option),)


@move.register
def _share(command: LiveShare, group: LiveGroup, role: str, now: datetime) -> Events:
    _in_phase(group, TALKING)
    if command.fact not in {fact.id for fact in group.knows(role)}:
        raise CourseError("fact", "you do not know this", "Share something from 'What you know'.")
    return _answered(group, FactShared(role=role, fact=command.fact), now)


@move.register
def _ask(command: LiveAsk, group: LiveGroup, role: str, now: datetime) -> Events:
    _in_phase(group, TALKING)
    check_question(Ask(id=command.id, play="", how=command.how, to=command.to, option=command.option), group.play, role)
    return _answered(group, QuestionAsked(role=role, how=command.how, to=command.to, option=command.option), now)


@move.register
def _voice_idea(command: LiveIdea, group: LiveGroup, role: str, now: datetime) -> Events:
    _in_phase(group, TALKING)
    check_option(group.play, command.option)
    words = command.id if command.words else ""
    return _answered(group, IdeaVoiced(role=role, option=command.option, words=words), now)


@move.register
def _mark_new(command: LiveMarkNew, group: LiveGroup, role: str, now: datetime) -> Events:  # noqa: ARG001
    _in_phase(group, LISTENING)
    if command.fact not in group.play.voiced:
        raise CourseError("fact", "nobody has shared it", "Choose something that was said.")
    if role in group.holders(group.scenario.fact(command.fact)):
        raise CourseError("fact", "you knew it from the start", "Choose something that you did not know.")
    return () if role in group.new_to.get(command.fact, ()) else (MarkedNew(role=role, fact=command.fact),)


@move.register
def _support(command: LiveSupport, group: LiveGroup, role: str, now: datetime) -> Events:  # noqa: ARG001
    _in_phase(group, LISTENING)
    said = group.play.said[command.turn].turn if command.turn < len(group.play.said) else None
    if not isinstance(said, FactShared | IdeaVoiced | Answered) or said.role == role:
        raise CourseError("support", "nobody else said that", "Choose something that somebody else said.")
    return () if role in group.supports.get(command.turn, ()) else (Supported(role=role, turn=command.turn),)


@move.register
def _decide(command: LiveDecide, group: LiveGroup, role: str, now: datetime) -> Events:
    _in_phase(group, {"decision"})
    check_option(group.play, command.option)
    if role != group.decider:
        raise CourseError("decision", f"{name_of(group, group.decider)} decides", "Say what you prefer now, and wait.")
    strangers = set(command.credits) - {known.id for known in group.scenario.roles}
    if strangers:
        raise CourseError("credits", f"no role '{min(strangers)}' sits at this table", "Choose from the list.")
    decided = Decided(
        role=role, option=command.option, reason=command.id, credits=tuple(dict.fromkeys(command.credits))
    )
    return _answered(group, decided, now)


@move.register
def _choose(command: LiveChoose, group: LiveGroup, role: str, now: datetime) -> Events:  # noqa: ARG001
    _check_choice(group, command)
    if not group.may_choose(role):
        raise CourseError("choice", f"{name_of(group, group.chooser)} chooses here", "Say what you would do, and wait.")
    return (ChoiceMade(role=group.chooser, scene=command.scene, choice=command.choice),)


@move.register
def _would_choose(command: LiveWouldChoose, group: LiveGroup, role: str, now: datetime) -> Events:  # noqa: ARG001
    _check_choice(group, command)
    if group.would.get(command.scene, {}).get(role) == command.choice:
        return ()
    return (WouldChoose(role=role, scene=command.scene, choice=command.choice),)


@move.register
def _go_on(command: LiveGoOn, group: LiveGroup, role: str, now: datetime) -> Events:
    _in_phase(group, {command.phase})
    if not may_go_on(group, role):
        raise CourseError("live session", "you do not set the pace here", "Wait until the group goes on.")
    return (begin_phase(group, NEXT[group.phase], now),)


def may_go_on(group: LiveGroup, role: str) -> bool:
    """Whether this role may end the phase: in a group that sets its own pace, the one that decides.

    If nobody in the room decides, anybody at the table may, and after the decision anyway.
    """
    if group.formed.settings.pacing != "group" or group.phase not in {"preference", "talk", "outcome"}:
        return False
    return role == group.decider or group.decider not in group.present or group.phase == "outcome"


def name_of(group: LiveGroup, role: str) -> str:
    """The name of a role."""
    return group.scenario.role(role).name


def _in_phase(group: LiveGroup, phases: Set[str]) -> None:
    if group.phase not in phases:
        raise CourseError(
            "live session", "the group is at another step now", "Look at the page: it shows what is next."
        )


def _check_choice(group: LiveGroup, command: LiveChoose | LiveWouldChoose) -> None:
    _in_phase(group, {"choice"})
    if group.play.scene != command.scene:
        raise CourseError("choice", "the story has moved on from that scene", "Choose from what is open now.")
    if command.choice not in {choice.id for choice in open_choices(group.play)}:
        raise CourseError("choice", f"'{command.choice}' is not open here", "Choose from what is open now.")


def _answered(group: LiveGroup, happened: Event, now: datetime) -> Events:
    """What happened, and what the stand-ins say to it."""
    after = follow_group(group, [(happened, now.isoformat())])
    return (happened, *colleagues.answer(after.play))
