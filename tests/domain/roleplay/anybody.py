"""Random scenarios, and random commands of which three in four are possible."""

from collections.abc import Callable, Sequence
from functools import cache
from typing import Any, TypeVar, get_args

from hypothesis import HealthCheck, settings
from hypothesis import strategies as st

from dlcourse.domain.roleplay.messages import (
    Ask,
    Asking,
    BeginPlay,
    CloseTalk,
    Decide,
    MakeChoice,
    ShareFact,
    StatePreference,
    VoiceIdea,
)
from dlcourse.domain.roleplay.moves import open_choices
from dlcourse.domain.roleplay.play import Play
from dlcourse.domain.roleplay.profile_builder import Pull, Split, build
from dlcourse.domain.roleplay.scenario import Scenario
from dlcourse.domain.speech import Command
from tests.domain.roleplay.learners import SHIPPED, a_fact, a_way, lamp, shipped
from tests.examples import examples

T = TypeVar("T")
law = settings(max_examples=examples(200), deadline=None, suppress_health_check=[HealthCheck.too_slow])
"""How a law is tested: by many examples, however busy the machine is."""

saved = cache(shipped)


@st.composite
def tables(draw: st.DrawFn) -> Scenario:
    """Draw a scenario with a panel and some crossroads; its claims need not be true, its story need not end."""
    roles = [f"role-{n}" for n in range(draw(st.integers(1, 4)))]
    options = [f"option-{n}" for n in range(draw(st.integers(2, 3)))]
    facts = [f"fact-{n}" for n in range(draw(st.integers(1, 7)))]
    scenes = [f"scene-{n}" for n in range(draw(st.integers(1, 3)))]
    somewhere = st.sampled_from(["talk", *scenes, "end"])
    some_facts = st.lists(st.sampled_from(facts), max_size=2, unique=True)
    ways = [f"{scene}.{way}" for scene in scenes for way in ("left", "right")] + [f"talk.{each}" for each in options]
    some_ways = st.lists(st.sampled_from(ways), max_size=1)
    passing = st.builds(
        lambda symbol, n: {"symbol": symbol, "number": n}, st.sampled_from([">=", "<"]), st.integers(0, 3)
    )
    condition = st.fixed_dictionaries(
        {"heard": some_facts, "not_heard": some_facts, "chose": some_ways, "not_chose": some_ways},
        optional={"indicators": st.fixed_dictionaries({"calm": passing})},
    )
    way = st.fixed_dictionaries(
        {"leads_to": somewhere, "reveals": some_facts, "effects": st.fixed_dictionaries({"calm": st.integers(-4, 4)})},
        optional={"when": condition},
    )
    weights = st.dictionaries(st.sampled_from(options), st.integers(-3, 3))
    holders = st.lists(st.sampled_from(roles), min_size=1, unique=True)
    return lamp(
        roles=[{"id": role, "name": role, "about": "", "decides": role == roles[-1]} for role in roles],
        options=[{"id": option, "name": option} for option in options],
        best=options[0],
        decoy=options[1],
        facts=[a_fact("all", roles), *(a_fact(fact, draw(holders), **draw(weights)) for fact in facts)],
        start=draw(somewhere),
        scenes=[
            {"id": "talk", "kind": "panel", "text": "[the talk]", "title": "", "minutes": draw(st.integers(0, 5)),
             "leads_to": {option: draw(somewhere) for option in options}},
            *({"id": scene, "kind": "choice", "text": f"[scene {scene}]", "choices": [
                a_way(f"left-{scene}", "end") | draw(way) | {"id": "left"},
                a_way(f"right-{scene}", "end") | draw(way) | {"id": "right"},
            ]} for scene in scenes),
            {"id": "end", "kind": "end", "text": "[the end]"},
        ],
    )  # fmt: skip


def scenarios() -> st.SearchStrategy[Scenario]:
    """Draw a scenario that comes with the course, one that was built, or one that nobody has written."""
    return st.one_of(st.sampled_from(SHIPPED).map(saved), tables(), built())


@st.composite
def built(draw: st.DrawFn) -> Scenario:
    """Draw a hidden profile from the builder."""
    smaller = [Pull(c, draw(st.integers(1, c - 1))) for c in draw(st.lists(st.integers(2, 4), max_size=2))]
    decoy = Pull(draw(st.integers(7, 9)), draw(st.integers(1, 2)))
    split = Split(own=draw(st.integers(1, 3)), shared=draw(st.integers(2, 5)))
    return build(draw(st.integers(2, 5)), [decoy, *smaller], split=split)


Said = tuple[int, int, int]
"""What somebody wants to say, whatever the table: which kind of move, and which of the possible parts."""


def scripts() -> st.SearchStrategy[list[Said]]:
    """Draw what somebody says in turn."""
    number = st.integers(0, 39)
    return st.lists(st.tuples(number, number, number), min_size=12, max_size=40)


def speak(play: Play, said: Said, at: int, seat: str = "") -> Command:
    """Return a command made of what there is at this table: three times in four of a kind that is possible now.

    With a ``seat`` given, what is possible for that seat; else for whoever sits there alone.
    """
    kind, one, other = said
    facts, options, roles, scenes = (
        [each.id for each in each_of] or ["nonsense"]
        for each_of in (play.scenario.facts, play.scenario.options, play.scenario.roles, play.scenario.scenes)
    )
    option, role, how = _pick(options, one), _pick([*roles, ""], other), _pick(get_args(Asking), one)
    to, about = role if how == "expertise" else "", _pick(options, other) if how == "closed" else ""
    ways = [choice.id for choice in open_choices(play)] or ["nonsense"]
    kinds: list[tuple[Callable[..., Command], dict[str, Any]]] = [
        (MakeChoice, {"scene": play.scene, "choice": _pick(ways, one)}),
        (StatePreference, {"option": option}),
        (Ask, {"how": how, "to": to, "option": about}),
        (ShareFact, {"fact": _pick(facts, one)}),
        (VoiceIdea, {"option": option, "words": "words" * (other % 2)}),
        (Ask, {"how": how, "to": to, "option": about}),
        (ShareFact, {"fact": _pick(facts, one)}),
        (CloseTalk, {"option": option}),
        (Decide, {"option": option, "reason": "reason", "credits": (role,)}),
        (Ask, {"how": how, "to": role, "option": option}),
        (Decide, {"option": option, "reason": "reason", "credits": ("nonsense",)}),
        (MakeChoice, {"scene": _pick(scenes, other), "choice": _pick([*ways, "left", "nonsense"], one)}),
        (StatePreference if one % 2 else CloseTalk, {"option": "nonsense"}),
        (VoiceIdea, {"option": "nonsense"}),
        (BeginPlay, {"scenario": "lamp", "seat": role}),
    ]
    possible = (
        kinds[:1]
        if play.here.kind != "panel"
        else kinds[2:9]
        if play.before and (not seat or seat in play.before)
        else kinds[1:2]
    )
    command, parts = _pick(possible if kind % 4 else kinds, kind // 4 + one)
    return command(id=f"command-{at}", play="play", **parts)


def _pick(things: Sequence[T], which: int) -> T:
    return things[which % len(things)]
