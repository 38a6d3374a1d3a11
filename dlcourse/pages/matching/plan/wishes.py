"""The props around a team or a plan on the planning page: its other plans, and the wishes for the next one."""

from typing import TypedDict

from dlcourse.domain.matching.plan import Wishes
from dlcourse.domain.matching.plan_messages import MOST_WISHES, PLAN
from dlcourse.domain.matching.plan_views import TeamMark
from dlcourse.domain.matching.team import Team
from dlcourse.pages.fields import Answer, plain_options, select
from dlcourse.pages.form import FormProps, form
from dlcourse.pages.matching.plan import words
from dlcourse.pages.matching.plan.messages import Wish
from dlcourse.pages.matching.plan.teams import PlanLink, plan_link
from dlcourse.pages.matching.plan.words import Wished


class WishProps(TypedDict):
    """A wish in words, the words of the button that removes it, and the wish itself."""

    words: str
    remove: str
    label: str
    kind: Wished
    person: str
    task: str


class WishesProps(TypedDict):
    """Pairs of a person and a task, by the kind of wish."""

    pins: list[tuple[str, str]]
    leads: list[tuple[str, str]]
    keep_off: list[tuple[str, str]]
    no_lead: list[tuple[str, str]]


class NextPlanProps(TypedDict):
    """The next plan for a team: the wishes so far, and a form for another one; None if there are too many."""

    title: str
    intro: str
    team: str
    name: str
    submit: str
    wishes: WishesProps
    list_title: str
    list_empty: str
    list: list[WishProps]
    form: FormProps | None
    form_title: str


class AroundPlan(TypedDict):
    """What is shown around a team or a plan: the other plans, and the form for the next one."""

    plans_title: str
    plans_empty: str
    plans: list[PlanLink]
    next: NextPlanProps


def around(mark: TeamMark, team: Team, wishes: Wishes) -> AroundPlan:
    """The plans of the team, and the form for the next one."""
    number = len(mark.plans) + 1
    names = {plan.name for plan in mark.plans}
    while f"{words.FIRST} {number}" in names:
        number += 1
    return {
        "plans_title": words.PLANS,
        "plans_empty": words.NO_OTHER_PLANS if mark.plans else words.NO_PLANS,
        "plans": [plan_link(plan) for plan in mark.plans],
        "next": {
            "title": words.MAKE_ANOTHER if mark.plans else words.MAKE,
            "intro": words.MAKE_NOTE,
            "team": mark.team,
            "name": f"{words.FIRST} {number}",
            "submit": words.MAKE_WITH_WISHES if wishes.all else words.MAKE_IT,
            "wishes": _pairs(wishes),
            "list_title": words.FIXED,
            "list_empty": words.NOTHING_FIXED,
            "list": [_wish(kind, *pair) for kind in words.WISHES for pair in getattr(wishes, kind)],
            "form": None if len(wishes.all) >= MOST_WISHES else _wish_form(team),
            "form_title": words.FIX,
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
    told = words.WISHES[kind].format(person=person, task=task)
    return {
        "words": told,
        "remove": words.TAKE_BACK,
        "label": words.TAKE_BACK_WISH.format(wish=told),
        "kind": kind,
        "person": person,
        "task": task,
    }


def _wish_form(team: Team) -> FormProps:
    people = plain_options((person.name, person.name) for person in team.people)
    tasks = plain_options((task.name, task.name) for task in team.work)
    kinds = plain_options(words.WISH_KINDS.items())
    fields: list[Answer] = [
        select("person", words.WHO, words.CHOOSE, people),
        select("kind", words.DOES_WHAT, words.CHOOSE, kinds, "pins"),
        select("task", words.WHICH_TASK, words.CHOOSE, tasks),
    ]
    return form(Wish, f"{PLAN}wish", fields, fixed={"on": True}, submit=words.ADD_WISH)
