"""The props of the planning page when no team is open: a new one, the samples, and one's own teams."""

from typing import Literal, TypedDict

from dlcourse.domain.matching.plan_messages import TeamProblem
from dlcourse.domain.matching.plan_views import PlanMark, PlansView, Sample, TeamMark
from dlcourse.pages.consent import ConsentProps, consent
from dlcourse.pages.file_checks import MoreProblemsProps
from dlcourse.pages.matching.plan import words as plan_words
from dlcourse.pages.matching.team import words
from dlcourse.pages.matching.team.form import TeamFields, TeamFormProps
from dlcourse.pages.props import FileProps, PageProps


class ProblemProps(TypedDict):
    """A problem in an uploaded file: what is wrong, where, and what to do."""

    where: str
    message: str
    remedy: str


class CorrectProps(TypedDict):
    """A file with problems as it can be corrected on the page: the form's slot, and what will stand in it."""

    text: str
    slot: str
    fields: TeamFields


class PlanFrame(PageProps):
    """What every screen of the planning page has: problems in an uploaded file, and a file to download.

    ``missing`` says that there is nothing at the address.
    """

    title: str
    missing: bool
    problems: list[ProblemProps]
    problems_title: str
    problems_columns: list[str]
    problems_more: MoreProblemsProps | None
    correct: CorrectProps | None
    taken: FileProps | None


class BringTeamProps(TypedDict):
    """The form that uploads a team: its labels, its limits, and the words about unreadable files.

    ``consent`` is None where the page has asked already.
    """

    title: str
    how: str
    consent: ConsentProps | None
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


class TypeTeamProps(TypedDict):
    """What leads to the form where a team is typed in."""

    title: str
    note: str
    text: str


class TeamsScreen(PlanFrame):
    """All teams: type one in, upload one, start with a sample, or open one."""

    screen: Literal["teams"]
    heading: str
    intro: str
    privacy: str
    type: TypeTeamProps
    bring: BringTeamProps
    samples_title: str
    samples: list[SampleTeam]
    mine_title: str
    mine: list[TeamEntry]
    mine_empty: str


class NewTeamScreen(PlanFrame):
    """A new team: the form where it is typed in, and the one that uploads it.

    ``consent`` is None if the person has begun to type it in.
    """

    screen: Literal["new"]
    consent: ConsentProps | None
    heading: str
    back: str
    form: TeamFormProps
    bring: BringTeamProps


def teams_screen(frame: PlanFrame, view: PlansView, *, begun: bool) -> TeamsScreen:
    """All teams of the person; ``begun`` says whether they have begun to type one in."""
    return {
        **frame,
        "screen": "teams",
        "heading": words.TITLE,
        "intro": words.INTRO,
        "privacy": words.PRIVACY,
        "type": {
            "title": words.TYPE,
            "note": words.TYPE_NOTE,
            "text": words.TYPE_GO_ON if begun else words.TYPE_BEGIN,
        },
        "bring": _bring(view),
        "samples_title": words.SAMPLES_TITLE,
        "samples": [_sample(sample, view) for sample in view.samples],
        "mine_title": words.MINE,
        "mine": [_mark(mark) for mark in view.teams],
        "mine_empty": words.NONE_MINE,
    }


def new_screen(frame: PlanFrame, view: PlansView, form: TeamFormProps, *, begun: bool) -> NewTeamScreen:
    """The form for a new team; ``begun`` says whether the person has begun to type it in."""
    return {
        **frame,
        "screen": "new",
        "consent": None if begun else consent(words.CONSENT),
        "heading": words.OWN_TITLE,
        "back": words.ALL_TEAMS,
        "form": form,
        "bring": {**_bring(view), "title": words.BRING_INSTEAD, "consent": None},
    }


def _bring(view: PlansView) -> BringTeamProps:
    limit = f"{view.most_bytes / 1e6:.0f} MB"
    return {
        "title": words.BRING,
        "how": words.BRING_HOW.format(limit=limit),
        "consent": consent(words.CONSENT),
        "name": words.TEAM_NAME,
        "default": words.TEAM_DEFAULT,
        "choose": words.CHOOSE_FILES,
        "drop": words.DROP_FILES,
        "submit": words.BRING_IT,
        "chosen": words.CHOSEN,
        "none": words.NO_FILE,
        "changed": words.FILE_CHANGED,
        "most_bytes": view.most_bytes,
        "too_large": words.FILE_TOO_LARGE.format(limit=limit),
        "too_many": words.TOO_MANY_FILES,
        "template": words.TEMPLATE,
    }


def _sample(sample: Sample, view: PlansView) -> SampleTeam:
    """A sample; it opens the team that was made from it, if there is one."""
    there = next((mark.team for mark in view.teams if mark.sample == sample.id), None)
    return {
        "id": sample.id,
        "title": words.SAMPLES.get(sample.id, sample.id),
        "note": words.sample_size(sample.people, sample.work),
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
    return words.SAMPLES.get(mark.sample, mark.name) if mark.sample else mark.name


def size_of(mark: TeamMark) -> str:
    """How large a team is, in words."""
    return words.size(mark.people, mark.work, mark.skills)


def plan_link(mark: PlanMark) -> PlanLink:
    """A plan in a list."""
    return {"plan": mark.plan, "name": mark.name, "note": plan_words.plan_note(mark.standing, mark.wishes)}


def problem_props(problem: TeamProblem) -> ProblemProps:
    """A problem and its location in words."""
    parts = (
        problem.file,
        words.SHEET.format(sheet=problem.sheet) if problem.sheet else "",
        words.LINE.format(line=problem.line) if problem.line else "",
        words.COLUMN.format(column=problem.column) if problem.column else "",
    )
    return {"where": ", ".join(filter(None, parts)), "message": problem.message, "remedy": problem.remedy}
