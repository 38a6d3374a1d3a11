"""What one person may know of their group: their own packet, and what everybody at the table knows.

Somebody who observes knows what everybody at the table knows. Nothing here looks at another role's packet.
"""

from collections import Counter
from collections.abc import Mapping
from datetime import datetime

from dlcourse.domain.live.group import LiveGroup
from dlcourse.domain.live.moves import may_go_on
from dlcourse.domain.live.room import Room
from dlcourse.domain.live.seat_views import (
    ChoicePoint,
    FactSource,
    Holder,
    KnowsCount,
    LiveFact,
    LiveGroupView,
    LiveMate,
    LiveOutcome,
    LiveTimer,
)
from dlcourse.domain.live.seating import SeatPlace
from dlcourse.domain.live.table_talk import table_talk
from dlcourse.domain.live.to_come import seats_to_come
from dlcourse.domain.roleplay.moves import open_choices
from dlcourse.domain.roleplay.scenario import Fact, Scenario
from dlcourse.domain.roleplay.table import NamedChoice, gauges
from dlcourse.domain.speech import Value


class Readable(Value):
    """What is read beside a group: names by person, and the words that its events point to."""

    names: dict[str, str]
    texts: dict[str, str]


def group_for(group: LiveGroup, role: str, known: Readable, now: datetime) -> LiveGroupView:
    """The group as this role sees it; as an observer does if the role is empty."""
    scenario, play, talk = group.scenario, group.play, table_talk(group, known.texts)
    return LiveGroupView(
        phase=group.phase,
        steps=group.steps,
        timer=timer_of(group, now),
        setting=scenario.setting,
        options=tuple(NamedChoice(id=option.id, name=option.name) for option in scenario.options),
        mates=mates(group, role, known.names),
        observers=len(group.observers),
        facts=known_facts(group, role),
        passages=talk.passages,
        notes=talk.notes,
        gauges=gauges(play),
        decider=group.decider,
        stated=stated(group),
        players=len(group.present),
        before=play.before.get(role, ""),
        after=play.after.get(role, ""),
        outcome=outcome(group, known.texts),
        choice=choice_point(group, role),
        knowledge_map=knowledge_map(group) if group.formed.arm.knowledge_map else (),
        shown=group.shown,
        may_go_on=may_go_on(group, role),
    )


def timer_of(group: LiveGroup, now: datetime) -> LiveTimer:
    """The clock of the group's phase."""
    return LiveTimer(until=group.until, left=group.left, paused=group.paused, now=now)


def mates(group: LiveGroup, role: str, names: Mapping[str, str]) -> tuple[LiveMate, ...]:
    """The roles at the table, in the order of the file."""
    turns = Counter(said.turn.role for said in group.play.said)
    return tuple(
        LiveMate(
            role=each.id,
            name=each.name,
            about=each.about,
            person=names.get(group.seats.get(each.id, ""), ""),
            holder=holder(group, each.id),
            decides=each.id == group.decider,
            you=each.id == role,
            turns=turns[each.id],
        )
        for each in group.scenario.roles
    )


def mates_to_come(room: Room, place: SeatPlace, scenario: Scenario, known: Readable) -> tuple[LiveMate, ...]:
    """The roles of a group before the start, and who will play them; none for somebody who has no place yet."""
    return tuple(
        LiveMate(
            role=seat.role.id,
            name=seat.role.name,
            about=seat.role.about,
            person=known.names.get(seat.person, ""),
            holder=seat.holder,
            decides=seat.decides,
            you=seat.role.id == place.role,
            turns=0,
        )
        for seat in (seats_to_come(room, place.group, scenario) if place.group else ())
    )


def holder(group: LiveGroup, role: str) -> Holder:
    """Who acts for a role."""
    if role in group.present:
        return "person"
    if role in group.acting:
        return "stand-in"
    return "gone" if role in group.gone else "nobody"


def known_facts(group: LiveGroup, role: str) -> tuple[LiveFact, ...]:
    """The facts that this role knows, in the order of the file; without a role, those that everybody knows."""
    everyone = {fact.id for fact in group.scenario.shared}
    known = group.knows(role) if role else [fact for fact in group.scenario.facts if _is_common(group, fact, everyone)]
    return tuple(_fact(group, fact, _since(group, fact, role, everyone)) for fact in known)


def _is_common(group: LiveGroup, fact: Fact, everyone: set[str]) -> bool:
    return fact.id in everyone or fact.id in group.play.heard


def _since(group: LiveGroup, fact: Fact, role: str, everyone: set[str]) -> FactSource:
    if fact.id in everyone:
        return "everyone"
    if role in fact.held_by:
        return "own"
    if role in group.holders(fact):
        return "dealt"
    return "heard" if fact.id in group.play.voiced else "revealed"


def _fact(group: LiveGroup, fact: Fact, since: FactSource) -> LiveFact:
    if fact.id not in group.play.voiced:
        return LiveFact(id=fact.id, text=fact.text, since=since)
    new_to = tuple(role.id for role in group.scenario.roles if role.id in group.new_to.get(fact.id, ()))
    by = group.play.voiced[fact.id].role
    return LiveFact(id=fact.id, text=fact.text, since=since, by=by, at=told_at(group, fact.id), new_to=new_to)


def told_at(group: LiveGroup, fact: str) -> str:
    """When a fact was said first (ISO 8601, UTC); empty if it was not."""
    times = zip(group.play.said, group.times, strict=True)
    return next((at for said, at in times if getattr(said.turn, "fact", "") == fact), "")


def stated(group: LiveGroup) -> int:
    """How many of those present have stated their preference: before the talk, or after it."""
    said = group.play.closed if group.phase == "decision" else group.play.before.keys()
    return len(group.present & said)


def outcome(group: LiveGroup, texts: Mapping[str, str]) -> LiveOutcome | None:
    """What was decided; None as long as the group can still decide."""
    decided = group.play.decided
    if decided is None:
        return LiveOutcome(option="", by="", reason="", credits=()) if group.is_over else None
    reason = texts.get(decided.reason, "")
    return LiveOutcome(option=decided.option, by=decided.role, reason=reason, credits=decided.credits)


def choice_point(group: LiveGroup, role: str) -> ChoicePoint | None:
    """The branching scene that the group is in."""
    if group.phase != "choice":
        return None
    return ChoicePoint(
        scene=group.play.scene,
        chooser=group.chooser,
        yours=group.may_choose(role),
        choices=tuple(NamedChoice(id=choice.id, name=choice.text) for choice in open_choices(group.play)),
        would=dict(group.would.get(group.play.scene, {})),
    )


def knowledge_map(group: LiveGroup) -> tuple[KnowsCount, ...]:
    """How many facts each role holds that not everybody does."""
    unique = group.scenario.unique
    return tuple(
        KnowsCount(role=role.id, facts=sum(role.id in group.holders(fact) for fact in unique))
        for role in group.scenario.roles
    )
