"""The two scripted learners of the model, and plays for them without a store.

One asks well, one only announces. Both decide by the rule of a scripted decider, worked out here once more.
"""

from collections.abc import Callable, Iterable
from typing import Any

from dlcourse import files
from dlcourse.content.roleplay.scenarios import read_scenario
from dlcourse.domain.roleplay.messages import (
    Answered,
    Ask,
    CloseTalk,
    Decide,
    MakeChoice,
    Move,
    PlayBegun,
    ShareFact,
    StatePreference,
    VoiceIdea,
)
from dlcourse.domain.roleplay.moves import move, open_choices
from dlcourse.domain.roleplay.play import begin, replay
from dlcourse.domain.roleplay.scenario import Fact, Scenario
from dlcourse.domain.speech import Command, Event

HIDDEN = ("the-reading-gap", "the-empty-seats", "the-same-mistake", "two-experts")
SHIPPED = (*HIDDEN, "the-reading-gap-open", "sealed-workshop", "the-river-project")


def shipped(name: str) -> Scenario:
    """Return a scenario that comes with the course."""
    return read_scenario(files.data() / "scenarios" / f"{name}.yaml")


class Sitting:
    """Somebody in one seat. The events are kept as a store would keep them."""

    def __init__(self, scenario: Scenario, seat: str, seed: str = "seed") -> None:
        """Set the table."""
        begun = PlayBegun(scenario="kept", title="", about=scenario.id, seats={seat: "me"}, seed=seed)
        self.seat, self.scenario = seat, scenario
        self.start = self.play = begin(begun, scenario)
        self.events: list[Event] = []

    def do(self, kind: Callable[..., Move], **parts: Any) -> tuple[Event, ...]:
        """Make a move and return what happened; a `CourseError` where it is refused."""
        return self.say(kind(id=f"command-{len(self.events)}", play="play", **parts))

    def say(self, command: Command) -> tuple[Event, ...]:
        """Make the move of a command, if it is one."""
        happened = move(command, self.play, self.seat)  # type: ignore[arg-type]
        self.events += happened
        self.play = replay(self.play, happened)
        return happened

    def answer(self, kind: Callable[..., Move], **parts: Any) -> Answered:
        """Make a move that one colleague answers, and return the answer."""
        (_, answered) = self.do(kind, **parts)
        assert isinstance(answered, Answered)
        return answered


def lean(scenario: Scenario, facts: Iterable[Fact], otherwise: str) -> str:
    """Return the unique best option on these facts, or ``otherwise`` where there is none."""
    known = list(facts)
    worth = {option.id: sum(fact.weighs.get(option.id, 0) for fact in known) for option in scenario.options}
    first = [option for option, much in worth.items() if much == max(worth.values())]
    return first[0] if len(first) == 1 else otherwise


def first_preference(scenario: Scenario, role: str) -> str:
    """Return what a role prefers on what it holds; on a tie the first option of the file."""
    held = [fact for fact in scenario.facts if role in fact.held_by]
    return lean(scenario, held, scenario.options[0].id)


def ask_well(sitting: Sitting) -> None:
    """Share what only I know, ask each of the others for their expertise until they say that it was all, decide."""
    prepare(sitting)
    for fact in sitting.scenario.own(sitting.seat):
        sitting.do(ShareFact, fact=fact.id)
    for role in others(sitting):
        while not sitting.answer(Ask, how="expertise", to=role).last:
            pass
    decide(sitting)


def announce(sitting: Sitting, option: str) -> None:
    """Voice the same idea until the time is up, then decide."""
    prepare(sitting)
    while sitting.play.minutes_left:
        sitting.do(VoiceIdea, option=option, words="As I said.")
    decide(sitting)


def others(sitting: Sitting) -> list[str]:
    """Return the roles of the colleagues."""
    return [role.id for role in sitting.scenario.roles if role.id != sitting.seat]


def prepare(sitting: Sitting) -> None:
    """Come to the panel and state the first preference."""
    go_on(sitting, "panel")
    sitting.do(StatePreference, option=first_preference(sitting.scenario, sitting.seat))


