"""What the planning page draws around a team or a plan: its other plans, and the wishes for the next one."""

from typing import TypedDict

from dlcourse.domain.matching.plan import Wishes
from dlcourse.domain.matching.plan_messages import MOST_WISHES
from dlcourse.domain.matching.plan_views import TeamMark
from dlcourse.domain.matching.team import Team
from dlcourse.pages.matching.plan_teams import PlanLink, plan_link
from dlcourse.pages.matching.words import WISHES, Wished
from dlcourse.pages.props import MenuOption, same

FIRST = "Plan"
"""Plans are called Plan 1, Plan 2 … until somebody calls them otherwise."""


class WishProps(TypedDict):
    """A wish in words, what takes it back, and the wish itself."""

    words: str
    remove: str
    label: str
    kind: Wished
    person: str
    task: str


class WishKind(TypedDict):
    """A kind of wish, and its words."""

    value: Wished
    text: str


class NameMenu(TypedDict):
    """A menu of people or of tasks."""

    label: str
    options: list[MenuOption]


class WishKindMenu(TypedDict):
    """The menu of kinds of wishes."""

    label: str
    options: list[WishKind]


class WishForm(TypedDict):
    """The form that adds a wish."""

    title: str
    person: NameMenu
    kind: WishKindMenu
    task: NameMenu
    submit: str


class WishesProps(TypedDict):
    """Pairs of a person and a task, by the kind of wish."""

    pins: list[tuple[str, str]]
    leads: list[tuple[str, str]]
    keep_off: list[tuple[str, str]]
    no_lead: list[tuple[str, str]]


class NextPlanProps(TypedDict):
    """The next plan for a team: the wishes so far, and a form for another one; None where there are too many."""

    title: str
    intro: str
    team: str
    name: str
    submit: str
    wishes: WishesProps
    list_title: str
    list_empty: str
    list: list[WishProps]
    form: WishForm | None


class AroundPlan(TypedDict):
    """What stands around a team or a plan: the other plans, and the next one."""

    plans_title: str
    plans_empty: str
    plans: list[PlanLink]
    next: NextPlanProps


def around(mark: TeamMark, team: Team, wishes: Wishes) -> AroundPlan:
    """The plans of the team, and the form for the next one."""
    number = len(mark.plans) + 1
    names = {plan.name for plan in mark.plans}
    while f"{FIRST} {number}" in names:
        number += 1
    return {
        "plans_title": "Plans for this team",
        "plans_empty": "No other plan has been made for it." if mark.plans else "No plan has been made for it yet.",
        "plans": [plan_link(plan) for plan in mark.plans],
        "next": {
            "title": "Make a plan" if not mark.plans else "Make another plan",
            "intro": "Fix what is settled already, if anything is; everything else is found. What your wishes cost is "
            "shown beside the plan without them.",
            "team": mark.team,
            "name": f"{FIRST} {number}",
            "submit": "Make the best plan with these wishes" if wishes.all else "Make the best plan",
            "wishes": _pairs(wishes),
            "list_title": "Fixed beforehand",
            "list_empty": "Nothing is fixed.",
            "list": [_wish(kind, *pair) for kind in WISHES for pair in getattr(wishes, kind)],
            "form": None if len(wishes.all) >= MOST_WISHES else _wish_form(team),
        },
    }


def _pairs(wishes: Wishes) -> WishesProps:
    return {
        "pins": list(wishes.pins),
        "leads": list(wishes.leads),
        "keep_off": list(wishes.keep_off),
        "no_lead": list(wishes.no_lead),
    }


def _wish(kind: Wished, person: str, task: str) -> WishProps:
    words = f"{person} {WISHES[kind]} {task}"
    return {
        "words": words,
        "remove": "Take back",
        "label": f"Take back: {words}",
        "kind": kind,
        "person": person,
        "task": task,
    }


def _wish_form(team: Team) -> WishForm:
    return {
        "title": "Fix something beforehand",
        "person": {"label": "Who", "options": same(person.name for person in team.people)},
        "kind": {"label": "does what", "options": [{"value": key, "text": words} for key, words in WISHES.items()]},
        "task": {"label": "Which task", "options": same(task.name for task in team.work)},
        "submit": "Add this wish",
    }
