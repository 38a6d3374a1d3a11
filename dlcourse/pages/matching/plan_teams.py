"""The props of the planning page when no team is open: uploading one, the samples, and one's own teams."""

from typing import Literal, TypedDict

from dlcourse.domain.matching.plan_messages import TeamProblem
from dlcourse.domain.matching.plan_views import PlanMark, PlansView, Sample, TeamMark
from dlcourse.pages.file_checks import MoreProblemsProps
from dlcourse.pages.matching.words import SAMPLES, STANDINGS
from dlcourse.pages.props import FileProps, PageProps
from dlcourse.pages.words import counted


class ProblemProps(TypedDict):
    """A problem in an uploaded file: what is wrong, where, and what to do."""

    where: str
    message: str
    remedy: str


class PlanFrame(PageProps):
    """What every screen of the planning page has: problems in an uploaded file, and a file to download."""

    title: str
    problems: list[ProblemProps]
    problems_more: MoreProblemsProps | None
    taken: FileProps | None


class BringTeamProps(TypedDict):
    """The form that uploads a team: its labels, its limits, and the words about unreadable files."""

    title: str
    how: str
    name: str
    default: str
    choose: str
    drop: str
    submit: str
    chosen: str
    none: str
    changed: str
    most_bytes: int
    too_large: str
    too_many: str
    template: str


class SampleTeam(TypedDict):
    """A sample; ``team`` is the team that was made of it, if any."""

    id: str
    title: str
    note: str
    team: str | None


class PlanLink(TypedDict):
    """A plan in a list."""

    plan: str
    name: str
    note: str


class TeamEntry(TypedDict):
    """A team in the list, with its plans."""

    team: str
    name: str
    note: str
    plans: list[PlanLink]


class TeamsScreen(PlanFrame):
    """All teams: upload one, start with a sample, or open one."""

    screen: Literal["teams"]
    heading: str
    intro: str
    privacy: str
    bring: BringTeamProps
    problems_title: str
    problems_columns: list[str]
    samples_title: str
    samples: list[SampleTeam]
    mine_title: str
    mine: list[TeamEntry]
    mine_empty: str


def teams_screen(frame: PlanFrame, view: PlansView) -> TeamsScreen:
    """All teams of the person."""
    limit = f"{view.most_bytes / 1e6:.0f} MB"
    return {
        **frame,
        "screen": "teams",
        "heading": "Plan with your own team",
        "intro": "Who can do what, how many hours each has, and what there is to do: from this the best plan is made, "
        "with a reason for each part of it. It says who contributes, who learns from whom, who answers for what, and "
        "what nobody here can do yet.",
        "privacy": "The names stay in this course's own folder, for you alone; remove a team, and they are gone.",
        "bring": {
            "title": "Bring your team",
            "how": f"One workbook (.xlsx), or people.csv and work.csv together; each at most {limit}.",
            "name": "What do you call this team?",
            "default": "Our team",
            "choose": "Choose the file, or both files",
            "drop": "or drop them here",
            "submit": "Bring this team",
            "chosen": "Chosen: {names}",
            "none": "Choose a file first.",
            "changed": "The file has changed since you chose it: choose it again.",
            "most_bytes": view.most_bytes,
            "too_large": f"{{name}} is larger than {limit}, so it was not read. Keep only the columns and rows that "
            "are needed.",
            "too_many": "Choose one workbook, or people.csv and work.csv: two files at most.",
            "template": "Download a team file to start from",
        },
        "problems_title": "Nothing was kept yet: fix this, then bring the file again",
        "problems_columns": ["Where", "What is wrong", "What to do"],
        "samples_title": "Or begin with a sample",
        "samples": [_sample(sample, view) for sample in view.samples],
        "mine_title": "Your teams",
        "mine": [_mark(mark) for mark in view.teams],
        "mine_empty": "Teams that you bring, and the plans you have made for them, appear here.",
    }


def _sample(sample: Sample, view: PlansView) -> SampleTeam:
    """A sample; it opens the team that was made from it, if there is one."""
    there = next((mark.team for mark in view.teams if mark.sample == sample.id), None)
    return {
        "id": sample.id,
        "title": SAMPLES.get(sample.id, sample.id),
        "note": f"{counted(sample.people, 'person', 'people')}, {counted(sample.work, 'task', 'tasks')}",
        "team": there,
    }


def _mark(mark: TeamMark) -> TeamEntry:
    return {
        "team": mark.team,
        "name": team_name(mark),
        "note": size_of(mark),
        "plans": [plan_link(p) for p in mark.plans],
    }


def team_name(mark: TeamMark) -> str:
    """What a team is called: a sample by its title."""
    return SAMPLES.get(mark.sample, mark.name) if mark.sample else mark.name


def size_of(mark: TeamMark) -> str:
    """How large a team is, in words."""
    parts = (
        counted(mark.people, "person", "people"),
        counted(mark.work, "task", "tasks"),
        counted(mark.skills, "skill", "skills"),
    )
    return ", ".join(parts)


def plan_link(mark: PlanMark) -> PlanLink:
    """A plan in a list."""
    wishes = f", {counted(mark.wishes, 'wish', 'wishes')}" if mark.wishes else ""
    return {"plan": mark.plan, "name": mark.name, "note": f"{STANDINGS[mark.standing]}{wishes}"}


def problem_props(problem: TeamProblem) -> ProblemProps:
    """A problem and its location in words."""
    parts = (
        problem.file,
        f"sheet {problem.sheet}" if problem.sheet else "",
        f"line {problem.line}" if problem.line else "",
        f"column {problem.column}" if problem.column else "",
    )
    return {"where": ", ".join(filter(None, parts)), "message": problem.message, "remedy": problem.remedy}
