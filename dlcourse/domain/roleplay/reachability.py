"""What plays of a scenario can reach: exact reachability over its situations.

A situation is a scene with everything that conditions there or later may ask about: indicators, facts heard and choices
made. The scenario's references must be valid.
"""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field
from functools import reduce
from itertools import combinations
from operator import or_
from typing import NamedTuple

from dlcourse.domain.roleplay.conditions import COMPARE
from dlcourse.domain.roleplay.scenario import Choice, Crossroads, End, Panel, Scenario
from dlcourse.domain.speech import Value

BOUND = 100_000
"""The exploration stops after this many situations, or after five times as many steps between them."""


class Stuck(Value):
    """A scene, and a reachable situation in it from which a play cannot continue or never ends.

    ``levels`` and ``known`` (facts, choices) hold what conditions may still ask about; ``route`` is a shortest path.
    """

    scene: str
    levels: dict[str, int]
    known: frozenset[str]
    route: tuple[str, ...]


class Story(Value):
    """What plays can reach; if not ``complete``, only what is certain. ``never_open`` lists (scene, choice)."""

    unreachable: tuple[str, ...]
    dead_ends: tuple[Stuck, ...]
    endless: tuple[Stuck, ...]
    never_open: tuple[tuple[str, str], ...]
    situations: int
    complete: bool


def explore(scenario: Scenario, bound: int = BOUND) -> Story:
    """Everything that plays of the scenario can reach, exactly, unless there are more situations than the bound."""
    walk = _Walk(_Board(scenario), bound)
    complete = walk.go()
    met = {here.scene for here in walk.met} if complete else walk.board.led_to()
    opened = {name for steps in walk.before for _, name in steps}
    stuck = [at for at in walk.stops if not isinstance(scenario.scenes[walk.met[at].scene], End)]
    return Story(
        unreachable=tuple(scene.id for at, scene in enumerate(scenario.scenes) if at not in met),
        dead_ends=walk.first_of_each_scene(stuck),
        endless=walk.first_of_each_scene(walk.lost()),
        never_open=tuple(
            (scene.id, choice.id)
            for at, scene in enumerate(scenario.scenes)
            for choice in (scene.choices if isinstance(scene, Crossroads) else ())
            if f"{scene.id}.{choice.id}" not in opened and (complete or at not in met)
        ),
        situations=len(walk.met),
        complete=complete,
    )


class _Situation(NamedTuple):
    """A scene (by its position), the watched indicators, and one bit for each watched fact or choice."""

    scene: int
    levels: tuple[int, ...]
    known: int


class _Way(NamedTuple):
    """A path out of a scene: when it is open (``tests``, ``need``, ``forbid``), where it leads, and what it changes."""

    name: str
    target: int
    adds: int
    minutes: int = 0
    moves: tuple[tuple[int, int], ...] = ()
    tests: tuple[tuple[int, Callable[[int, int], bool], int], ...] = ()
    need: int = 0
    forbid: int = 0

    def open(self, here: _Situation) -> bool:
        known = here.known & self.need == self.need and not here.known & self.forbid
        return known and all(compare(here.levels[at], number) for at, compare, number in self.tests)


