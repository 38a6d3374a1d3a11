"""What those who lead a live session can do at a click."""

from collections.abc import Mapping
from typing import TypedDict

from dlcourse.domain.live.console_views import ConsoleGroup, LiveConsoleView
from dlcourse.domain.live.messages import (
    AnswerCall,
    ChooseArm,
    CloseLive,
    ExtendTimer,
    LiveCommand,
    MoveOn,
    PauseTimer,
    ResumeTimer,
    RevealRoom,
    SeatEveryone,
    ShowFacts,
    StartLive,
)
from dlcourse.domain.live.settings import Arm
from dlcourse.pages.live.leading import console_words as words

ARMS = Arm(), Arm(knowledge_map=True), Arm(condition="manifest")
"""What a group can play."""


class LiveAct(TypedDict):
    """Something that can be done at a click: the message and its button.

    ``spoken`` is what a screen reader says instead of the label. If there is something to be ``sure`` of, it is said
    before the button can be pressed.
    """

    say: str
    fixed: Mapping[str, object]
    label: str
    spoken: str
    sure: str
    primary: bool


def act(command: type[LiveCommand], view: LiveConsoleView, label: str, **fixed: object) -> LiveAct:
    """A plain button for this command."""
    return {
        "say": command.__name__,
        "fixed": {"cohort": view.cohort, "session": view.session, **fixed},
        "label": label,
        "spoken": "",
        "sure": "",
        "primary": False,
    }


def room_acts(view: LiveConsoleView) -> list[LiveAct]:
    """What can be done for everybody now; nothing once the session has ended."""
    if view.status == "closed":
        return []
    ending: LiveAct = {**act(CloseLive, view, words.CLOSE), "sure": words.CLOSE_SURE}
    if view.status == "started":
        return [*clock_acts(view, list(view.groups), 0, words.ALL), *_reveal(view), ending]
    seated = any(group.players for group in view.groups)
    seat = act(SeatEveryone, view, words.SEAT_AGAIN if seated else words.SEAT)
    if not seated:
        return [{**seat, "primary": True}, ending]
    start: LiveAct = {**act(StartLive, view, words.START), "sure": words.START_SURE, "primary": True}
    return [start, seat, ending]


def _reveal(view: LiveConsoleView) -> list[LiveAct]:
    if view.revealed:
        return []
    return [{**act(RevealRoom, view, words.REVEAL), "sure": words.REVEAL_SURE}]


def group_acts(view: LiveConsoleView, group: ConsoleGroup) -> list[LiveAct]:
    """What can be done for one group now."""
    if view.status != "started":
        return []
    reading: LiveAct = {**act(ShowFacts, view, words.READ, group=group.number), "sure": words.READ_SURE}
    about = words.GROUP.format(number=group.number)
    return [*clock_acts(view, [group], group.number, about), *([] if group.shown else [reading])]


def clock_acts(view: LiveConsoleView, groups: list[ConsoleGroup], number: int, about: str) -> list[LiveAct]:
    """Moving on, stopping and extending the clock, for one group or for all (number 0)."""
    playing = [group for group in groups if group.phase != "debrief"]
    if not playing:
        return []
    paused = all(group.timer and group.timer.paused for group in playing)
    turn = (
        act(ResumeTimer, view, words.RESUME, group=number)
        if paused
        else act(PauseTimer, view, words.PAUSE, group=number)
    )
    on = act(MoveOn, view, _move_on(playing), group=number, seen=[group.steps for group in groups])
    move: LiveAct = {**on, "sure": _undecided(view, playing)}
    acts = [
        move,
        turn,
        *(_longer(view, number, each) for each in words.LONGER),
    ]
    return [{**each, "spoken": f"{about}: {each['label']}"} for each in acts]


def _move_on(groups: list[ConsoleGroup]) -> str:
    """Where moving on leads, if that is the same for all these groups."""
    phases = {group.phase for group in groups}
    return words.MOVE_ON_FROM.get(phases.pop(), words.MOVE_ON) if len(phases) == 1 else words.MOVE_ON


def _undecided(view: LiveConsoleView, groups: list[ConsoleGroup]) -> str:
    """What to be sure of before groups move on that were to decide and have not; empty if there are none."""
    undecided = sum(waits_for_decision(view, group) for group in groups)
    return words.UNDECIDED_SURE.of(undecided) if undecided else ""


def waits_for_decision(view: LiveConsoleView, group: ConsoleGroup) -> bool:
    """Whether the group is to decide now, and has not."""
    return bool(view.options) and group.phase == "decision" and not (group.outcome and group.outcome.option)


def _longer(view: LiveConsoleView, number: int, minutes: int) -> LiveAct:
    return act(ExtendTimer, view, words.MORE_TIME.format(minutes=minutes), group=number, minutes=minutes)


def arm_acts(view: LiveConsoleView, group: ConsoleGroup) -> list[LiveAct]:
    """The other arms that this group could play; there is no choice after the start."""
    if view.status != "open" or not view.options:
        return []
    others = [arm for arm in ARMS if arm != group.arm]
    return [act(ChooseArm, view, words.arm_name(arm), group=group.number, arm=arm.model_dump()) for arm in others]


def answer_call(view: LiveConsoleView, person: str, name: str) -> LiveAct:
    """Say that a call was seen to."""
    return {**act(AnswerCall, view, words.ANSWERED, person=person), "spoken": f"{words.ANSWERED}: {name}"}