def decide(sitting: Sitting) -> None:
    """Decide by the rule, or say what I prefer by it and see the decider decide."""
    scenario, seat, voiced = sitting.scenario, sitting.seat, sitting.play.voiced
    known = [fact for fact in scenario.facts if seat in fact.held_by or fact.id in voiced]
    option = lean(scenario, known, first_preference(scenario, seat))
    if scenario.decider.id == seat:
        sitting.do(Decide, option=option, reason="It is what the facts say.", credits=tuple(others(sitting)))
    else:
        sitting.do(CloseTalk, option=option)


def go_on(sitting: Sitting, until: str = "end") -> None:
    """Take the first open way at each crossroads until a scene of this kind, or an end, is there."""
    while sitting.play.here.kind not in {until, "end"}:
        ways = open_choices(sitting.play)
        sitting.do(MakeChoice, scene=sitting.play.scene, choice=ways[0].id)
        assert len(sitting.events) < 200, "the story does not end"


def lamp(**changes: Any) -> Scenario:
    """Return a small hidden profile whose figures can be worked out by hand; its panel can be entered again.

    V_all: mend 3, buy 2, wait 1. On what is shared, and for each role alone: buy. Without any one role: no mend.
    """
    parts: dict[str, Any] = {
        "id": "lamp", "title": "The lamp", "summary": "It flickers.", "minutes": 5, "principles": ["P1"],
        "setting": "A lamp.", "start": "door", "profile": "hidden", "best": "mend", "decoy": "buy",
        "indicators": [{"id": "calm", "name": "Calm", "start": 1, "min": 0, "max": 2}],
        "roles": [
            {"id": "ann", "name": "Ann", "about": "Decides.", "decides": True},
            {"id": "ben", "name": "Ben", "about": "Listens."},
            {"id": "cem", "name": "Cem", "about": "Waits."},
        ],
        "options": [{"id": name, "name": name.title()} for name in ("mend", "buy", "wait")],
        "facts": [
            a_fact("dark", ["ann", "ben", "cem"], buy=2),
            a_fact("sale", ["ann", "ben", "cem"], buy=1, wait=1),
            a_fact("fuse", ["ann"], mend=1),
            a_fact("wire", ["ben"], mend=1),
            a_fact("fake", ["ben", "cem"], buy=-1),
            a_fact("tool", ["cem"], mend=1),
        ],
        "scenes": [
            {"id": "door", "kind": "choice", "text": "The door.", "title": "Door", "choices": [
                a_way("knock", "talk", effects={"calm": 5}, principles=["P2"]),
                a_way("break", "talk", effects={"calm": -5}),
                a_way("peep", "door", reveals=["wire"]),
            ]},
            {"id": "talk", "kind": "panel", "text": "They talk.", "title": "Talk", "minutes": 4,
             "leads_to": {"mend": "week", "buy": "week", "wait": "talk"}},
            {"id": "week", "kind": "choice", "text": "A week.", "title": "Week", "choices": [
                a_way("go", "light"),
                a_way("ask", "week", reveals=["tool"], when={"not_heard": ["tool"]}),
                a_way("thank", "light", when={"heard": ["tool"], "not_chose": ["door.break"]}),
                a_way("sell", "gloom", when={"chose": ["talk.buy"]}),
                a_way("rest", "gloom", when={"indicators": {"calm": {"symbol": ">=", "number": 2}}}),
            ]},
            {"id": "light", "kind": "end", "text": "There is light.", "title": "Light"},
            {"id": "gloom", "kind": "end", "text": "There is none.", "title": "Gloom"},
        ],
        "debrief": [{"ask": "Who knew?", "principles": ["P5"]}],
    }  # fmt: skip
    return Scenario.model_validate(parts | changes)


def a_fact(name: str, held_by: list[str], **weighs: int) -> dict[str, Any]:
    """Return a fact with a text that stands nowhere else."""
    return {"id": name, "text": f"[the fact {name}]", "held_by": held_by, "weighs": weighs}


def a_way(name: str, leads_to: str, **parts: Any) -> dict[str, Any]:
    """Return a choice with texts that stand nowhere else."""
    return {"id": name, "text": f"[the way {name}]", "leads_to": leads_to, "feedback": f"[after {name}]"} | parts