class _Board:
    """The scenario prepared for the walk: its paths, and for each scene what conditions may still ask about."""

    def __init__(self, scenario: Scenario) -> None:
        self.scenes = scenario.scenes
        self.number = {scene.id: at for at, scene in enumerate(self.scenes)}
        asked = [choice.when for scene in self.scenes if isinstance(scene, Crossroads) for choice in scene.choices]
        self.indicators = [one for one in scenario.indicators if any(one.id in when.indicators for when in asked)]
        self.place = {indicator.id: at for at, indicator in enumerate(self.indicators)}
        known = [name for one in asked for name in (*one.heard, *one.not_heard, *one.chose, *one.not_chose)]
        self.bits = {name: 1 << at for at, name in enumerate(dict.fromkeys(known))}
        self.facts = self.mask(fact.id for fact in scenario.facts)
        self.ways = [list(self._ways(scene)) for scene in self.scenes]
        self.known = self._still_asked(lambda way: way.need | way.forbid)
        self.levels = self._still_asked(lambda way: reduce(or_, (1 << at for at, _, _ in way.tests), 0))
        self.start = self._arrive(self.number[scenario.start], tuple(one.start for one in self.indicators), 0)

    def mask(self, names: Iterable[str]) -> int:
        return reduce(or_, (self.bits.get(name, 0) for name in names), 0)

    def _ways(self, scene: Panel | Crossroads | End) -> Iterator[_Way]:
        if isinstance(scene, Crossroads):
            yield from (self._choice(f"{scene.id}.{choice.id}", choice) for choice in scene.choices)
        elif isinstance(scene, Panel):
            for name, target in ((f"{scene.id}.{option}", target) for option, target in scene.leads_to.items()):
                yield _Way(name, self.number[target], self.mask([name]), minutes=scene.minutes)

    def _choice(self, name: str, choice: Choice) -> _Way:
        when, tests = choice.when, choice.when.indicators.items()
        return _Way(
            name,
            self.number[choice.leads_to],
            adds=self.mask([name, *choice.reveals]),
            moves=tuple((self.place[which], by) for which, by in choice.effects.items() if which in self.place),
            tests=tuple((self.place[which], COMPARE[test.symbol], test.number) for which, test in tests),
            need=self.mask([*when.heard, *when.chose]),
            forbid=self.mask([*when.not_heard, *when.not_chose]),
        )

    def _still_asked(self, asks: Callable[[_Way], int]) -> list[int]:
        """For each scene, the bits that a condition there or in a later scene asks about."""
        masks = [reduce(or_, map(asks, ways), 0) for ways in self.ways]
        grown = True
        while grown:
            grown = False
            for at in reversed(range(len(masks))):
                mask = reduce(or_, (masks[way.target] for way in self.ways[at]), masks[at])
                grown, masks[at] = grown or mask != masks[at], mask
        return masks

    def led_to(self) -> set[int]:
        """The scenes that paths lead to if conditions are ignored; no other scene can be reached."""
        found, todo = {self.start.scene}, [self.start.scene]
        while todo:
            fresh = {way.target for way in self.ways[todo.pop()]} - found
            found |= fresh
            todo.extend(fresh)
        return found

    def follow(self, here: _Situation) -> Iterator[tuple[str, _Situation]]:
        """Every path that is open here, with each situation it may lead to."""
        for way in self.ways[here.scene]:
            if way.open(here):
                levels = self._moved(here.levels, way) if way.moves else here.levels
                for voiced in self._voicings(here, way):
                    yield way.name, self._arrive(way.target, levels, here.known | way.adds | voiced)

    def _moved(self, levels: tuple[int, ...], way: _Way) -> tuple[int, ...]:
        moved = list(levels)
        for at, by in way.moves:
            moved[at] = self.indicators[at].clamp(moved[at] + by)
        return tuple(moved)

    def _voicings(self, here: _Situation, way: _Way) -> Iterable[int]:
        """The sets of facts that a talk may bring out, as far as they matter."""
        if way.minutes == 0:
            return (0,)
        useful = self.facts & self.known[way.target] & ~here.known
        bits = [bit for bit in self.bits.values() if bit & useful]
        return (sum(chosen) for size in range(min(way.minutes, len(bits)) + 1) for chosen in combinations(bits, size))

    def _arrive(self, scene: int, levels: tuple[int, ...], known: int) -> _Situation:
        """The situation in the scene, without anything that no condition can ask about anymore."""
        if self.levels[scene].bit_count() < len(levels):
            levels = tuple(level if self.levels[scene] >> at & 1 else 0 for at, level in enumerate(levels))
        return _Situation(scene, levels, known & self.known[scene])


@dataclass
class _Walk:
    """The situations found so far, in order, and the steps into each."""

    board: _Board
    bound: int
    met: list[_Situation] = field(default_factory=list)
    number: dict[_Situation, int] = field(default_factory=dict)
    before: list[list[tuple[int, str]]] = field(default_factory=list)
    stops: list[int] = field(default_factory=list)
    steps: int = 0
    walked: int = 0

    def go(self) -> bool:
        """Walk until everything is found or the bound is hit; returns whether everything was found."""
        self.meet(self.board.start, -1, "")
        while self.walked < len(self.met) and self.leave(self.walked):
            self.walked += 1
        return self.walked == len(self.met)

    def leave(self, at: int) -> bool:
        """Follow every path from a situation; returns whether the bound allowed it."""
        last = self.steps
        for name, there in self.board.follow(self.met[at]):
            self.steps += 1
            if not self.meet(there, at, name) or self.steps > 5 * self.bound:
                return False
        if last == self.steps:
            self.stops.append(at)
        return True

    def meet(self, there: _Situation, at: int, name: str) -> bool:
        """Record a step; returns whether the bound allows it."""
        number = self.number.setdefault(there, len(self.met))
        if number == len(self.met):
            self.met.append(there)
            self.before.append([])
        self.before[number].append((at, name))
        return len(self.met) <= self.bound

    def lost(self) -> list[int]:
        """Situations from which neither an end nor a dead end can be reached, nor anything unexplored."""
        fine = {*self.stops, *range(self.walked, len(self.met))}
        todo = list(fine)
        while todo:
            fresh = {at for at, _ in self.before[todo.pop()] if at >= 0} - fine
            fine |= fresh
            todo.extend(fresh)
        return [at for at in range(len(self.met)) if at not in fine]

    def first_of_each_scene(self, some: list[int]) -> tuple[Stuck, ...]:
        first = {self.met[at].scene: at for at in reversed(some)}
        return tuple(self._stuck(at) for at in sorted(first.values()))

    def _stuck(self, at: int) -> Stuck:
        board, here = self.board, self.met[at]
        return Stuck(
            scene=board.scenes[here.scene].id,
            levels={name: here.levels[of] for name, of in board.place.items() if board.levels[here.scene] >> of & 1},
            known=frozenset(name for name, bit in board.bits.items() if here.known & bit),
            route=self._route(at),
        )

    def _route(self, at: int) -> tuple[str, ...]:
        route: list[str] = []
        while (step := self.before[at][0])[0] >= 0:
            at, name = step
            route.append(name)
        return tuple(reversed(route))
