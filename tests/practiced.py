"""Two plays of a case that differ in one decision only: what a declared decision is held against."""

from collections import deque
from collections.abc import Callable, Iterator
from itertools import islice

from dlcourse.domain.roleplay.debrief import DebriefView, debrief
from dlcourse.domain.roleplay.messages import Decide, MakeChoice, Move
from dlcourse.domain.roleplay.moves import move, open_choices
from dlcourse.domain.roleplay.play import Play, replay
from dlcourse.domain.roleplay.scenario import Crossroads, End, Panel, Scenario
from dlcourse.domain.sessions import PracticedDecision
from tests.domain.roleplay.learners import Sitting, prepare

WAYS = 8
"""By how many ways to a decision it is tried."""


def swapped(decision: PracticedDecision, scenario: Scenario) -> Iterator[tuple[Play, Play]]:
    """Pairs of a play with the decision and one with its rival: the same before it, and one policy after it."""
    for one, other in _decisions(decision, scenario):
        for policy in (0, -1):
            yield _to_the_end(one, policy), _to_the_end(other, policy)


def _decisions(decision: PracticedDecision, scenario: Scenario) -> Iterator[tuple[Play, Play]]:
    """Plays right after the decision, and after its rival, by several ways to it."""
    if isinstance(scenario.scene(decision.at), Panel):
        yield _decided(scenario, decision.choice), _decided(scenario, decision.rival)
        return
    befores = list(islice(_ways_to(decision, scenario), WAYS))
    assert befores, f"no play comes to {decision.at} with both ways open"
    for before in befores:
        yield _choose(before, decision.choice), _choose(before, decision.rival)


def looked_back(play: Play) -> DebriefView:
    """The debrief of the one who played."""
    return debrief(play, _seat(play), {}, "play")


def _decided(scenario: Scenario, option: str) -> Play:
    """A play in which the decider closes the talk at once with this option."""
    sitting = Sitting(scenario, scenario.decider.id)
    prepare(sitting)
    return _close(sitting.play, option)


def _ways_to(decision: PracticedDecision, scenario: Scenario) -> Iterator[Play]:
    """Plays to the decision at which it and its rival are both open, the shortest first."""
    start = Sitting(scenario, scenario.decider.id).play
    waiting, met = deque([start]), {_mark(start)}
    while waiting:
        play = waiting.popleft()
        if play.scene == decision.at and {decision.choice, decision.rival} <= {way.id for way in open_choices(play)}:
            yield play
        for then in _next(play):
            if _mark(then) not in met:
                met.add(_mark(then))
                waiting.append(then)


def _mark(play: Play) -> object:
    return play.scene, tuple(sorted(play.indicators.items())), play.heard, frozenset(play.chosen)


def _next(play: Play) -> Iterator[Play]:
    if isinstance(play.here, Panel):
        sitting = Sitting(play.scenario, _seat(play))
        sitting.play = play
        prepare(sitting)
        yield from (_close(sitting.play, option) for option in play.here.leads_to)
    elif isinstance(play.here, Crossroads):
        yield from (_choose(play, way.id) for way in open_choices(play))


def _close(play: Play, option: str) -> Play:
    return _moved(play, lambda name: Decide(id=name, play="play", option=option, reason="It is best."))


def _choose(play: Play, choice: str) -> Play:
    return _moved(play, lambda name: MakeChoice(id=name, play="play", scene=play.scene, choice=choice))


def _moved(play: Play, make: Callable[[str], Move]) -> Play:
    return replay(play, move(make(f"the-move-{play.moves}"), play, _seat(play)))


def _seat(play: Play) -> str:
    return next(iter(play.seats))


def _to_the_end(play: Play, policy: int) -> Play:
    """Take the first open way at each crossroads, or with the policy -1 the last one."""
    while not isinstance(play.here, End):
        assert play.moves < 200, "the story does not end"
        play = _choose(play, open_choices(play)[policy].id)
    return play
