"""What those who lead a session may know of its groups: how far they are, who is there, and how much was said.

What was said is shown only after somebody has asked for it, which the group is told.
"""

from collections import Counter
from datetime import datetime

from dlcourse.domain.live.console_views import ConsoleGroup, ConsoleSeat, LivePerson, SurfacedFact
from dlcourse.domain.live.group import LiveGroup
from dlcourse.domain.live.room import Room
from dlcourse.domain.live.seat import Readable, holder, outcome, stated, timer_of, told_at
from dlcourse.domain.live.settings import Arm
from dlcourse.domain.live.to_come import seats_to_come
from dlcourse.domain.roleplay.messages import QuestionAsked
from dlcourse.domain.roleplay.scenario import Scenario


def people(room: Room, known: Readable) -> tuple[LivePerson, ...]:
    """Everybody who has come in, in that order."""
    return tuple(_person(room, person, known) for person in room.entered)


def _person(room: Room, person: str, known: Readable) -> LivePerson:
    place = room.places.get(person)
    return LivePerson(
        person=person,
        name=known.names.get(person, ""),
        watches=person in room.watching,
        group=place.group if place else 0,
        role=place.role if place else "",
        called=room.calls.get(person, ""),
    )


def group_to_come(room: Room, number: int, scenario: Scenario, known: Readable) -> ConsoleGroup:
    """A group before the start: its seats, as they will be."""
    watching = tuple(place.person for place in room.in_group(number) if not place.role)
    seats = tuple(
        ConsoleSeat(
            role=seat.role.id,
            name=seat.role.name,
            person=seat.person,
            person_name=known.names.get(seat.person, ""),
            holder=seat.holder,
            decides=seat.decides,
            turns=0,
            stated=False,
        )
        for seat in seats_to_come(room, number, scenario)
    )
    return _EMPTY.model_copy(
        update={
            "number": number,
            "arm": room.arm(number),
            "seats": seats,
            "observers": watching,
            "players": sum(seat.holder == "person" for seat in seats),
            "unique": len(scenario.unique),
        }
    )


def console_group(group: LiveGroup, known: Readable, now: datetime) -> ConsoleGroup:
    """A group that has started."""
    unique, voiced = {fact.id for fact in group.scenario.unique}, group.play.voiced
    questions = [said.turn for said in group.play.said if isinstance(said.turn, QuestionAsked)]
    return ConsoleGroup(
        number=group.formed.group,
        arm=group.formed.arm,
        phase=group.phase,
        steps=group.steps,
        timer=timer_of(group, now),
        seats=_seats(group, known),
        observers=tuple(sorted(group.observers)),
        stated=stated(group),
        players=len(group.present),
        unique=len(unique),
        surfaced=len(unique & voiced.keys()),
        turns=len(group.play.said),
        dissent=sum(asked.how == "dissent" for asked in questions),
        shown=group.shown,
        facts=_facts(group) if group.shown else (),
        outcome=outcome(group, known.texts if group.shown else {}),
        chooser=group.chooser if group.phase == "choice" else "",
        scene=group.play.here.title,
    )


def _seats(group: LiveGroup, known: Readable) -> tuple[ConsoleSeat, ...]:
    turns = Counter(said.turn.role for said in group.play.said)
    said = group.play.closed if group.phase == "decision" else group.play.before.keys()
    return tuple(
        ConsoleSeat(
            role=role.id,
            name=role.name,
            person=(person := group.seats.get(role.id, "")),
            person_name=known.names.get(person, ""),
            holder=holder(group, role.id),
            decides=role.id == group.decider,
            turns=turns[role.id],
            stated=role.id in said,
        )
        for role in group.scenario.roles
    )


def _facts(group: LiveGroup) -> tuple[SurfacedFact, ...]:
    return tuple(
        SurfacedFact(text=group.scenario.fact(fact).text, by=voicing.role, at=told_at(group, fact))
        for fact, voicing in group.play.voiced.items()
    )


_EMPTY = ConsoleGroup(
    number=0,
    arm=Arm(),
    phase="waiting",
    steps=0,
    timer=None,
    seats=(),
    observers=(),
    stated=0,
    players=0,
    unique=0,
    surfaced=0,
    turns=0,
    dissent=0,
    shown=False,
    facts=(),
    outcome=None,
    chooser="",
    scene="",
)
