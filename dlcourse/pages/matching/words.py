"""What the planning page calls things, and what it asks about names."""

from typing import Literal

from dlcourse.domain.matching.plan_views import Standing
from dlcourse.domain.matching.team import Team
from dlcourse.pages.words import ask_alike

Wished = Literal["pins", "leads", "keep_off", "no_lead"]
"""What can be fixed before a plan is made, by the name that it has in `Wishes`."""

STANDINGS: dict[Standing, str] = {
    "running": "Being made",
    "made": "Made",
    "conflict": "No plan is possible",
    "failed": "Did not work",
    "cut": "Cut off",
}
SAMPLES = {
    "small-school": "A small school",
    "university-department": "A university department",
    "district": "A school district",
}
CUT = (
    "This plan was not finished: the course was closed while it was being made, or it is being made in another window "
    "of JupyterLab. Nothing else is lost. Make it again below."
)
WISHES: dict[Wished, str] = {
    "pins": "contributes to",
    "leads": "answers for",
    "keep_off": "has no part in",
    "no_lead": "does not answer for",
}


def look_alike(team: Team) -> tuple[str, ...]:
    """A question for names of people, roles, tasks and skills that look alike: they may be one."""
    return (
        *ask_alike((person.name for person in team.people), "person"),
        *ask_alike((person.role for person in team.people), "role"),
        *ask_alike((task.name for task in team.work), "task"),
        *ask_alike(team.skills, "skill"),
    )
