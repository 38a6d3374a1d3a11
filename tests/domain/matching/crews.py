"""One small team, worked out by hand, and a plan that somebody made for it."""

from decimal import Decimal

from dlcourse.domain.matching.plan import Coaching, Naming, Plan
from dlcourse.domain.matching.team import Person, Task, Team


def crew() -> Team:
    """Four people, two tasks, three skills; nobody knows any Drums, Dan has no hours."""
    return Team(
        skills=("Maps", "Songs", "Drums"),
        people=(
            Person(name="Ana", role="teacher", hours=Decimal(6), levels={"Maps": 5, "Songs": 2}, wants=("Songs",)),
            Person(name="Ben", role="custodian", hours=Decimal(4), levels={"Songs": 4}, wants=("Maps",)),
            Person(name="Cho", role="Teacher ", hours=Decimal("2.5"), levels={"Maps": 2}),
            Person(name="Dan", role="secretary", hours=Decimal(0), wants=("Songs",)),
        ),
        work=(
            Task(name="Atlas", hours=Decimal(2), least=1, most=2, needs={"Maps": 3, "Songs": 3}),
            Task(name="Band", hours=Decimal(3), least=1, most=1, needs={"Songs": 4, "Drums": 1}),
        ),
    )


def read_crew() -> Team:
    """The same team as a file gives it: without the blank behind a role."""
    people = [person.model_copy(update={"role": person.role.strip()}) for person in crew().people]
    return crew().model_copy(update={"people": tuple(people)})


def laid_out() -> Plan:
    """Ana and Ben do the atlas: Ana is accountable, coached by Ben. Ben does the band. Dan learns on the atlas."""
    return Plan(
        contributors={"Atlas": ("Ana", "Ben"), "Band": ("Ben",)},
        learners={"Atlas": ("Dan",)},
        accountable={"Atlas": "Ana", "Band": "Ben"},
        experts=(
            Naming(task="Atlas", skill="Maps", person="Ana"),
            Naming(task="Atlas", skill="Songs", person="Ben"),
            Naming(task="Band", skill="Songs", person="Ben"),
        ),
        coaching=(
            Coaching(task="Atlas", skill="Songs", coach="Ben", learner="Ana"),
            Coaching(task="Atlas", skill="Songs", coach="Ben", learner="Dan"),
            Coaching(task="Atlas", skill="Maps", coach="Ana", learner="Ben"),
        ),
    )
