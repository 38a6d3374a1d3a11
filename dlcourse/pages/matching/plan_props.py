"""What the planning page draws of one team, and of one plan."""

from typing import Literal, TypedDict

from dlcourse.domain.matching.plan import STAGES, Wishes
from dlcourse.domain.matching.plan_views import PlanView, SearchProgress, Standing, TeamMark, TeamView
from dlcourse.pages.file_checks import AboutFilesProps, about_files
from dlcourse.pages.matching.plan_result import ConflictProps, ResultProps, conflict, result
from dlcourse.pages.matching.plan_tables import AIMS
from dlcourse.pages.matching.plan_teams import PlanFrame, size_of, team_name
from dlcourse.pages.matching.plan_wishes import AroundPlan, around
from dlcourse.pages.matching.words import CUT, STANDINGS, look_alike
from dlcourse.pages.props import MeasureProps
from dlcourse.pages.words import counted


class RemovalProps(TypedDict):
    """What removes a team or a plan, and what goes with it."""

    title: str
    sure: str
    submit: str


class TeamScreen(PlanFrame, AroundPlan):
    """One team; ``about_file`` is what to look at once more in it and in the file that it came in."""

    screen: Literal["team"]
    heading: str
    note: str
    back: str
    about_file: AboutFilesProps | None
    drop: RemovalProps


class TeamLink(TypedDict):
    """The team of a plan."""

    team: str
    name: str


class SearchProps(MeasureProps):
    """How far the search for a plan is."""

    stop: str
    note: str


class RenameProps(TypedDict):
    """The form that renames a plan."""

    label: str
    submit: str
    value: str


class PlanScreen(PlanFrame, AroundPlan):
    """One plan: on its way, made (``result``), impossible (``conflict``), or why there is none (``said``)."""

    screen: Literal["plan"]
    stage: Standing
    heading: str
    note: str
    back: str
    to_team: TeamLink
    plan: str
    running: SearchProps | None
    said: str
    result: ResultProps | None
    conflict: ConflictProps | None
    rename: RenameProps
    drop: RemovalProps


def team_screen(frame: PlanFrame, view: TeamView, wishes: Wishes, notes: tuple[str, ...]) -> TeamScreen:
    """One team; ``notes`` are about the file that it came in just now."""
    return {
        **frame,
        **around(view.mark, view.team, wishes),
        "screen": "team",
        "heading": team_name(view.mark),
        "note": size_of(view.mark),
        "back": "All teams",
        "about_file": about_files((*notes, *look_alike(view.team))),
        "drop": _drop_team(view.mark),
    }


def plan_screen(frame: PlanFrame, view: PlanView, wishes: Wishes) -> PlanScreen:
    """One plan."""
    mark = view.mark
    return {
        **frame,
        **around(view.team, view.members, wishes),
        "screen": "plan",
        "stage": mark.standing,
        "heading": mark.name,
        "note": f"{team_name(view.team)}: {size_of(view.team)}. {STANDINGS[mark.standing]}.",
        "back": "All teams",
        "to_team": {"team": view.team.team, "name": team_name(view.team)},
        "plan": mark.plan,
        "running": _running(view.running) if view.running else None,
        "said": _said(view),
        "result": result(view),
        "conflict": conflict(view),
        "rename": {"label": "Name of this plan", "submit": "Rename", "value": mark.name},
        "drop": {
            "title": "Remove this plan",
            "sure": "The plan is removed for good. The team stays.",
            "submit": "Remove it",
        },
    }


def _said(view: PlanView) -> str:
    """What there is to say where no plan came of it."""
    if view.mark.standing == "cut":
        return CUT
    if view.mark.standing == "failed":
        return f"This plan could not be made: {view.fault}. Nothing else is lost. Make it again below."
    return ""


def _running(running: SearchProgress) -> SearchProps:
    stage = STAGES.index(running.stage)
    share = max(stage / len(STAGES), min(running.seconds / running.limit, 1.0))
    words = (
        "Waiting for another plan to be ready"
        if running.waiting
        else f"Aim {stage + 1} of {len(STAGES)}: {AIMS[running.stage].label.lower()}; {running.seconds:.0f} s "
        f"of at most {running.limit:.0f} s"
    )
    return {
        "label": "Making the plan",
        "text": words,
        "value": round(share, 3),
        "max": 1,
        "stop": "Stop, and take the best plan so far",
        "note": "There is a plan already; it is being made better."
        if running.found
        else "You may leave this page: the plan goes on being made, and is in the list when it is ready.",
    }


def _drop_team(mark: TeamMark) -> RemovalProps:
    plans = f" and its {counted(len(mark.plans), 'plan', 'plans')}" if mark.plans else ""
    return {
        "title": "Remove this team",
        "sure": f"The team{plans} with all names are removed for good. Your own file is not touched.",
        "submit": "Remove it",
    }
