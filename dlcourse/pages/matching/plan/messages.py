"""What can be said to the planning page itself: what to show, which wishes to set, which files to fetch."""

from typing import Literal

from pydantic import Field

from dlcourse.domain.matching.plan import Wishes
from dlcourse.domain.matching.plan_messages import Id
from dlcourse.pages.matching.plan.words import Wished
from dlcourse.pages.messages import FetchFile, Message


class OpenPlan(Message):
    """Look at a plan, at a team, at the form for a new team, or with nothing named at all teams."""

    team: Id | None = None
    plan: Id | None = None
    step: Literal["", "new"] = ""


class Wish(Message):
    """Set a wish for the next plan, or remove it if ``on`` is False."""

    kind: Wished
    person: str = Field(max_length=200)
    task: str = Field(max_length=200)
    on: bool


class PlanWithout(Message):
    """Have the best plan made for a team without the person who is ``away``."""

    plan: Id
    team: Id
    away: str = Field(max_length=200)


class FetchPlanFile(FetchFile):
    """Ask for a plan as a file, or for the template of a team file."""

    plan: str = ""
    form: Literal["xlsx", "csv", "template"]


class FetchTeamFile(FetchFile):
    """Ask for a team as a file."""

    team: Id
    form: Literal["xlsx", "people", "work"]


class FetchProblems(FetchFile):
    """Ask for the full list of problems in the files."""


def wished(wishes: Wishes, wish: Wish) -> Wishes:
    """The wishes with this one set or removed."""
    pair, old = (wish.person, wish.task), getattr(wishes, wish.kind)
    others = tuple(each for each in old if each != pair)
    return wishes.model_copy(update={wish.kind: (*others, pair) if wish.on and all(pair) else others})


def stored_wishes(raw: object) -> Wishes:
    """The wishes that the browser saved; none if they cannot be read."""
    try:
        return Wishes.model_validate(raw or {})
    except ValueError:
        return Wishes()
