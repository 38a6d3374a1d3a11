"""Two plays of a case that differ in one decision only: what a declared decision is held against."""

from collections import deque
from collections.abc import Callable, Iterator

from dlcourse.domain.roleplay.debrief import DebriefView, debrief
from dlcourse.domain.roleplay.messages import Decide, MakeChoice, Move
from dlcourse.domain.roleplay.moves import move, open_choices
from dlcourse.domain.roleplay.play import Play, replay
from dlcourse.domain.roleplay.scenario import Crossroads, End, Panel, Scenario
from dlcourse.domain.sessions import PracticedDecision
from tests.domain.roleplay.learners import Sitting, prepare


def swapped(decision: PracticedDecision, scenario: Scenario) -> Iterator[tuple[Play, Play]]:
    """Pairs of a play with the decision and one with its rival: the same before it, and one policy after it."""
    if isinstance(scenario.scene(decision.at), Panel):
        both = [_decided(scenario, option) for option in (decision.choice, decision.rival)]
    else:
        before = _way_to(decision, scenario)
        both = [_choose(before, choice) for choice in (decision.choice, decision.rival)]
    for policy in (0, -1):
        first, second = (_to_the_end(play, policy) for play in both)
        yield first, second


def looked_back(play: Play) -> DebriefView:
    """The debrief of the one who played."""
    return debrief(play, _seat(play), {}, "play")


def _decided(scenario: Scenario, option: str) -> Play:
    """A play in which the decider closes the talk at once with this option."""
    sitting = Sitting(scenario, scenario.decider.id)
    prepare(sitting)
    return _close(sitting.play, option)


def _way_to(decision: PracticedDecision, scenario: Scenario) -> Play:
    """The shortest play to the decision at which it and its rival are both open; fails if there is none."""
    start = Sitting(scenario, scenario.decider.id).play
    waiting, met = deque([start]), {_mark(start)}
    while waiting:
        play = waiting.popleft()
        if play.scene == decision.at and {decision.choice, decision.rival} <= {way.id for way in open_choices(play)}:
            return play
        for then in _next(play):
            if _mark(then) not in met:
                met.add(_mark(then))
                waiting.append(then)
    raise AssertionError(f"no play comes to {decision.at} with both ways open")


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
