"""A plan that was made, as it is read: by task and by person, with reasons, what it leaves open, and how good it is."""

from typing import Literal, TypedDict

from dlcourse.domain.matching.optimality import contradiction, verdict
from dlcourse.domain.matching.plan_views import Made, PlanDetails, PlanView
from dlcourse.pages.chart import ChartProps, drawn
from dlcourse.pages.matching.plan_tables import by_person, by_task, compared_plans
from dlcourse.pages.props import LinesTable, NamedSentences

HABITS = (
    "By title: places go to the highest title that still has hours. Heroes first: to whoever can most. By lot: in "
    "random order, the average of 200 draws. None of the three asks who wants to learn."
)


class ConflictProps(TypedDict):
    """Why there is no plan, a line each."""

    title: str
    lines: list[str]


class ReasonGroup(TypedDict):
    """Reasons, by task or by person."""

    title: str
    entries: list[NamedSentences]


class PlanReasons(TypedDict):
    """Why the plan is as it is."""

    title: str
    groups: list[ReasonGroup]


class OpenNeeds(TypedDict):
    """What the plan leaves open; ``empty`` is said where there is nothing."""

    title: str
    lines: list[str]
    empty: str


class PlanQuality(TypedDict):
    """How good the plan is beside others, and whether any plan can do better."""

    title: str
    note: str
    table: LinesTable
    verdicts_title: str
    verdicts: list[str]


class WorthProps(TypedDict):
    """The form that asks what would be missing without somebody; ``{name}`` in ``name`` is who is away."""

    title: str
    intro: str
    label: str
    people: list[str]
    submit: str
    name: str
    team: str


class DownloadForm(TypedDict):
    """A form in which a plan can be downloaded, and the words of its button."""

    form: Literal["xlsx", "csv"]
    text: str


class PlanDownloads(TypedDict):
    """The ways to take a plan along."""

    title: str
    print: str
    forms: list[DownloadForm]


class ResultProps(TypedDict):
    """A plan that was made."""

    lead: str
    tasks: LinesTable
    people: LinesTable
    why: PlanReasons
    open: OpenNeeds
    good: PlanQuality
    load: ChartProps
    worth: WorthProps | None
    take: PlanDownloads


def result(view: PlanView) -> ResultProps | None:
    """The plan that was made; None where there is none, or its words were removed."""
    made = view.made
    if made is None or made.outcome.plan is None or view.shown is None:
        return None
    plan = made.outcome.plan
    return {
        "lead": _lead(view, made),
        "tasks": by_task(view.members, plan),
        "people": by_person(view.members, plan),
        "why": _why(view.shown),
        "open": _open(view.shown),
        "good": {
            "title": "How good it is",
            "note": f"The seven aims in their order; each goes before all that come after it. {HABITS}",
            "table": compared_plans(view, made, view.shown),
            "verdicts_title": "Can any plan do better?",
            "verdicts": [verdict(stage) for stage in made.outcome.stages],
        },
        "load": drawn(view.shown.load),
        "worth": _worth(view),
        "take": {
            "title": "Take it along",
            "print": "Print this plan",
            "forms": [
                {"form": "xlsx", "text": "Download as a workbook (.xlsx)"},
                {"form": "csv", "text": "Download as a table (.csv)"},
            ],
        },
    }


def conflict(view: PlanView) -> ConflictProps | None:
    """Why the search ended without a plan; None where it goes on, or a plan was made."""
    made = view.made
    if made is None or (made.outcome.plan is not None and view.shown is not None):
        return None
    if made.outcome.stopped:
        return {"title": "No plan yet", "lines": ["You stopped before a plan was found. Make it again below."]}
    assert made.outcome.conflict
    return {"title": "No plan keeps all of this", "lines": list(contradiction(view.members, made.outcome.conflict))}


def _lead(view: PlanView, made: Made) -> str:
    """The sentence at the top: how sure it is, and what was taken for granted."""
    if made.outcome.stopped:
        sure = "You stopped the search: this is the best plan that was found until then."
    elif made.outcome.proven:
        sure = "No plan is better: every aim is proven."
    else:
        sure = "This is the best plan that was found in the time there is; not every aim is proven."
    return f"{view.away} is taken to be away. {sure}" if view.away else sure


def _why(shown: PlanDetails) -> PlanReasons:
    def told(about: dict[str, tuple[str, ...]]) -> list[NamedSentences]:
        return [{"name": name, "sentences": list(sentences)} for name, sentences in about.items()]

    return {
        "title": "Why it is so",
        "groups": [
            {"title": "Task by task", "entries": told(shown.reasons.tasks)},
            {"title": "Person by person", "entries": told(shown.reasons.people)},
        ],
    }


def _open(shown: PlanDetails) -> OpenNeeds:
    lines = [*(gap.text for gap in shown.reasons.gaps), *shown.reasons.unsupported.values()]
    return {"title": "What it leaves open", "lines": lines, "empty": "Nothing: every requirement is met."}


def _worth(view: PlanView) -> WorthProps | None:
    """What a person is worth to this plan, on demand: the best plan while they are away."""
    if view.away or view.wishes.all or len(view.members.people) < 2:
        return None
    return {
        "title": "What would be missing without…",
        "intro": "A person is worth what the plan loses while they are away. Choose somebody, and the best plan "
        "without them is made and set beside this one.",
        "label": "Who is away",
        "people": [person.name for person in view.members.people],
        "submit": "Make the plan without them",
        "name": "Without {name}",
        "team": view.team.team,
    }
