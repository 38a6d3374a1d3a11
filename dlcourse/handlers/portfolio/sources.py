"""What a person has done that can go into a portfolio, other than what they wrote in their log: each kind by id."""

from collections.abc import Callable
from dataclasses import dataclass
from functools import partial
from typing import TypeVar

from dlcourse.domain.matching.plan_views import TeamMark, Thread
from dlcourse.domain.policy import member_of
from dlcourse.domain.portfolio.messages import Kind, PlanPiece, PlayPiece, PracticePiece, RoundPiece, SelfCheckPiece
from dlcourse.domain.roleplay.debrief import DebriefView
from dlcourse.domain.roleplay.messages import Debrief
from dlcourse.domain.scrutiny.own_practice import OwnPractice, OwnPracticeView
from dlcourse.domain.selfcheck.check_again import CheckAgain, CheckAgainView
from dlcourse.domain.selfcheck.readiness import Check, CheckView, levels_of
from dlcourse.domain.speech import View
from dlcourse.handlers.context import Heavy, ReadContext, look_up
from dlcourse.handlers.matching import plan_records
from dlcourse.handlers.roleplay.plays import plays
from dlcourse.handlers.scrutiny.rounds import rounds_of
from dlcourse.handlers.selfcheck.readiness import events as started
from dlcourse.pages.matching.plan_teams import team_name
from dlcourse.store import StreamSummary

V = TypeVar("V", bound=View)
Content = PlayPiece | SelfCheckPiece | PlanPiece | PracticePiece | RoundPiece


@dataclass(frozen=True)
class Found:
    """Something that can be chosen: what it is called, and what reads all of it, None where its words are gone."""

    title: str
    begins: str
    where: str
    at: str
    read: Callable[[], Content | None]


def found(context: ReadContext) -> dict[Kind, dict[str, Found]]:
    """All that this person could choose, of each kind, the newest first."""
    return {
        "play": _plays(context),
        "plan": _plans(context),
        "round": _rounds(context),
        "practice": _practices(context),
        "check": _checks(context),
    }


def _plays(context: ReadContext) -> dict[str, Found]:
    def read(play: str, number: int, at: str) -> PlayPiece:
        return PlayPiece(number=number, at=at, debrief=_seen(DebriefView, look_up(Debrief(play=play), context)))

    return {
        one.play: Found(
            f"{one.title}: attempt {one.number}",
            one.outcome or one.decided,
            one.seat,
            one.changed,
            partial(read, one.play, one.number, one.changed),
        )
        for one in plays(context)
        if one.ended
    }


def _plans(context: ReadContext) -> dict[str, Found]:
    every = plan_records.all_plans(context.transaction, context.person)
    listed: dict[str, Found] = {}
    for team, made in every.items():
        mark = plan_records.mark_of(context, team, {})
        for kept, one in made:
            if mark and one.made and not one.made.conflict:
                name = context.transaction.text(one.name) or ""
                read = partial(_planned, context, kept, one, mark)
                listed[kept.stream.removeprefix(plan_records.PLAN)] = Found(
                    name, "", team_name(mark), kept.changed, read
                )
    return listed


def _planned(context: ReadContext, kept: StreamSummary, one: Thread, team: TeamMark) -> PlanPiece | None:
    made = plan_records.made_of(context.transaction, one)
    if made is None or made.outcome.plan is None:
        return None
    return PlanPiece(
        name=context.transaction.text(one.name) or "",
        team=team_name(team),
        at=kept.changed,
        members=plan_records.team_of(context.transaction, context.person, team.team),
        plan=made.outcome.plan,
        proven=made.outcome.proven,
    )


def _rounds(context: ReadContext) -> dict[str, Found]:
    """What one learned from a round; what others said there is theirs, and no piece of one's own."""
    listed: dict[str, Found] = {}
    for exercise in _of_kind("open-practice", context):
        title = context.library.case(exercise).title
        for round_id, circle in rounds_of(exercise, context):
            if said := circle.learned.get(member_of(circle, context.person)):
                listed[round_id] = _learned(title, said.words, context)
    return listed


def _learned(title: str, at: str, context: ReadContext) -> Found:
    words = context.transaction.texts([f"{at}/learned", f"{at}/trying"])
    learned, trying = (words.get(f"{at}/{part}", "") for part in ("learned", "trying"))
    content = RoundPiece(title=title, learned=learned, trying=trying) if words else None
    return Found(title, learned, "", "", partial(_same, content))


def _practices(context: ReadContext) -> dict[str, Found]:
    listed: dict[str, Found] = {}
    for exercise in _of_kind("own-practice", context):
        view = _seen(OwnPracticeView, look_up(OwnPractice(exercise=exercise), context))
        written = [(part.label, words) for part, words in view.parts if words.strip()]
        eyes = [(f"{each.eyes.name}: {each.eyes.question}", each.words) for each in view.eyes if each.words.strip()]
        if written:
            content = PracticePiece(title=view.title, parts=(*written, *eyes))
            listed[exercise] = Found(view.title, written[0][1], "", "", partial(_same, content))
    return listed


def _checks(context: ReadContext) -> dict[str, Found]:
    past = started(context.transaction, context.person)
    listed: dict[str, Found] = {}
    for check in _of_kind("self-check", context):
        if any(levels_of(past, check, round_) for round_ in (1, 2)):
            first = _seen(CheckView, look_up(Check(check=check), context))
            both = _seen(CheckAgainView, look_up(CheckAgain(check=check), context))
            listed[check] = Found(first.title, "", "", "", partial(_same, SelfCheckPiece(first=first, both=both)))
    return listed


def _same(content: Content | None) -> Content | None:
    return content


def _of_kind(kind: str, context: ReadContext) -> list[str]:
    return [each.of for each in context.library.curriculum().exercises if each.kind == kind]


def _seen(kind: type[V], view: View | Heavy) -> V:
    assert isinstance(view, kind)
    return view
