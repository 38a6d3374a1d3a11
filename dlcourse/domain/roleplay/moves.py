"""What a seat may do in a play: each command leads to the events that record it, or raises a `CourseError`.

Scripted colleagues answer a move at once. Nothing here acts for a seat that a person holds.
"""

from functools import singledispatch

from dlcourse.domain.roleplay.messages import (
    Answered,
    Ask,
    ChoiceMade,
    CloseTalk,
    Decide,
    Decided,
    FactShared,
    IdeaVoiced,
    MakeChoice,
    Move,
    PreferenceStated,
    QuestionAsked,
    ShareFact,
    StatePreference,
    VoiceIdea,
)
from dlcourse.domain.roleplay.play import Play, replay
from dlcourse.domain.roleplay.scenario import Choice, Crossroads, Panel
from dlcourse.domain.roleplay.talk import colleagues, deciding
from dlcourse.domain.speech import Event
from dlcourse.errors import CourseError

Events = tuple[Event, ...]


@singledispatch
def move(command: Move, play: Play, seat: str) -> Events:  # noqa: ARG001 (the kinds below use them)
    """The events that record this move of the seat. Raises a `CourseError` if the move is not possible now."""
    raise CourseError("play", f"{type(command).__name__} is no move of a role-play", "Reload the page.")


def open_choices(play: Play) -> tuple[Choice, ...]:
    """The choices that are open at this crossroads now; empty in other scenes."""
    here, chosen = play.here, frozenset(play.chosen)
    if not isinstance(here, Crossroads):
        return ()
    return tuple(choice for choice in here.choices if choice.when.holds(play.indicators, play.heard, chosen))


def chooser(play: Play) -> str:
    """The role that makes the choice at this crossroads: the one the scene names, else the deciding one."""
    here = play.here
    return (here.by or play.scenario.decider.id) if isinstance(here, Crossroads) else ""


def may_choose(play: Play, seat: str) -> bool:
    """Whether this seat makes the choice here: the chooser or, if that role is scripted, any person's seat."""
    role = chooser(play)
    return bool(role) and (seat == role if role in play.held else seat in play.held)


def waits_for(play: Play, seat: str) -> tuple[str, ...]:
    """The roles that this seat waits for, in the order of the file: until they act, it can do nothing.

    A seat that has closed the talk waits for the decider or, if that role is scripted, for the others to close it.
    If all of them are erased meanwhile, it waits for nobody and can close the talk again.
    """
    here, decider = play.here, play.scenario.decider.id
    if isinstance(here, Crossroads):
        waiting = frozenset[str]() if may_choose(play, seat) else frozenset({chooser(play)})
    elif isinstance(here, Panel) and seat in play.closed:
        waiting = frozenset({decider}) if decider in play.held else play.held - play.closed
    else:
        waiting = frozenset()
    return tuple(role.id for role in play.scenario.roles if role.id in waiting)


def starts_a_move(play: Play, event: Event) -> bool:
    """Whether a person's move begins with this event, rather than a scripted colleague's reply to one."""
    match event:
        case ChoiceMade():
            return True
        case Answered() | Decided(reason=""):
            return False
        case _:
            return getattr(event, "role", "") in play.seats


@move.register
def _state_preference(command: StatePreference, play: Play, seat: str) -> Events:
    _at_the_panel(play)
    check_option(play, command.option)
    if seat in play.before:
        raise CourseError("first preference", "you have stated it already", "It is kept for the debrief.")
    return (PreferenceStated(role=seat, option=command.option),)


@move.register
def _share_fact(command: ShareFact, play: Play, seat: str) -> Events:
    _talking(play, seat)
    if command.fact not in {fact.id for fact in play.knows(seat)}:
        raise CourseError("fact", "you do not know this", "Share something from 'What you know'.")
    return _answered(play, FactShared(role=seat, fact=command.fact))


