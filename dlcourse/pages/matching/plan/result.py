"""The props of a finished plan: by task and by person, with reasons, unmet requirements, and how good it is."""

from typing import Literal, TypedDict

from dlcourse.domain.matching.optimality import contradiction, verdict
from dlcourse.domain.matching.plan_messages import PLAN
from dlcourse.domain.matching.plan_views import Made, PlanDetails, PlanView
from dlcourse.pages.chart import ChartProps, drawn
from dlcourse.pages.fields import plain_options, select
from dlcourse.pages.form import FormProps, form
from dlcourse.pages.matching.plan import words
from dlcourse.pages.matching.plan.messages import PlanWithout
from dlcourse.pages.matching.plan.tables import by_person, by_task, compared_plans
from dlcourse.pages.props import LinesTable, NamedSentences


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
    """What the plan leaves open; ``empty`` is the text if it leaves nothing open."""

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
    """What would be missing without somebody: the form that has the plan without them made."""

    title: str
    intro: str
    form: FormProps


class DownloadForm(TypedDict):
    """A form in which a plan can be downloaded, and the words of its button."""

    form: Literal["xlsx", "csv"]
    text: str


class PlanDownloads(TypedDict):
    """The ways to download a plan."""

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
    """The finished plan; None if there is none, or if its words were erased."""
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
            "title": words.GOOD,
            "note": words.GOOD_NOTE,
            "table": compared_plans(view, made, view.shown),
            "verdicts_title": words.VERDICTS,
            "verdicts": [verdict(stage) for stage in made.outcome.stages],
        },
        "load": drawn(view.shown.load),
        "worth": _worth(view),
        "take": {
            "title": words.TAKE,
            "print": words.PRINT,
            "forms": [{"form": "xlsx", "text": words.AS_WORKBOOK}, {"form": "csv", "text": words.AS_TABLE}],
        },
    }


def conflict(view: PlanView) -> ConflictProps | None:
    """Why the search ended without a plan; None if it is still running, or found a plan."""
    made = view.made
    if made is None or (made.outcome.plan is not None and view.shown is not None):
        return None
    if made.outcome.stopped:
        return {"title": words.NO_PLAN_YET, "lines": [words.STOPPED_EARLY]}
    assert made.outcome.conflict
    return {"title": words.CONFLICT, "lines": list(contradiction(view.members, made.outcome.conflict))}


def _lead(view: PlanView, made: Made) -> str:
    """The sentence at the top: how sure it is, and what was taken for granted."""
    if made.outcome.stopped:
        sure = words.STOPPED
    elif made.outcome.proven:
        sure = words.PROVEN
    else:
        sure = words.NOT_PROVEN
    return words.AWAY.format(person=view.away, sure=sure) if view.away else sure


def _why(shown: PlanDetails) -> PlanReasons:
    def told(about: dict[str, tuple[str, ...]]) -> list[NamedSentences]:
        return [{"name": name, "sentences": list(sentences)} for name, sentences in about.items()]

    return {
        "title": words.WHY,
        "groups": [
            {"title": words.BY_TASK, "entries": told(shown.reasons.tasks)},
            {"title": words.BY_PERSON, "entries": told(shown.reasons.people)},
        ],
    }


def _open(shown: PlanDetails) -> OpenNeeds:
    lines = [*(gap.text for gap in shown.reasons.gaps), *shown.reasons.unsupported.values()]
    return {"title": words.OPEN, "lines": lines, "empty": words.NOTHING_OPEN}


def _worth(view: PlanView) -> WorthProps | None:
    """What a person is worth to this plan, on demand: the best plan while they are away."""
    if view.away or view.wishes.all or view.earlier or len(view.members.people) < 2:
        return None
    people = plain_options((person.name, person.name) for person in view.members.people)
    return {
        "title": words.WITHOUT,
        "intro": words.WITHOUT_NOTE,
        "form": form(
            PlanWithout,
            f"{PLAN}without",
            [select("away", words.WHO_IS_AWAY, words.CHOOSE, people)],
            fixed={"team": view.team.team},
            fresh="plan",
            submit=words.MAKE_WITHOUT,
        ),
    }
