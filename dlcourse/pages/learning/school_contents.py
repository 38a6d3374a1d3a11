"""The props of the page of a school: the form, what came of the last prediction, the map, and the film of one run."""

from dataclasses import dataclass
from typing import Literal, TypedDict

from dlcourse.domain.learning.choices import AT_FIRST, SchoolChoices
from dlcourse.domain.learning.messages import (
    SchoolFilmView,
    SchoolRegionsView,
    SchoolRunsView,
    SchoolsView,
    TriedSchool,
)
from dlcourse.pages.chart import ChartProps, drawn
from dlcourse.pages.form import FormProps
from dlcourse.pages.learning import words
from dlcourse.pages.learning.change_words import points, school_name
from dlcourse.pages.learning.film import SchoolFilmProps, film_props
from dlcourse.pages.learning.results import SchoolResultProps, result_props
from dlcourse.pages.learning.school_form import try_form
from dlcourse.pages.props import NamedSentences

SchoolGoal = Literal["school", "film", "regions"]
"""The parts of the page to which the focus can go."""


@dataclass(frozen=True)
class LoadedSchool:
    """What was loaded of a school, and what of it came last."""

    runs: SchoolRunsView | None
    regions: SchoolRegionsView | None
    film: SchoolFilmView | None
    goal: SchoolGoal


class TriedProps(TypedDict):
    """A school that was tried: its name, what was expected, and what a button says that shows it."""

    name: str
    expected: str
    school: dict[str, str]
    show: str


class TriedTable(TypedDict):
    """The schools that were tried, the last one first."""

    title: str
    columns: list[str]
    rows: list[TriedProps]
    shown: str


class ShownSchool(TypedDict):
    """The school in view: the verdict on the prediction, what came of it, the map and the film.

    ``regions`` and ``film`` are None until somebody asks for them. The focus goes to the ``goal``.
    """

    goal: SchoolGoal
    title: str
    verdict: str
    result: SchoolResultProps
    regions_title: str
    regions_lead: str
    regions_show: str
    regions_wait: str
    regions_why: str
    regions: ChartProps | None
    film_show: str
    film_wait: str
    film: SchoolFilmProps | None


class RunAgain(TypedDict):
    """A school that was tried and has not run, and the button that lets it run."""

    text: str
    button: str
    school: dict[str, str]


class SchoolContents(TypedDict):
    """The page: the form, and once there was a prediction, the school in view, all that were tried, and the limits."""

    title: str
    lead: str
    form: FormProps
    shown: ShownSchool | None
    again: RunAgain | None
    tried: TriedTable | None
    limits_title: str
    limits: list[NamedSentences]


def contents(schools: SchoolsView, shown: SchoolChoices | None, loaded: LoadedSchool) -> SchoolContents:
    """What the page draws."""
    runs = loaded.runs
    there = next((each for each in schools.tried if each.school == shown), None)
    ran = there is not None and runs is not None and runs.school == there.school
    return {
        "title": words.TITLE,
        "lead": words.LEAD,
        "form": try_form(shown or AT_FIRST, len(schools.tried)),
        "shown": _shown(there, runs, loaded) if there and runs and ran else None,
        "again": _again(there) if there and not ran else None,
        "tried": _tried(schools, shown) if len(schools.tried) > 1 else None,
        "limits_title": words.LIMITS,
        "limits": [
            {"name": words.CAN_TITLE, "sentences": list(words.CAN)},
            {"name": words.CANNOT_TITLE, "sentences": list(words.CANNOT)},
        ],
    }


def _shown(tried: TriedSchool, runs: SchoolRunsView, loaded: LoadedSchool) -> ShownSchool:
    return {
        "goal": loaded.goal,
        "title": f"{words.RESULT}: {school_name(tried.school)}",
        "verdict": _verdict(tried, runs),
        "result": result_props(runs),
        "regions_title": words.REGIONS,
        "regions_lead": words.REGIONS_LEAD,
        "regions_show": words.REGIONS_SHOW,
        "regions_wait": words.REGIONS_WAIT,
        "regions_why": words.REGIONS_WHY,
        "regions": drawn(loaded.regions.chart) if loaded.regions else None,
        "film_show": words.FILM_SHOW,
        "film_wait": words.FILM_WAIT,
        "film": film_props(loaded.film) if loaded.film else None,
    }


def _verdict(tried: TriedSchool, runs: SchoolRunsView) -> str:
    came = words.CAME[runs.came].format(end=points(runs.end.shared), first=points(runs.first_end.shared))
    return f"{words.SAID[tried.expects]} {came}"


def _again(tried: TriedSchool) -> RunAgain:
    return {"text": words.WAITING, "button": words.AGAIN, "school": tried.school.model_dump(mode="json")}


def _tried(schools: SchoolsView, shown: SchoolChoices | None) -> TriedTable:
    rows: list[TriedProps] = [
        {
            "name": school_name(each.school),
            "expected": words.EXPECTED[each.expects],
            "school": each.school.model_dump(mode="json"),
            "show": "" if each.school == shown else words.SHOW,
        }
        for each in reversed(schools.tried)
    ]
    return {"title": words.TRIED, "columns": list(words.TRIED_COLUMNS), "rows": rows, "shown": words.SHOWN}