@move.register
def _ask(command: Ask, play: Play, seat: str) -> Events:
    _talking(play, seat)
    check_question(command, play, seat)
    return _answered(play, QuestionAsked(role=seat, how=command.how, to=command.to, option=command.option))


@move.register
def _voice_idea(command: VoiceIdea, play: Play, seat: str) -> Events:
    _talking(play, seat)
    check_option(play, command.option)
    return _answered(play, IdeaVoiced(role=seat, option=command.option, words=command.id if command.words else ""))


@move.register
def _close_talk(command: CloseTalk, play: Play, seat: str) -> Events:
    _prepared(play, seat)
    check_option(play, command.option)
    decider = play.scenario.decider.id
    if decider == seat:
        raise CourseError("decision", "you are the one who decides", "Decide, and give your reason.")
    stated = PreferenceStated(role=seat, option=command.option)
    if decider in play.held or play.held - play.closed - {seat}:
        return (stated,)
    return _answered(play, stated, deciding.decision(play))


@move.register
def _decide(command: Decide, play: Play, seat: str) -> Events:
    _prepared(play, seat)
    check_option(play, command.option)
    decider = play.scenario.decider
    if decider.id != seat:
        raise CourseError("decision", f"{decider.name} decides", "Say what you now prefer and close the talk.")
    strangers = set(command.credits) - {role.id for role in play.scenario.roles}
    if strangers:
        raise CourseError("credits", f"no role '{min(strangers)}' sits at this table", "Choose from the list.")
    return _answered(play, Decided(role=seat, option=command.option, reason=command.id, credits=command.credits))


@move.register
def _make_choice(command: MakeChoice, play: Play, seat: str) -> Events:
    if play.scene != command.scene:
        raise CourseError("choice", "the story has moved on from that scene", "Choose from what is open now.")
    if isinstance(play.here, Crossroads) and not may_choose(play, seat):
        name = play.scenario.role(chooser(play)).name
        raise CourseError("choice", f"{name} chooses here", "Wait for the choice; you will see it at once.")
    if command.choice not in {choice.id for choice in open_choices(play)}:
        raise CourseError("choice", f"'{command.choice}' is not open here", "Choose from what is open now.")
    return (ChoiceMade(role=chooser(play), scene=command.scene, choice=command.choice),)


def check_option(play: Play, option: str) -> None:
    """Raise a `CourseError` if the scenario has no such option."""
    if option not in {known.id for known in play.scenario.options}:
        raise CourseError("option", f"'{option}' is not among the options", "Choose one of those shown.")


def check_question(command: Ask, play: Play, seat: str) -> None:
    """Raise a `CourseError` if the seat cannot put this question."""
    others = {role.id for role in play.scenario.roles} - {seat}
    if command.how == "expertise" and command.to not in others:
        raise CourseError("question", "it names nobody else at the table", "Choose whose expertise you ask for.")
    if command.how != "expertise" and command.to:
        raise CourseError("question", "this kind goes to the whole table", "Leave out the name.")
    if command.how == "closed":
        check_option(play, command.option)
    elif command.option:
        raise CourseError("question", "only a closed question is about one option", "Leave out the option.")


def _answered(play: Play, *happened: Event) -> Events:
    """What happened, and what the scripted colleagues say to it."""
    return (*happened, *colleagues.answer(replay(play, happened)))


def _at_the_panel(play: Play) -> None:
    if not isinstance(play.here, Panel):
        raise CourseError("talk", "nobody is at the table in this scene", "Go on from where the story is.")


def _prepared(play: Play, seat: str) -> None:
    _at_the_panel(play)
    if seat not in play.before:
        raise CourseError("talk", "it begins once you have stated a first preference", "State it, then talk.")
    if seat in play.closed and waits_for(play, seat):
        raise CourseError("talk", "you have closed it", "Wait for the decision.")


def _talking(play: Play, seat: str) -> None:
    _prepared(play, seat)
    if play.minutes_left < 1:
        raise CourseError("talk", "the time is used up", "Now the decision has to be made.")
