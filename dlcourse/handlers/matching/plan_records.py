"""Reads one person's stored teams and plans: a stream for each. Names and results are texts that belong to the person.

It never writes, and it returns only what this person began.
"""

from collections.abc import Iterable, Iterator

from dlcourse.domain.matching.plan import Wishes
from dlcourse.domain.matching.plan_messages import PLAN, TEAM, PlanMade
from dlcourse.domain.matching.plan_views import Made, PlanMark, TeamMark, Thread, brought, no_such, thread
from dlcourse.domain.matching.team import Team
from dlcourse.domain.speech import Event
from dlcourse.errors import CourseError
from dlcourse.handlers.context import ReadContext
from dlcourse.handlers.registry import exercise_done, exercise_last
from dlcourse.store import ReadTransaction, StreamSummary

Kept = tuple[StreamSummary, Thread]
"""A plan's stream and its events, folded."""


def mine(transaction: ReadTransaction, person: str, stream: str) -> tuple[Event, ...]:
    """The events of a stream that this person began; none if it belongs to somebody else or never existed."""
    kept = transaction.events(stream)
    return tuple(each.event for each in kept) if kept and kept[0].actor == person else ()


def team_of(transaction: ReadTransaction, person: str, team: str) -> Team:
    """A team of this person, as it is now. Raises a `CourseError` if there is none."""
    return _team(transaction, brought(mine(transaction, person, TEAM + team)).words)


def members_of(transaction: ReadTransaction, one: Thread) -> Team:
    """The team that a plan was made with, as it was then. Raises a `CourseError` if it was deleted."""
    return _team(transaction, one.members)


def _team(transaction: ReadTransaction, text: str) -> Team:
    words = transaction.text(text)
    if words is None:
        raise no_such("team")
    return Team.model_validate_json(words)


def made_of(transaction: ReadTransaction, one: Thread) -> Made | None:
    """The result of a search, if it has ended."""
    words = transaction.text(one.made.words) if one.made else None
    return Made.model_validate_json(words) if words else None


def wishes_of(transaction: ReadTransaction, one: Thread) -> Wishes:
    """What the person fixed before the search."""
    return Wishes.model_validate_json(transaction.text(one.begun.words) or "{}")


def free_plan(transaction: ReadTransaction, person: str, team: str) -> str:
    """The newest plan for the whole team as it is now, without wishes; empty if there is none."""
    now = brought(mine(transaction, person, TEAM + team)).words
    for kept, one in _each_plan(transaction, person):
        free = one.begun.team == team and not one.begun.wishes and not one.begun.away and one.members == now
        if free and one.standing(searching=False) == "made":
            return kept.stream.removeprefix(PLAN)
    return ""


@exercise_done("plan")
def has_made_a_plan(_: str, context: ReadContext) -> bool:
    """Whether the person of this context has ever had a plan made."""
    return any_made(context.transaction, context.person)


@exercise_last("plan")
def last_made(_: str, context: ReadContext) -> str:
    return max((kept.changed for kept in context.transaction.streams(PLAN, context.person)), default="")


def any_made(transaction: ReadTransaction, person: str) -> bool:
    """Whether this person has ever had a plan made, including plans that were removed since."""
    streams = (mine(transaction, person, kept.stream) for kept in transaction.streams_and_events(PLAN, person))
    return any(isinstance(event, PlanMade) and not event.conflict for events in streams for event in events)


def team_mark(context: ReadContext, team: str) -> TeamMark:
    """A team as a list entry. Raises a `CourseError` if there is none."""
    mark = mark_of(context, team, all_plans(context.transaction, context.person))
    if mark is None:
        raise no_such("team")
    return mark


def plan_mark(context: ReadContext, kept: StreamSummary, one: Thread) -> PlanMark:
    """A plan as a list entry."""
    return PlanMark(
        plan=kept.stream.removeprefix(PLAN),
        name=name_of(context.transaction, one),
        standing=one.standing(searching=context.jobs.work(kept.stream) is not None),
        wishes=one.begun.wishes,
        away=one.begun.away,
        begun=kept.began,
    )


def name_of(transaction: ReadTransaction, one: Thread) -> str:
    """The name that the person gave a plan; empty if it was erased."""
    return transaction.texts([one.name]).get(one.name, "")


def read_names(transaction: ReadTransaction, plans: Iterable[Thread]) -> None:
    """Read the names of these plans at once, for whoever asks for each `name_of`."""
    transaction.texts([one.name for one in plans])


def plans_of(transaction: ReadTransaction, person: str, team: str) -> list[Kept]:
    """The plans of one of this person's teams that were not removed, the newest first."""
    return all_plans(transaction, person).get(team, [])


def all_plans(transaction: ReadTransaction, person: str) -> dict[str, list[Kept]]:
    """All plans of this person that were not removed, by the ids of their teams, the newest first."""
    found: dict[str, list[Kept]] = {}
    for kept, one in _each_plan(transaction, person):
        found.setdefault(one.begun.team, []).append((kept, one))
    return found


def _each_plan(transaction: ReadTransaction, person: str) -> Iterator[Kept]:
    """Each plan of this person that was not removed, the newest first."""
    for kept in transaction.streams_and_events(PLAN, person):
        try:
            one = thread(mine(transaction, person, kept.stream))
        except CourseError:  # it was removed
            continue
        yield kept, one


def mark_of(context: ReadContext, team: str, made: dict[str, list[Kept]]) -> TeamMark | None:
    """A team as a list entry, with its plans among those that were made; None if it was removed."""
    try:
        came = brought(mine(context.transaction, context.person, TEAM + team))
    except CourseError:
        return None
    name = context.transaction.text(f"{came.words}/name")
    if name is None:  # its words were erased
        return None
    plans = made.get(team, [])
    read_names(context.transaction, (one for _, one in plans))
    return TeamMark(
        team=team,
        name=name,
        sample=came.sample,
        people=came.people,
        work=came.work,
        skills=came.skills,
        plans=tuple(plan_mark(context, *kept) for kept in plans),
    )


def away_of(transaction: ReadTransaction, one: Thread) -> str:
    """Who is assumed to be away; empty if nobody is."""
    return transaction.text(f"{one.begun.words}/away") or ""


def those_there(team: Team, away: str) -> Team:
    """The members of the team who are not away."""
    return team.without(away) if away else team
