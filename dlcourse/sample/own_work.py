"""What the made-up people write about their own work: the problem, a practice, the plan, a team, a portfolio."""

import time
from collections.abc import Iterable

from dlcourse.domain.inquiry.messages import SchedulePlan, WritePart
from dlcourse.domain.inquiry.parts import fields_of
from dlcourse.domain.learning.choices import CHOICES
from dlcourse.domain.learning.messages import EXPECTED, SetOwnPlace, TrySchool
from dlcourse.domain.matching.plan_messages import BeginPlan, PlanOf
from dlcourse.domain.matching.plan_views import PlanView
from dlcourse.domain.matching.typed.cells import to_text
from dlcourse.domain.matching.typed.messages import UseTeam
from dlcourse.domain.portfolio.certificate import IssueCertificate
from dlcourse.domain.portfolio.messages import Portfolio, PortfolioView, PutIn
from dlcourse.domain.scrutiny.own_practice import OpeningUp, ReadAs, WriteDown
from dlcourse.sample.participant import Participant, made_up_id
from dlcourse.sample.people import WHOLE_COURSE
from dlcourse.sample.words import PARTS, PRACTICES, SEEN
from dlcourse.store import utc_now

PEOPLE = to_text(
    (
        ("name", "role", "hours", "reading", "families"),
        ("Ana", "aide", "4", "4", "2"),
        ("Ben", "teacher", "3", "2", "4+"),
    )
)
WORK = to_text((("task", "hours", "least", "most", "reading", "families"), ("Reading hour", "2", "1", "2", "3", "")))
PIECES = 3
"""How many pieces somebody puts into the portfolio."""


def write_part(person: Participant, part: str) -> None:
    """Write a session's part of the problem of practice."""
    words = PARTS.get(part, PARTS["00-start-here"])
    fields = fields_of(part)
    answers = dict(zip(fields, person.dice.choice(words), strict=False))
    person.do(WritePart, part=part, after=0, answers=answers)


def plan_team(person: Participant, _: str) -> None:
    """Type in two colleagues and one piece of work, and have a plan made. Only those do so who do the whole course."""
    if _plans(person):
        team = person.new_id()
        person.do(UseTeam, team=team, name="Our reading hour", people=PEOPLE, work=WORK)
        person.do(BeginPlan, plan=_plan_of(person), team=team, name="Spring")


def wait_for_plans(people: Iterable[Participant]) -> None:
    """Return when the plans of these people are made."""
    for person in filter(_plans, people):
        while person.see(PlanOf(plan=_plan_of(person)), PlanView).running:
            time.sleep(0.05)


def _plans(person: Participant) -> bool:
    return person.about.sessions >= WHOLE_COURSE


def _plan_of(person: Participant) -> str:
    return made_up_id(person.about.name, "plan")


def write_practice(person: Participant, exercise: str) -> None:
    """Write a practice down, and read it with somebody else's eyes."""
    about = person.library.exercise(exercise, OpeningUp)
    person.do(WriteDown, exercise=exercise, parts={about.parts[0].id: person.dice.choice(PRACTICES)})
    person.do(ReadAs, exercise=exercise, eyes=person.dice.choice(about.eyes).id, words=person.dice.choice(SEEN))


def try_schools(person: Participant, _: str) -> None:
    """Try two schools, one of them with open practice, and say each time what one expects."""
    for openness in ("half", "open"):
        person.do(TrySchool, openness=openness, expects=person.dice.choice(EXPECTED))


def set_place(person: Participant, _: str) -> None:
    """Say which school is most like one's own place."""
    person.do(SetOwnPlace, **{choice: person.dice.choice(levels) for choice, levels in CHOICES.items()})


def schedule(person: Participant, _: str) -> None:
    """Say on which day the improvement plan begins."""
    person.do(SchedulePlan, starts=utc_now().date(), name=person.about.name, witness="")


def arrange(person: Participant, _: str) -> None:
    """Put the first pieces that are offered into the portfolio."""
    offers = person.see(Portfolio(), PortfolioView).offers
    for offer in [each for offered in offers.values() for each in offered][:PIECES]:
        person.do(PutIn, item=offer.item)


def certify(person: Participant, _: str) -> None:
    """Have a certificate made."""
    person.do(IssueCertificate, name=person.about.name)
