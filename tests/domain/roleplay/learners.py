"""The scripted learners of the model, and plays for them without a store.

One asks well, one only announces, one asks everybody by name in turn, and one does anything. Where they decide, they
weigh the facts that they know evenly, worked out here once more.
"""

import random
from collections.abc import Callable, Iterable
from typing import Any

from dlcourse import files
from dlcourse.content.library import Library
from dlcourse.content.roleplay.shelf import playable_scenario
from dlcourse.domain.roleplay.messages import (
    Answered,
    Ask,
    CloseTalk,
    Decide,
    MakeChoice,
    Move,
    PlayBegun,
    QuestionAsked,
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
    """Return a scenario that comes with the course. Its file is read once."""
    return playable_scenario(Library(files.data()), name)


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
        """Make a move that a colleague answers, and return the first answer."""
        return next(event for event in self.do(kind, **parts) if isinstance(event, Answered))

    def tell(self, role: str, fact: str) -> Answered:
        """Ask a colleague who tells this fact, whatever the chances are, and return the answer."""
        heard = self.play.heard | {fact}
        last = all(own.id in heard for own in self.scenario.own(role))
        answered = Answered(role=role, fact=fact, last=last)
        happened = [QuestionAsked(role=self.seat, how="expertise", to=role), answered]
        self.events += happened
        self.play = replay(self.play, happened)
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
    """Share what only I know, ask for doubts, ask everyone, ask each until they say that it was all; credit, decide."""
    prepare(sitting)
    for fact in sitting.scenario.own(sitting.seat):
        sitting.do(ShareFact, fact=fact.id)
    sitting.do(Ask, how="dissent")
    done = {said.role for said in sitting.do(Ask, how="open") if isinstance(said, Answered) and said.last}
    for role in others(sitting):
        while role not in done and sitting.play.minutes_left:
            done |= {role} if sitting.answer(Ask, how="expertise", to=role).last else set()
    credit(sitting)
    decide(sitting)


def credit(sitting: Sitting) -> None:
    """Come back, while there is time, to what was told: first to what speaks most for the option I now prefer."""
    scenario, mine = sitting.scenario, now_preferred(sitting)
    told = [fact for fact in scenario.unique if fact.id in sitting.play.voiced]
    told.sort(key=lambda fact: -(fact.weight(mine) - min(fact.weight(option.id) for option in scenario.options)))
    for fact in told[: sitting.play.minutes_left]:
        sitting.do(ShareFact, fact=fact.id)


def announce(sitting: Sitting, option: str) -> None:
    """Voice the same idea until the time is up, then decide."""
    prepare(sitting)
    while sitting.play.minutes_left:
        sitting.do(VoiceIdea, option=option, words="As I said.")
    decide(sitting)


def ask_in_turn(sitting: Sitting) -> None:
    """Ask everybody by name, one after the other, until the time is up; ask nothing else, share nothing, decide."""
    prepare(sitting)
    while sitting.play.minutes_left:
        for role in others(sitting)[: sitting.play.minutes_left]:
            sitting.do(Ask, how="expertise", to=role)
    decide(sitting)


def talk_at_random(sitting: Sitting, chance: random.Random) -> None:
    """Spend each minute in any of the ways there are, then decide."""
    prepare(sitting)
    while sitting.play.minutes_left:
        option, known = chance.choice(sitting.scenario.options).id, sitting.play.knows(sitting.seat)
        kind, parts = chance.choice([
            *((Ask, {"how": how}) for how in ("open", "dissent", "rank")),
            (Ask, {"how": "expertise", "to": chance.choice(others(sitting))}),
            (Ask, {"how": "closed", "option": option}),
            (ShareFact, {"fact": chance.choice(known).id}),
            (VoiceIdea, {"option": option}),
        ])  # fmt: skip
        sitting.do(kind, **parts)
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
    scenario, seat, option = sitting.scenario, sitting.seat, now_preferred(sitting)
    if scenario.decider.id == seat:
        sitting.do(Decide, option=option, reason="It is what the facts say.", credits=tuple(others(sitting)))
    else:
        sitting.do(CloseTalk, option=option)


def now_preferred(sitting: Sitting) -> str:
    """Return what I prefer by all that I know now, weighed evenly; on a tie, what I preferred at first."""
    scenario, seat, voiced = sitting.scenario, sitting.seat, sitting.play.voiced
    known = [fact for fact in scenario.facts if seat in fact.held_by or fact.id in voiced]
    return lean(scenario, known, first_preference(scenario, seat))


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
