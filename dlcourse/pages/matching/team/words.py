"""The words of the planning page about teams: bringing one, typing one in, the picture of who can do what.

A name in braces is filled in. The words about plans are in `plan.words`.
"""

from collections.abc import Iterable

from dlcourse.domain.matching.team import MOST_PEOPLE, MOST_SKILLS, MOST_WORK, Team
from dlcourse.domain.matching.typed.coverage import Lack
from dlcourse.domain.matching.typed.messages import TableName
from dlcourse.pages.words import ask_alike, counted

TITLE = "Plan with your own team"
INTRO = (
    "You say who can do what, how many hours each person has, and what there is to do. From this the course makes the "
    "best plan, with a reason for each part of it. It says who contributes, who learns from whom, who answers for "
    "what, and what nobody here can do yet."
)
PRIVACY = "Only you can see these teams. When you remove a team, its names and its plans are deleted."
CONSENT = (
    "You are about to write down other people's names, and what they can do. They are not here to agree. What you "
    "enter is stored with your work in this course, only you can see it there, and whatever you remove is deleted, "
    "except from plans that you made before and keep."
)
CARE = (
    "Would these people mind that you write down what they can do? Ask them, or use initials or made-up names: what "
    "you enter is stored with your work in this course, only you can see it there, and whatever you remove is deleted, "
    "except from plans that you made before and keep."
)
MINE, NONE_MINE = "Your teams", "Your teams, and the plans you make for them, will appear here."
SAMPLES_TITLE = "Or try it with a sample"
SAMPLES = {
    "small-school": "A small school",
    "university-department": "A university department",
    "district": "A school district",
}
ALL_TEAMS = "All teams"
REMOVE_TEAM, REMOVE = "Remove this team", "Remove it"
SURE_ALONE = "The team with all names is removed for good. Your own file is not touched."
SURE_WITH_PLANS = "The team and its {plans}, with all names, are removed for good. Your own file is not touched."

# Bringing a team in files

BRING, BRING_INSTEAD = "Bring it in a file", "Bring it in a file instead"
BRING_HOW = "Choose one workbook (.xlsx), or people.csv and work.csv together; each at most {limit}."
TEMPLATE = "Download a team file to start from"
TEAM_NAME, TEAM_DEFAULT = "What do you call this team?", "Our team"
CHOOSE_FILES, DROP_FILES, CHOSEN = "Choose the file, or both files", "or drop them here", "Chosen: {names}"
BRING_IT = "Bring this team"
NO_FILE = "Choose a file first."
FILE_CHANGED = "The file has changed since you chose it: choose it again."
FILE_TOO_LARGE = "{{name}} is larger than {limit}, so it was not read. Keep only the columns and rows that are needed."
TOO_MANY_FILES = "Choose one workbook, or people.csv and work.csv: two files at most."
PROBLEMS = "Nothing was saved yet: fix this, then bring the file again"
PROBLEM_COLUMNS = ["Where", "What is wrong", "What to do"]
CORRECT_HERE = "Correct it on this page"
SHEET, LINE, COLUMN = "sheet {sheet}", "line {line}", "column {column}"

# Typing a team in

OWN_TITLE = "Your own team"
TYPE, TYPE_NOTE = "Type it in", "A table for the people and one for the work, with a picture of who can do what."
TYPE_GO_ON = "Go on with the team you began"
TYPE_BEGIN = "Type a team in"
THE_TEAM = "The team"
HOW = (
    "Type, or paste cells from a spreadsheet: they spread over rows and columns. Tab goes to the next cell, Enter to "
    "the one below, and the arrow keys to the ones around."
)
TABLES: dict[TableName, str] = {"people": "The people", "work": "The work"}
NOTES: dict[TableName, str] = {
    "people": "Hours are what a person can give. Below each skill stands a level from 0 (none) to 5 (others come to "
    "learn it); 3+ says that somebody is at 3 and wants to learn more.",
    "work": "Hours are for each person who contributes; least and most say how many contribute. Below each skill "
    "stands the level that somebody there must have, from 1 to 5, or nothing.",
}
HEADINGS: dict[TableName, dict[str, str]] = {
    "people": {"name": "Name", "role": "Role", "hours": "Hours"},
    "work": {"task": "Task", "hours": "Hours", "least": "Least", "most": "Most"},
}
"""What stands above the columns that every team has, by the headings that they have in files."""
SKILL, CELL = "Skill {number}", "{column}, {row}"
ROWS: dict[TableName, str] = {"people": "person {number}", "work": "task {number}"}
"""How a row is called that has no name yet."""
SKILL_NAME = "Name of skill {number}"
ADD_SKILL, UNDO = "Add a skill", "Undo"
REMOVE_ROW, REMOVE_SKILL = "Remove {row}", "Remove the skill {column}"
USE, USE_CORRECTED = "Use this team", "Save these changes"
BEHIND = (
    "The team was changed in another window after you began here. If you save, what you see here replaces it. To see "
    "it, forget what you changed here."
)
TOO_LARGE = (
    "This team is too large to be changed on a page. Save it as a file, change the file, and bring it as a new team."
)
PASTE_TOO_LARGE = (
    f"These cells are too many for a page. A team has at most {MOST_PEOPLE} people, {MOST_WORK} tasks and "
    f"{MOST_SKILLS} skills; bring a large one in a file."
)
SAVE_FILES = "Save it as a file"
SAVE_AS = {"xlsx": "Workbook (.xlsx)", "people": "people.csv", "work": "work.csv"}
PLACE, PLACE_IN_TABLE = "{table}, {place}", "{table}"

