"""What a person has done that can go into a portfolio, other than what they wrote in their log: each kind by id."""

from collections.abc import Callable
from dataclasses import dataclass
from functools import partial
from typing import TypeVar

from dlcourse.course import plans
from dlcourse.course.desk import Heavy, ReadingDesk, look_up
from dlcourse.course.roleplay import plays
from dlcourse.course.scrutiny import rounds_of
from dlcourse.course.start import events as started
from dlcourse.domain.check_again import CheckAgain, CheckAgainView
from dlcourse.domain.debrief import DebriefView
from dlcourse.domain.own_practice import OwnPractice, OwnPracticeView
from dlcourse.domain.planned import TeamMark, Thread
from dlcourse.domain.policy import member_of
from dlcourse.domain.portfolio import Checked, Kind, Learned, Planned, Played, Practice
from dlcourse.domain.roleplay import Debrief
from dlcourse.domain.speech import View
from dlcourse.domain.start import Check, CheckView, levels_of
from dlcourse.pages.plan_props import team_name
from dlcourse.store import Begun

V = TypeVar("V", bound=View)
Content = Played | Checked | Planned | Practice | Learned


@dataclass(frozen=True)
class Found:
    """Something that can be chosen: what it is called, and what reads all of it, None where its words are gone."""

    title: str
    begins: str
    where: str
    at: str
    read: Callable[[], Content | None]


def found(desk: ReadingDesk) -> dict[Kind, dict[str, Found]]:
    """All that this person could choose, of each kind, the newest first."""
    return {
        "play": _plays(desk),
        "plan": _plans(desk),
        "round": _rounds(desk),
        "practice": _practices(desk),
        "check": _checks(desk),
    }


def _plays(desk: ReadingDesk) -> dict[str, Found]:
    def read(play: str, number: int, at: str) -> Played:
        return Played(number=number, at=at, debrief=_seen(DebriefView, look_up(Debrief(play=play), desk)))

    return {
        one.play: Found(
            f"{one.title}: attempt {one.number}",
            one.outcome or one.decided,
            one.seat,
            one.changed,
            partial(read, one.play, one.number, one.changed),
        )
        for one in plays(desk)
        if one.ended
    }


def _plans(desk: ReadingDesk) -> dict[str, Found]:
    every = plans.all_plans(desk.books, desk.person)
    listed: dict[str, Found] = {}
    for team, made in every.items():
        mark = plans.mark_of(desk, team, {})
        for kept, one in made:
            if mark and one.made and not one.made.conflict:
                name = desk.books.text(one.name) or ""
                read = partial(_planned, desk, kept, one, mark)
                listed[kept.stream.removeprefix(plans.PLAN)] = Found(name, "", team_name(mark), kept.changed, read)
    return listed


def _planned(desk: ReadingDesk, kept: Begun, one: Thread, team: TeamMark) -> Planned | None:
    made = plans.made_of(desk.books, one)
    if made is None or made.outcome.plan is None:
        return None
    return Planned(
        name=desk.books.text(one.name) or "",
        team=team_name(team),
        at=kept.changed,
        members=plans.team_of(desk.books, desk.person, team.team),
        plan=made.outcome.plan,
        proven=made.outcome.proven,
    )


def _rounds(desk: ReadingDesk) -> dict[str, Found]:
    """What one learned from a round; what others said there is theirs, and no piece of one's own."""
    listed: dict[str, Found] = {}
    for exercise in _of_kind("open-practice", desk):
        title = desk.library.case(exercise).title
        for round_id, circle in rounds_of(exercise, desk):
            if said := circle.learned.get(member_of(circle, desk.person)):
                listed[round_id] = _learned(title, said.words, desk)
    return listed


def _learned(title: str, at: str, desk: ReadingDesk) -> Found:
    words = desk.books.texts([f"{at}/learned", f"{at}/trying"])
    learned, trying = (words.get(f"{at}/{part}", "") for part in ("learned", "trying"))
    content = Learned(title=title, learned=learned, trying=trying) if words else None
    return Found(title, learned, "", "", partial(_same, content))


def _practices(desk: ReadingDesk) -> dict[str, Found]:
    listed: dict[str, Found] = {}
    for exercise in _of_kind("own-practice", desk):
        view = _seen(OwnPracticeView, look_up(OwnPractice(exercise=exercise), desk))
        written = [(part.label, words) for part, words in view.parts if words.strip()]
        eyes = [(f"{each.eyes.name}: {each.eyes.question}", each.words) for each in view.eyes if each.words.strip()]
        if written:
            content = Practice(title=view.title, parts=(*written, *eyes))
            listed[exercise] = Found(view.title, written[0][1], "", "", partial(_same, content))
    return listed


def _checks(desk: ReadingDesk) -> dict[str, Found]:
    past = started(desk.books, desk.person)
    listed: dict[str, Found] = {}
    for check in _of_kind("self-check", desk):
        if any(levels_of(past, check, round_) for round_ in (1, 2)):
            first = _seen(CheckView, look_up(Check(check=check), desk))
            both = _seen(CheckAgainView, look_up(CheckAgain(check=check), desk))
            listed[check] = Found(first.title, "", "", "", partial(_same, Checked(first=first, both=both)))
    return listed


def _same(content: Content | None) -> Content | None:
    return content


def _of_kind(kind: str, desk: ReadingDesk) -> list[str]:
    return [each.of for each in desk.library.curriculum().exercises if each.kind == kind]


def _seen(kind: type[V], view: View | Heavy) -> V:
    assert isinstance(view, kind)
    return view
