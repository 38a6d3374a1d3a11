"""What is kept of one person's teams and plans: a stream for each, names and outcomes in texts of their owner.

Only reads, and only what the person began.
"""

from contextlib import suppress

from dlcourse.course.desk import ReadingDesk
from dlcourse.domain.matching import Wishes
from dlcourse.domain.plan import PlanMade
from dlcourse.domain.planned import Made, PlanMark, TeamMark, Thread, brought, no_such, thread
from dlcourse.domain.speech import Event
from dlcourse.domain.team import Team
from dlcourse.errors import CourseError
from dlcourse.store import Begun, Reading

TEAM, PLAN = "team/", "plan/"
Kept = tuple[Begun, Thread]
"""A plan's stream and its events, folded."""


def mine(books: Reading, person: str, stream: str) -> tuple[Event, ...]:
    """The events of a stream that this person began; none where it is somebody else's, or never was."""
    kept = books.events(stream)
    return tuple(each.event for each in kept) if kept and kept[0].actor == person else ()


def team_of(books: Reading, person: str, team: str) -> Team:
    """A team of this person's; a `CourseError` where there is none."""
    words = books.text(brought(mine(books, person, TEAM + team)).words)
    if words is None:
        raise no_such("team")
    return Team.model_validate_json(words)


def made_of(books: Reading, one: Thread) -> Made | None:
    """What came of a search, where it has ended."""
    words = books.text(one.made.words) if one.made else None
    return Made.model_validate_json(words) if words else None


def wishes_of(books: Reading, one: Thread) -> Wishes:
    """What was fixed beforehand."""
    return Wishes.model_validate_json(books.text(one.begun.words) or "{}")


def free_plan(books: Reading, person: str, team: str) -> str:
    """The newest plan that was made of the whole team without wishes; empty where there is none."""
    for kept, one in plans_of(books, person, team):
        if one.standing(searching=False) == "made" and not one.begun.wishes and not one.begun.away:
            return kept.stream.removeprefix(PLAN)
    return ""


def any_made(books: Reading, person: str) -> bool:
    """Whether this person has ever had a plan made, also one that was removed since."""
    streams = (mine(books, person, kept.stream) for kept in books.streams(PLAN, person))
    return any(isinstance(event, PlanMade) and not event.conflict for events in streams for event in events)


def team_mark(desk: ReadingDesk, team: str) -> TeamMark:
    """A team for a list; a `CourseError` where there is none."""
    mark = mark_of(desk, team, all_plans(desk.books, desk.person))
    if mark is None:
        raise no_such("team")
    return mark


def plan_mark(desk: ReadingDesk, kept: Begun, one: Thread) -> PlanMark:
    """A plan for a list."""
    return PlanMark(
        plan=kept.stream.removeprefix(PLAN),
        name=desk.books.text(one.name) or "",
        standing=one.standing(searching=desk.workshop.work(kept.stream) is not None),
        wishes=one.begun.wishes,
        away=one.begun.away,
        begun=kept.began,
    )


def plans_of(books: Reading, person: str, team: str) -> list[Kept]:
    """The plans of one of this person's teams that were not removed, the newest first."""
    return all_plans(books, person).get(team, [])


def all_plans(books: Reading, person: str) -> dict[str, list[Kept]]:
    """All plans of this person that were not removed, by the ids of their teams, the newest first."""
    found: dict[str, list[Kept]] = {}
    for begun in books.streams(PLAN, person):
        with suppress(CourseError):  # it was removed
            one = thread(mine(books, person, begun.stream))
            found.setdefault(one.begun.team, []).append((begun, one))
    return found


def mark_of(desk: ReadingDesk, team: str, made: dict[str, list[Kept]]) -> TeamMark | None:
    """A team for a list, with its plans among those that were made; None where it was removed."""
    try:
        came = brought(mine(desk.books, desk.person, TEAM + team))
    except CourseError:
        return None
    name = desk.books.text(f"{came.words}/name")
    if name is None:  # its words were erased
        return None
    return TeamMark(
        team=team,
        name=name,
        sample=came.sample,
        people=came.people,
        work=came.work,
        skills=came.skills,
        plans=tuple(plan_mark(desk, *kept) for kept in made.get(team, [])),
    )