# The picture

PICTURE = "Who can do what"
PICTURE_EMPTY = "The picture begins when there is a complete row for a person and one for a task."
PICTURE_LARGE = "The picture is not drawn for more than {people} people or {tasks} tasks."
ALL_MET = "Every requirement is met by somebody."
NONE_ASKED = "No task requires a skill yet."
LACK_NOBODY = "{task} requires {skill} at level {need}, and nobody here has it."
LACK_NEAREST = (
    "{task} requires {skill} at level {need}, and nobody here reaches it. {person} comes nearest, with {level}."
)
SHORT_OF_HOURS = "The work takes at least {needed} hours, and these people have {there} together."
PERSON_COLUMN = "Person"
MET_OF, NOTHING_NEEDED = "{met} of {needed}", "free"
MET_NOTE = "A cell says how many of the skills that a task requires a person has at the required level."
TASK_OK, TASK_LACKS = "complete", "lacks {skills}"


def size(people: int, work: int, skills: int) -> str:
    """``10 people, 5 tasks, 6 skills``."""
    parts = (counted(people, "person", "people"), counted(work, "task", "tasks"), counted(skills, "skill", "skills"))
    return ", ".join(parts)


def sample_size(people: int, work: int) -> str:
    """``10 people, 5 tasks``."""
    return f"{counted(people, 'person', 'people')}, {counted(work, 'task', 'tasks')}"


def removal(plans: int) -> str:
    """What goes with a team that is removed."""
    return SURE_WITH_PLANS.format(plans=counted(plans, "plan", "plans")) if plans else SURE_ALONE


def saved(people: int, work: int, skills: int) -> str:
    """What is said when a team was saved."""
    return f"Saved: {size(people, work, skills)}."


def headline(asked: int, lacking: int) -> str:
    """The one sentence that the picture comes to."""
    if not asked:
        return NONE_ASKED
    if not lacking:
        return ALL_MET
    verb = "is" if lacking == 1 else "are"
    return f"{lacking} of {counted(asked, 'requirement', 'requirements')} {verb} met by nobody."


def lack(found: Lack) -> str:
    """A requirement that nobody meets, and who comes nearest."""
    words = LACK_NOBODY if found.nearest is None else LACK_NEAREST
    return words.format(task=found.task, skill=found.skill, need=found.need, person=found.nearest, level=found.level)


def still_empty(cells: int) -> str:
    """How many cells have to be filled in; empty if none has."""
    return f"{counted(cells, 'cell', 'cells')} still to fill in." if cells else ""


def left_out(rows: int) -> str:
    """Why a picture does not show all rows yet; empty if it does."""
    if not rows:
        return ""
    if rows == 1:
        return "1 row is not complete yet, so the picture leaves it out."
    return f"{rows} rows are not complete yet, so the picture leaves them out."


def look_alike(team: Team) -> tuple[str, ...]:
    """A question for names of people, roles, tasks and skills that look alike: they may mean the same."""
    return ask_names(
        (person.name for person in team.people),
        (person.role for person in team.people),
        (task.name for task in team.work),
        team.skills,
    )


def ask_names(
    people: Iterable[str], roles: Iterable[str], work: Iterable[str], skills: Iterable[str]
) -> tuple[str, ...]:
    """A question for names that look alike among the people, the roles, the tasks or the skills of a team."""
    return (
        *ask_alike(people, "person"),
        *ask_alike(roles, "role"),
        *ask_alike(work, "task"),
        *ask_alike(skills, "skill"),
    )
