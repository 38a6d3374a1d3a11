"""The props of one team and of one plan on the planning page."""

from typing import Literal, TypedDict

from dlcourse.domain.matching.plan import STAGES, Wishes
from dlcourse.domain.matching.plan_messages import PLAN, NamePlan
from dlcourse.domain.matching.plan_views import PlanMark, PlanView, SearchProgress, Standing, TeamMark, TeamView
from dlcourse.domain.words import MOST_LETTERS
from dlcourse.pages.fields import required_line
from dlcourse.pages.file_checks import AboutFilesProps, about_files
from dlcourse.pages.form import FormProps, form
from dlcourse.pages.matching.plan import words
from dlcourse.pages.matching.plan.result import ConflictProps, ResultProps, conflict, result
from dlcourse.pages.matching.plan.teams import PlanFrame, size_of, team_name
from dlcourse.pages.matching.plan.wishes import AroundPlan, around
from dlcourse.pages.matching.team import words as team_words
from dlcourse.pages.matching.team.form import TakeTeamForm, TeamFormProps
from dlcourse.pages.props import MeasureProps


class RemovalProps(TypedDict):
    """What removes a team or a plan, and what goes with it."""

    title: str
    sure: str
    submit: str


class TakeTeamProps(TypedDict):
    """The ways to save a team as a file."""

    title: str
    forms: list[TakeTeamForm]


class TeamScreen(PlanFrame, AroundPlan):
    """One team; ``about_file`` lists what to check again in it and in its file.

    ``form`` is None for a team that is too large to be changed on a page, which ``too_large`` says.
    """

    screen: Literal["team"]
    heading: str
    note: str
    back: str
    about_file: AboutFilesProps | None
    form: TeamFormProps | None
    too_large: str
    take: TakeTeamProps
    drop: RemovalProps


class TeamLink(TypedDict):
    """The team of a plan."""

    team: str
    name: str


class SearchProps(MeasureProps):
    """How far the search for a plan is."""

    stop: str
    note: str


class PlanScreen(PlanFrame, AroundPlan):
    """One plan: in progress, finished (``result``), impossible (``conflict``), or why there is none (``said``)."""

    screen: Literal["plan"]
    stage: Standing
    heading: str
    note: str
    earlier: str
    back: str
    to_team: TeamLink
    plan: str
    running: SearchProps | None
    said: str
    result: ResultProps | None
    conflict: ConflictProps | None
    rename: FormProps
    drop: RemovalProps


def team_screen(
    frame: PlanFrame, view: TeamView, wishes: Wishes, notes: tuple[str, ...], form: TeamFormProps | None
) -> TeamScreen:
    """One team; ``notes`` are about the file that was just uploaded."""
    forms: list[TakeTeamForm] = [
        {"form": "xlsx", "text": team_words.SAVE_AS["xlsx"]},
        {"form": "people", "text": team_words.SAVE_AS["people"]},
        {"form": "work", "text": team_words.SAVE_AS["work"]},
    ]
    return {
        **frame,
        **around(view.mark, view.team, wishes),
        "screen": "team",
        "heading": team_name(view.mark),
        "note": size_of(view.mark),
        "back": team_words.ALL_TEAMS,
        "about_file": about_files((*notes, *team_words.look_alike(view.team))),
        "form": form,
        "too_large": "" if form else team_words.TOO_LARGE,
        "take": {"title": team_words.SAVE_FILES, "forms": forms},
        "drop": _drop_team(view.mark),
    }


def plan_screen(frame: PlanFrame, view: PlanView, wishes: Wishes) -> PlanScreen:
    """One plan."""
    mark, name = view.mark, team_name(view.team)
    standing = words.STANDINGS[mark.standing]
    return {
        **frame,
        **around(view.team, view.now, wishes),
        "screen": "plan",
        "stage": mark.standing,
        "heading": mark.name,
        "note": words.SUMMARY.format(team=name, size=size_of(view.team), standing=standing),
        "earlier": words.EARLIER if view.earlier else "",
        "back": team_words.ALL_TEAMS,
        "to_team": {"team": view.team.team, "name": name},
        "plan": mark.plan,
        "running": _running(view.running) if view.running else None,
        "said": _said(view),
        "result": result(view),
        "conflict": conflict(view),
        "rename": _rename(mark),
        "drop": {"title": words.REMOVE_PLAN, "sure": words.REMOVE_PLAN_SURE, "submit": words.REMOVE},
    }


def _rename(mark: PlanMark) -> FormProps:
    line = required_line("name", words.RENAME, MOST_LETTERS, value=mark.name)
    return form(NamePlan, f"{PLAN}{mark.plan}/name", [line], fixed={"plan": mark.plan}, submit=words.RENAME_IT)


def _said(view: PlanView) -> str:
    """Why there is no plan, in words."""
    if view.mark.standing == "cut":
        return words.CUT
    return words.FAILED.format(fault=view.fault) if view.mark.standing == "failed" else ""


def _running(running: SearchProgress) -> SearchProps:
    stage = STAGES.index(running.stage)
    share = max(stage / len(STAGES), min(running.seconds / running.limit, 1.0))
    searching = words.SEARCHING.format(
        number=stage + 1,
        count=len(STAGES),
        aim=words.AIMS[running.stage].label.lower(),
        seconds=running.seconds,
        limit=running.limit,
    )
    return {
        "label": words.SEARCH,
        "text": words.WAITING if running.waiting else searching,
        "value": round(share, 3),
        "max": 1,
        "stop": words.STOP,
        "note": words.FOUND_ONE if running.found else words.FOUND_NONE,
    }


def _drop_team(mark: TeamMark) -> RemovalProps:
    sure = team_words.removal(len(mark.plans))
    return {"title": team_words.REMOVE_TEAM, "sure": sure, "submit": team_words.REMOVE}
