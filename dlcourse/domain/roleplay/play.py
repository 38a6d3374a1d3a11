"""A play: the state after the events of a role-play. It checks nothing; `moves` has the rules."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace
from functools import singledispatch

from dlcourse.domain.roleplay.messages import (
    Answered,
    ChoiceMade,
    Decided,
    FactShared,
    IdeaVoiced,
    PlayBegun,
    PreferenceStated,
    QuestionAsked,
)
from dlcourse.domain.roleplay.scenario import Crossroads, End, Fact, Panel, Scenario
from dlcourse.domain.speech import Event
from dlcourse.domain.viewer import is_erased

Turn = FactShared | QuestionAsked | IdeaVoiced | Answered | Decided | ChoiceMade


@dataclass(frozen=True)
class Voicing:
    """How a fact first reached the table: who said it, in which minute, and after which question (empty: unasked)."""

    role: str
    minute: int
    how: str


@dataclass(frozen=True)
class Said:
    """One turn of the conversation: in which scene and minute, after how many moves, and whether its fact was new.

    An answer belongs to the scene and the minute of what it answers, even if a decision has led on meanwhile.
    """

    turn: Turn
    scene: str
    minute: int
    moves: int
    new: bool = False


@dataclass(frozen=True)
class Play:
    """A play at one moment.

    ``seats`` gives each human seat's person; ``moves`` counts the events so far; ``before`` and ``after`` are
    preferences by role; ``closed`` are the roles that have closed the talk they are in; ``mentions`` lists each fact
    as often as it was said; ``decided_on`` is what had been heard when the decision was made.
    """

    scenario: Scenario
    seats: Mapping[str, str]
    seed: str
    scene: str
    indicators: Mapping[str, int]
    moves: int = 0
    minute: int = 0
    before: Mapping[str, str] = field(default_factory=dict)
    after: Mapping[str, str] = field(default_factory=dict)
    closed: frozenset[str] = frozenset()
    said: tuple[Said, ...] = ()
    voiced: Mapping[str, Voicing] = field(default_factory=dict)
    mentions: tuple[str, ...] = ()
    revealed: tuple[str, ...] = ()
    chosen: tuple[str, ...] = ()
    decided: Decided | None = None
    decided_on: frozenset[str] = frozenset()

    @property
    def here(self) -> Panel | Crossroads | End:
        """The scene the play is in."""
        return self.scenario.scene(self.scene)

    @property
    def held(self) -> frozenset[str]:
        """The roles that people play; a seat whose person was erased is scripted from then on."""
        return frozenset(role for role, person in self.seats.items() if not is_erased(person))

    @property
    def minutes_left(self) -> int:
        """Talk time left in the panel."""
        panel = self.scenario.panel
        return panel.minutes - self.minute if panel else 0

    @property
    def heard(self) -> frozenset[str]:
        """Facts voiced at the table or revealed by a choice."""
        return frozenset(self.voiced) | frozenset(self.revealed)

    def knows(self, role: str) -> tuple[Fact, ...]:
        """The facts this seat knows now, in the order of the file: shared, its own, voiced and revealed ones."""
        return tuple(fact for fact in self.scenario.facts if role in fact.held_by or fact.id in self.heard)


def begin(begun: PlayBegun, scenario: Scenario) -> Play:
    """The play right after it has begun."""
    starts = {indicator.id: indicator.start for indicator in scenario.indicators}
    return Play(scenario, begun.seats, begun.seed, scenario.start, starts)


def replay(play: Play, events: Iterable[Event]) -> Play:
    """The play after these events."""
    for event in events:
        play = apply(event, play)
    return play


def apply(event: Event, play: Play) -> Play:
    """The play after this event. Raises a TypeError for an event of another subject."""
    return replace(_apply(event, play), moves=play.moves + 1)


@singledispatch
def _apply(event: Event, play: Play) -> Play:  # noqa: ARG001 (the kinds below use it)
    raise TypeError(f"{type(event).__name__} is no event of a play")


@_apply.register
def _apply_preference_stated(event: PreferenceStated, play: Play) -> Play:
    if event.role in play.before:
        return replace(play, after={**play.after, event.role: event.option}, closed=play.closed | {event.role})
    return replace(play, before={**play.before, event.role: event.option})


@_apply.register
def _apply_fact_shared(event: FactShared, play: Play) -> Play:
    return _voice(_say(event, _spend(play)), event.role, event.fact, "")


@_apply.register
def _apply_question_asked(event: QuestionAsked, play: Play) -> Play:
    return _say(event, _spend(play))


@_apply.register
def _apply_idea_voiced(event: IdeaVoiced, play: Play) -> Play:
    return _say(event, _spend(play))


@_apply.register
def _apply_answered(event: Answered, play: Play) -> Play:
    prompt = next(said.turn for said in reversed(play.said) if not isinstance(said.turn, Answered))
    how = prompt.how if isinstance(prompt, QuestionAsked) else "idea"
    fact = event.fact
    said = Said(event, play.said[-1].scene, play.said[-1].minute, play.moves, bool(fact) and fact not in play.voiced)
    play = replace(play, said=(*play.said, said))
    return _voice(play, event.role, fact, how) if fact else play


@_apply.register
def _apply_decided(event: Decided, play: Play) -> Play:
    panel = play.scenario.panel
    assert panel is not None
    moved = _say(event, play)
    after = {**play.after, event.role: event.option}
    way = f"{panel.id}.{event.option}"
    decided = replace(moved, decided=event, decided_on=play.heard, after=after, chosen=(*play.chosen, way))
    return _go(decided, panel.leads_to[event.option])


@_apply.register
def _apply_choice_made(event: ChoiceMade, play: Play) -> Play:
    here = play.scenario.scene(event.scene)
    assert isinstance(here, Crossroads)
    choice = here.choice(event.choice)
    assert choice is not None
    fresh = tuple(fact for fact in choice.reveals if fact not in play.revealed)
    chosen = replace(
        _say(event, play),
        indicators=_changed(play, choice.effects),
        revealed=play.revealed + fresh,
        chosen=(*play.chosen, f"{event.scene}.{event.choice}"),
    )
    return _go(chosen, choice.leads_to)


def _go(play: Play, scene: str) -> Play:
    """Go to the next scene. A panel's talk and its time start over each time it is entered."""
    panel = play.scenario.panel
    entered = panel is not None and scene == panel.id
    return replace(play, scene=scene, closed=frozenset(), minute=0 if entered else play.minute)


def _spend(play: Play) -> Play:
    return replace(play, minute=play.minute + 1)


def _say(turn: Turn, play: Play) -> Play:
    fact = getattr(turn, "fact", "")
    new = bool(fact) and fact not in play.voiced
    return replace(play, said=(*play.said, Said(turn, play.scene, play.minute, play.moves, new)))


def _voice(play: Play, role: str, fact: str, how: str) -> Play:
    first = play.voiced.get(fact, Voicing(role, play.minute, how))
    return replace(play, voiced={**play.voiced, fact: first}, mentions=(*play.mentions, fact))


def _changed(play: Play, effects: Mapping[str, int]) -> dict[str, int]:
    bounds = {indicator.id: indicator for indicator in play.scenario.indicators}
    changed = {name: bounds[name].clamp(play.indicators[name] + by) for name, by in effects.items()}
    return {**play.indicators, **changed}
