"""The words of the planning page about plans: the next one, its wishes, its search, and what came of it.

A name in braces is filled in. The words about teams are in `team.words`.
"""

from typing import Literal, NamedTuple

from dlcourse.domain.matching.plan import StageName
from dlcourse.domain.matching.plan_views import Standing
from dlcourse.pages.words import counted

Wished = Literal["pins", "leads", "keep_off", "no_lead"]
"""What can be fixed before a plan is made, by the name that it has in `Wishes`."""

STANDINGS: dict[Standing, str] = {
    "running": "Being made",
    "made": "Made",
    "conflict": "No plan is possible",
    "failed": "Did not work",
    "cut": "Cut off",
}
CUT = (
    "This plan was not finished: the course was closed while it was being made, or it is being made in another window "
    "of JupyterLab. Nothing else is lost. Make it again below."
)
FAILED = "This plan could not be made: {fault}. Nothing else is lost. Make it again below."
EARLIER = "The team was changed after this plan was made. The plan shows the team as it was then."
SUMMARY = "{team}: {size}. {standing}."

# The next plan, and what is fixed for it

FIRST = "Plan"
"""Plans are called Plan 1, Plan 2 … until somebody renames them."""
PLANS, NO_PLANS, NO_OTHER_PLANS = (
    "Plans for this team",
    "No plan has been made for it yet.",
    "No other plan has been made for it.",
)
MAKE, MAKE_ANOTHER = "Make a plan", "Make another plan"
MAKE_NOTE = (
    "Fix what is settled already, if anything is. The course finds everything else. Beside the plan you will see what "
    "your wishes cost."
)
MAKE_IT, MAKE_WITH_WISHES = "Make the best plan", "Make the best plan with these wishes"
FIXED, NOTHING_FIXED = "Fixed beforehand", "Nothing is fixed."
WISHES: dict[Wished, str] = {
    "pins": "{person} contributes to {task}",
    "leads": "{person} answers for {task}",
    "keep_off": "{person} has no part in {task}",
    "no_lead": "{person} does not answer for {task}",
}
WISH_KINDS: dict[Wished, str] = {
    "pins": "contributes to",
    "leads": "answers for",
    "keep_off": "has no part in",
    "no_lead": "does not answer for",
}
TAKE_BACK, TAKE_BACK_WISH = "Take back", "Take back: {wish}"
FIX = "Fix something beforehand"
WHO, DOES_WHAT, WHICH_TASK, CHOOSE, ADD_WISH = "Who", "does what", "Which task", "Choose…", "Add this wish"

# A search that is running

SEARCH = "Making the plan"
WAITING = "Waiting for another plan to be ready"
SEARCHING = "Aim {number} of {count}: {aim}; {seconds:.0f} s of at most {limit:.0f} s"
STOP = "Stop, and take the best plan so far"
FOUND_ONE = "There is a plan already; it is being made better."
FOUND_NONE = "You can leave this page. The course goes on, and the plan will be in the list when it is ready."

# A plan that was made

NO_PLAN_YET = "No plan yet"
STOPPED_EARLY = "You stopped before a plan was found. Make it again below."
CONFLICT = "No plan keeps all of this"
STOPPED = "You stopped the search: this is the best plan that was found until then."
PROVEN = "No plan is better: every aim is proven."
NOT_PROVEN = "This is the best plan that was found in the time there is; not every aim is proven."
AWAY = "{person} is taken to be away. {sure}"
WHY, BY_TASK, BY_PERSON = "Why it is so", "Task by task", "Person by person"
OPEN, NOTHING_OPEN = "What it leaves open", "Nothing: every requirement is met."
GOOD = "How good it is"
GOOD_NOTE = (
    "The seven aims are in their order; each goes before all that come after it. By title: places go to the highest "
    "title that still has hours. Heroes first: places go to whoever can do most. By lot: places go in random order, "
    "and you see the average of 200 draws. None of the three asks who wants to learn."
)
VERDICTS = "Can any plan do better?"
WITHOUT = "What would be missing without…"
WITHOUT_NOTE = (
    "A person is worth what the plan loses while they are away. Choose somebody. The best plan without them is made "
    "and set beside this one."
)
WHO_IS_AWAY, MAKE_WITHOUT, WITHOUT_NAME = "Who is away", "Make the plan without them", "Without {person}"
TAKE, PRINT = "Take it along", "Print this plan"
AS_WORKBOOK, AS_TABLE = "Download as a workbook (.xlsx)", "Download as a table (.csv)"
RENAME, RENAME_IT = "Name of this plan", "Rename"
REMOVE_PLAN, REMOVE_PLAN_SURE = "Remove this plan", "The plan is removed for good. The team stays."
REMOVE = "Remove it"

# The tables of a plan

NOBODY = "nobody"
TASK_TABLE, PERSON_TABLE = "The plan, task by task", "The plan, person by person"
TASK_COLUMNS = ["Task", "Answers for it", "Contribute", "Learn", "Named experts", "Coaching"]
PERSON_COLUMNS = ["Person", "Contributes to", "Answers for", "Learns", "Coaches", "Hours"]
EXPERT, COACHING = "{skill}: {person}", "{coach} coaches {learner} in {skill}"
LEARNS, COACHES, HOURS = "{skill}, from {coach}", "{learner} in {skill}", "{given} of {hours}"
COMPARED_TABLE = "This plan and three that nobody thought about"
COMPARED: dict[str, str] = {"by_title": "By title", "heroes_first": "Heroes first", "random": "By lot, on average"}
COUNTS, THIS_PLAN = "What counts, in this order", "This plan"
WHOLE_TEAM, WITHOUT_WISHES, WISHES_COST = "The whole team", "Without wishes", "What the wishes cost"
SAME = "the same"


class Aim(NamedTuple):
    """One of the seven aims in words: what is counted, and what is better."""

    label: str
    better: str


AIMS: dict[StageName, Aim] = {
    "uncovered": Aim("Requirements that nobody there meets", "fewer is better"),
    "unsupported": Aim("Tasks whose accountable person lacks support", "fewer is better"),
    "without_part": Aim("People without a part", "fewer is better"),
    "named_experts": Aim("People who are a named expert", "more is better"),
    "greatest_load": Aim("Greatest share of anybody's hours", "less is better"),
    "coached": Aim("Wishes to learn that are met", "more is better"),
    "fit": Aim("Points of fit, of experts and of those who answer", "more is better"),
}


def plan_note(standing: Standing, wishes: int) -> str:
    """The note beside a plan in a list: ``Made, 2 wishes``."""
    note = STANDINGS[standing]
    return f"{note}, {counted(wishes, 'wish', 'wishes')}" if wishes else note


def percentage_points(number: str) -> str:
    """``1 percentage point``, ``25 percentage points``."""
    return f"{number} percentage point{'' if number == '1' else 's'}"
