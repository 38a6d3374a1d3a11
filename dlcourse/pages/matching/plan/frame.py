"""What every screen of the planning page has: problems in an uploaded file, and a file to download."""

from dlcourse.domain.matching.plan_messages import TeamCheckView
from dlcourse.pages.file_checks import more_props
from dlcourse.pages.matching.plan.state import PlanState, place_of
from dlcourse.pages.matching.plan.teams import CorrectProps, PlanFrame, problem_props
from dlcourse.pages.matching.team import words
from dlcourse.pages.matching.team.form import slot
from dlcourse.pages.props import file_props, page_props


def plan_frame(state: PlanState) -> PlanFrame:
    """The frame of the page's props."""
    return {
        **page_props("plan", place_of(state), saved=state.saved, notice=state.notice),
        "looks": True,
        "title": words.TITLE,
        "missing": state.missing,
        "problems": [problem_props(problem) for problem in state.checked.problems],
        "problems_title": words.PROBLEMS,
        "problems_columns": words.PROBLEM_COLUMNS,
        "problems_more": more_props(state.checked.more),
        "correct": _correct(state.checked),
        "taken": file_props(state.taken),
    }


def _correct(checked: TeamCheckView) -> CorrectProps | None:
    if checked.cells is None:
        return None
    people, work = checked.cells
    return {
        "text": words.CORRECT_HERE,
        "slot": slot(""),
        "fields": {"name": words.TEAM_DEFAULT, "people": people, "work": work},
    }
