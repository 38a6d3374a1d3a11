"""What the planning page draws: the list of teams, one team, one plan, and the form of wishes for the next plan."""

from dlcourse.domain.matching.plan import STAGES, Wishes
from dlcourse.domain.matching.plan_messages import MOST_WISHES
from dlcourse.domain.matching.plan_views import (
    PlanMark,
    PlansView,
    PlanView,
    Sample,
    SearchProgress,
    TeamMark,
    TeamView,
)
from dlcourse.domain.matching.team import Team
from dlcourse.pages.matching.plan_result import AIMS, result
from dlcourse.pages.matching.words import CUT, SAMPLES, STANDINGS, WISHES, look_alike
from dlcourse.pages.program import Props
from dlcourse.pages.words import STATUS, about_files, counted

FIRST = "Plan"
"""Plans are called Plan 1, Plan 2 … until somebody calls them otherwise."""
Shown = PlansView | TeamView | PlanView


def page_props(view: Shown | None, wishes: Wishes, notes: tuple[str, ...]) -> Props:
    """Everything that does not come and go with a message."""
    return {
        "page": "plan",
        "status": STATUS,
        "title": "Plan with your own team",
        "links": [],
        **_screen(view, wishes, notes),
    }


def _screen(view: Shown | None, wishes: Wishes, notes: tuple[str, ...]) -> Props:
    match view:
        case PlansView():
            return _teams(view)
        case TeamView():
            return _team(view, wishes, notes)
        case PlanView():
            return _plan(view, wishes)
    return {"screen": "none"}


def _teams(view: PlansView) -> Props:
    limit = f"{view.most_bytes / 1e6:.0f} MB"
    return {
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
        "problems_title": "Nothing was kept yet: mend this, then bring the file again",
        "problems_columns": ["Where", "What is wrong", "What to do"],
        "samples_title": "Or begin with a sample",
        "samples": [_sample(sample, view) for sample in view.samples],
        "mine_title": "Your teams",
        "mine": [_mark(mark) for mark in view.teams],
        "mine_empty": "Teams that you bring, and the plans you have made for them, appear here.",
    }


def _sample(sample: Sample, view: PlansView) -> Props:
    """A sample opens the team that was made of it, where there is one."""
    there = next((mark.team for mark in view.teams if mark.sample == sample.id), None)
    return {
        "id": sample.id,
        "title": SAMPLES.get(sample.id, sample.id),
        "note": f"{counted(sample.people, 'person', 'people')}, {counted(sample.work, 'task', 'tasks')}",
        "team": there,
    }


def _mark(mark: TeamMark) -> Props:
    return {"team": mark.team, "name": team_name(mark), "note": _size(mark), "plans": [_entry(p) for p in mark.plans]}


def team_name(mark: TeamMark) -> str:
    """What a team is called: a sample by its title."""
    return SAMPLES.get(mark.sample, mark.name) if mark.sample else mark.name


def _size(mark: TeamMark) -> str:
    parts = (
        counted(mark.people, "person", "people"),
        counted(mark.work, "task", "tasks"),
        counted(mark.skills, "skill", "skills"),
    )
    return ", ".join(parts)


def _entry(mark: PlanMark) -> Props:
    wishes = f", {counted(mark.wishes, 'wish', 'wishes')}" if mark.wishes else ""
    return {"plan": mark.plan, "name": mark.name, "note": f"{STANDINGS[mark.standing]}{wishes}"}


def _team(view: TeamView, wishes: Wishes, notes: tuple[str, ...]) -> Props:
    name = team_name(view.mark)
    return {
        "screen": "team",
        "heading": name,
        "note": _size(view.mark),
        "back": "All teams",
        "drop": _drop_team(view.mark),
        "about_file": about_files((*notes, *look_alike(view.team))),
        **_around(view.mark, view.team, wishes),
    }


def _plan(view: PlanView, wishes: Wishes) -> Props:
    mark = view.mark
    return {
        "screen": "plan",
        "stage": mark.standing,
        "heading": mark.name,
        "note": f"{team_name(view.team)}: {_size(view.team)}. {STANDINGS[mark.standing]}.",
        "back": "All teams",
        "to_team": {"team": view.team.team, "name": team_name(view.team)},
        "plan": mark.plan,
        "running": _running(view.running) if view.running else None,
        "said": _said(view),
        "result": result(view),
        "rename": {"label": "Name of this plan", "submit": "Rename", "value": mark.name},
        "drop": {
            "title": "Remove this plan",
            "sure": "The plan is removed for good. The team stays.",
            "submit": "Remove it",
            "message": {"say": "DropPlan", "plan": mark.plan},
        },
        **_around(view.team, view.members, wishes),
    }


def _said(view: PlanView) -> str:
    """What there is to say where no plan came of it."""
    if view.mark.standing == "cut":
        return CUT
    if view.mark.standing == "failed":
        return f"This plan could not be made: {view.fault}. Nothing else is lost. Make it again below."
    return ""


def _running(running: SearchProgress) -> Props:
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


def _around(mark: TeamMark, team: Team, wishes: Wishes) -> Props:
    """The plans of the team, and the form for the next one."""
    number = len(mark.plans) + 1
    names = {plan.name for plan in mark.plans}
    while f"{FIRST} {number}" in names:
        number += 1
    return {
        "plans_title": "Plans for this team",
        "plans_empty": "No other plan has been made for it." if mark.plans else "No plan has been made for it yet.",
        "plans": [_entry(plan) for plan in mark.plans],
        "next": {
            "title": "Make a plan" if not mark.plans else "Make another plan",
            "intro": "Fix what is settled already, if anything is; everything else is found. What your wishes cost is "
            "shown beside the plan without them.",
            "team": mark.team,
            "name": f"{FIRST} {number}",
            "submit": "Make the best plan with these wishes" if wishes.all else "Make the best plan",
            "wishes": wishes.model_dump(mode="json"),
            "list_title": "Fixed beforehand",
            "list_empty": "Nothing is fixed.",
            "list": [_wish(kind, *pair) for kind in WISHES for pair in getattr(wishes, kind)],
            "form": None if len(wishes.all) >= MOST_WISHES else _wish_form(team),
        },
    }


def _wish(kind: str, person: str, task: str) -> Props:
    words = f"{person} {WISHES[kind]} {task}"
    return {
        "words": words,
        "remove": "Take back",
        "label": f"Take back: {words}",
        "message": {"say": "Wish", "kind": kind, "person": person, "task": task, "on": False},
    }


def _wish_form(team: Team) -> Props:
    return {
        "title": "Fix something beforehand",
        "person": {"label": "Who", "options": [person.name for person in team.people]},
        "kind": {"label": "does what", "options": [{"value": key, "text": words} for key, words in WISHES.items()]},
        "task": {"label": "Which task", "options": [task.name for task in team.work]},
        "submit": "Add this wish",
    }


def _drop_team(mark: TeamMark) -> Props:
    plans = f" and its {counted(len(mark.plans), 'plan', 'plans')}" if mark.plans else ""
    return {
        "title": "Remove this team",
        "sure": f"The team{plans} with all names are removed for good. Your own file is not touched.",
        "submit": "Remove it",
        "message": {"say": "DropTeam", "team": mark.team},
    }
