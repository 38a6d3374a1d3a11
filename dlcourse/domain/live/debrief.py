"""The debrief of a live group, and the figures of all groups of a session, which count groups and never people."""

from collections import Counter
from collections.abc import Iterable, Sequence
from statistics import median

from dlcourse.domain.live.debrief_views import ArmFigures, LiveDebriefView, LiveRoomView, PreferenceMoved
from dlcourse.domain.live.group import LiveGroup
from dlcourse.domain.live.room import Room
from dlcourse.domain.live.seat import Readable, known_facts, mates, outcome
from dlcourse.domain.live.seat_views import LiveFact, LiveOutcome
from dlcourse.domain.live.settings import Arm
from dlcourse.domain.live.table_talk import table_talk
from dlcourse.domain.roleplay.debrief import AskedBack, Talk, talk_of
from dlcourse.domain.roleplay.messages import QuestionAsked
from dlcourse.domain.roleplay.scenario import End, Scenario
from dlcourse.domain.roleplay.table import NamedChoice
from dlcourse.errors import CourseError

UNDECIDED = LiveOutcome(option="", by="", reason="", credits=())


def debrief_group(group: LiveGroup, role: str, known: Readable) -> LiveDebriefView:
    """The debrief for one seat of the group, or for an observer if the role is empty; observers see no preferences.

    `CourseError` before the group is in its debrief, because it reveals what everybody knew.
    """
    if group.phase != "debrief":
        raise CourseError("debrief", "the group has not come to its debrief yet", "Play on until then.")
    scenario, play, talk = group.scenario, group.play, table_talk(group, known.texts)
    return LiveDebriefView(
        session=group.formed.session,
        number=group.formed.group,
        title=scenario.title,
        arm=group.formed.arm,
        role=role,
        mates=mates(group, role, known.names),
        options=_options(scenario),
        best=scenario.best or "",
        outcome=outcome(group, known.texts) or UNDECIDED,
        talk=_talk(group, role) if play.decided else None,
        facts=_all_facts(group),
        held_by={fact.id: fact.held_by for fact in scenario.facts},
        preferences=_preferences(group) if role else (),
        passages=talk.passages,
        notes=talk.notes,
        began=group.began,
        end=play.here.title or play.here.id if isinstance(play.here, End) else "",
        questions=tuple(AskedBack(ask=asked.ask, principles=asked.principles) for asked in scenario.debrief),
    )


def debrief_for_leaders(group: LiveGroup, known: Readable) -> LiveDebriefView:
    """The debrief for those who lead the session: nobody's preferences, and what was said only if they asked for it."""
    view = debrief_group(group, "", known)
    if group.shown:
        return view
    decided = view.outcome.model_copy(update={"reason": ""})
    return view.model_copy(update={"passages": (), "notes": (), "outcome": decided})


def room_figures(room: Room, session: str, scenario: Scenario, groups: Sequence[LiveGroup]) -> LiveRoomView:
    """The figures of all groups, arm by arm, in the order in which the arms first occur."""
    arms = list(dict.fromkeys(group.formed.arm for group in groups))
    by_arm = {arm: [group for group in groups if group.formed.arm == arm] for arm in arms}
    return LiveRoomView(
        session=session,
        cohort=room.opened.cohort,
        title=scenario.title,
        options=_options(scenario),
        best=scenario.best or "",
        decoy=scenario.decoy or "",
        arms=tuple(_arm_figures(arm, some, scenario) for arm, some in by_arm.items()),
        ends=dict(Counter(group.play.here.title for group in groups if isinstance(group.play.here, End))),
    )


def _arm_figures(arm: Arm, groups: Sequence[LiveGroup], scenario: Scenario) -> ArmFigures:
    finished = [group for group in groups if group.is_over]
    decided = Counter(group.play.decided.option for group in finished if group.play.decided)
    return ArmFigures(
        arm=arm,
        groups=len(groups),
        finished=len(finished),
        undecided=len(finished) - decided.total(),
        solved=decided[scenario.best] if scenario.best else 0,
        misled=decided[scenario.decoy] if scenario.decoy else 0,
        decided=dict(decided),
        coverage=_coverage(group for group in finished if group.play.decided),
        doubted=sum(_doubted(group) for group in finished),
    )


def _coverage(groups: Iterable[LiveGroup]) -> float | None:
    shares = [share for group in groups if (share := _share_voiced(group)) is not None]
    return median(shares) if shares else None


def _share_voiced(group: LiveGroup) -> float | None:
    unique = {fact.id for fact in group.scenario.unique}
    return len(unique & group.play.voiced.keys()) / len(unique) if unique else None


def _doubted(group: LiveGroup) -> bool:
    turns = (said.turn for said in group.play.said)
    return any(isinstance(turn, QuestionAsked) and turn.how == "dissent" for turn in turns)


def _talk(group: LiveGroup, role: str) -> Talk:
    """The scores of the talk; to somebody who has no seat, without anybody's preference."""
    talk = talk_of(group.play, role)
    if role:
        return talk
    return talk.model_copy(update={"roles": tuple(row.model_copy(update={"first": ""}) for row in talk.roles)})


def _preferences(group: LiveGroup) -> tuple[PreferenceMoved, ...]:
    before, after = group.play.before, group.play.after
    return tuple(
        PreferenceMoved(role=role.id, before=before.get(role.id, ""), after=after.get(role.id, ""))
        for role in group.scenario.roles
        if role.id in before or role.id in group.seats
    )


def _all_facts(group: LiveGroup) -> tuple[LiveFact, ...]:
    """Every fact, as somebody would know it who holds them all."""
    known = {fact.id: fact for role in group.scenario.roles for fact in known_facts(group, role.id)}
    return tuple(known[fact.id] for fact in group.scenario.facts if fact.id in known)


def _options(scenario: Scenario) -> tuple[NamedChoice, ...]:
    return tuple(NamedChoice(id=option.id, name=option.name) for option in scenario.options)
