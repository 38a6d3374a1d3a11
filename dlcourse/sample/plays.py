"""How the made-up people play a role-play alone: some ask well, some only say what they want, some go round by name."""

from dlcourse.content.roleplay.shelf import playable_scenario
from dlcourse.domain.roleplay.messages import (
    Ask,
    BeginPlay,
    CloseTalk,
    Decide,
    MakeChoice,
    ShareFact,
    StatePreference,
    Table,
    VoiceIdea,
)
from dlcourse.domain.roleplay.scenario import Scenario
from dlcourse.domain.roleplay.table import TableView
from dlcourse.sample.participant import Participant

MOVES = 9
"""How many moves somebody makes in a talk."""
REASON = "It is what the facts at this table add up to, and two of us saw it for ourselves."


def play(person: Participant, scenario: str) -> None:
    """Play a role-play to its end, from a seat that the dice choose."""
    case = playable_scenario(person.library, scenario)
    name, seat = person.new_id(), person.dice.choice(case.roles).id
    person.do(BeginPlay, play=name, scenario=scenario, seat=seat)
    said = 0
    while (table := person.see(Table(play=name), TableView)).stage not in {"end", "wait"}:
        match table.stage:
            case "prefer":
                person.do(StatePreference, play=name, option=person.dice.choice(table.options).id)
            case "talk" if said < MOVES:
                said += 1
                _talk(person, table, said)
            case "talk" | "decide":
                _close(person, table, case)
            case _:
                choice = person.dice.choice(table.choices).id
                person.do(MakeChoice, play=name, scene=table.passages[-1].scene, choice=choice)


def _talk(person: Participant, table: TableView, turn: int) -> None:
    others = [seat.id for seat in table.seats if not seat.you]
    own = [fact.id for fact in table.facts if fact.since == "own" and not fact.by]
    if person.about.talk == "tells":
        person.do(VoiceIdea, play=table.play, option=table.before)
    elif own and turn % 3 == 0:
        person.do(ShareFact, play=table.play, fact=own[0])
    elif person.about.talk == "names":
        person.do(Ask, play=table.play, how="rank")
    elif turn % 4 == 1:
        person.do(Ask, play=table.play, how="dissent")
    else:
        person.do(Ask, play=table.play, how="expertise", to=others[turn % len(others)])


def _close(person: Participant, table: TableView, case: Scenario) -> None:
    option = _choice(person, table, case)
    if any(seat.you and seat.decides for seat in table.seats):
        heard = sorted({fact.by for fact in table.facts if fact.since == "heard" and fact.by})
        person.do(Decide, play=table.play, option=option, reason=REASON, credits=heard[:3])
    else:
        person.do(CloseTalk, play=table.play, option=option)


def _choice(person: Participant, table: TableView, case: Scenario) -> str:
    """What somebody prefers at the end: the best option if they have heard enough, and else what they began with."""
    heard = sum(fact.since == "heard" for fact in table.facts)
    informed = person.lucky(person.about.skill) and heard > 1
    best = case.best if case.best and informed else None
    return best or table.before
