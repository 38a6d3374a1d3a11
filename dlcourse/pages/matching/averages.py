"""Role averages: a guess, the real figures of five occupations, and beside them the persons of one role in a team."""

from dataclasses import dataclass, replace
from statistics import mean
from typing import Any

from dlcourse.domain.expertise.profile import TOP_LEVEL
from dlcourse.domain.matching.averages import Averages, AveragesView, Figure, Guessed, GuessHighest
from dlcourse.domain.speech import TAG, Command, decode
from dlcourse.errors import CourseError
from dlcourse.pages.fields import choice, options
from dlcourse.pages.form import FormProps, form
from dlcourse.pages.markdown import inline
from dlcourse.pages.program import Do, Done, Page, Props, Raw, Refused, See, Seen, Step
from dlcourse.pages.words import STATUS, counted, listed

FIRST = "Instructing"
"""The skill that is shown first, where it is there."""
TOP_AVERAGE = 7
ANALYSTS = (
    "Eight trained analysts read what is known of an occupation and rate at which level it calls for a skill, from 0 "
    "to 7. The figures are the means of their eight ratings. They are real."
)
SCALES = (
    "The two scales are not the same, and neither are the skills. One says what an occupation calls for, from 0 to 7; "
    "the other what somebody can do, from 0 to 5. Do not compare a number of the one with a number of the other."
)
LEFT_OUT = (
    "Compare what each of them leaves out. The first picture has one bar for everybody who has the post. Whoever "
    "staffs a task by title reads that bar, and takes it for the colleague down the corridor."
)
INVENTED = (
    "The people of the second picture are invented, and their differences are no evidence. Look for the evidence at "
    "your own place: two people with one title, and something that only one of them can do."
)
SOURCE = (
    "Figures: O\\*NET database, U.S. Department of Labor, Employment and Training Administration (USDOL/ETA), used "
    "under [CC BY 4.0](https://creativecommons.org/licenses/by/4.0/). O\\*NET® is a trademark of USDOL/ETA. Five "
    "occupations were chosen for this page and nothing was changed; USDOL/ETA has not approved, endorsed or tested it."
)


@dataclass(frozen=True)
class AveragesState:
    """What is looked at: a skill of the averages, and an ability of the team."""

    team: str
    skill: str = ""
    ability: str = ""
    view: AveragesView | None = None
    saved: str = ""
    notice: CourseError | None = None


@dataclass(frozen=True)
class Choose:
    """The person asks to see another skill, or another ability; an empty one stays as it is."""

    skill: str
    ability: str


def init(place: Raw) -> Step[AveragesState]:
    """Open the page at the skill and the ability that the browser kept."""
    team, skill, ability = (str(place.get(part, "")) for part in ("team", "skill", "ability"))
    return AveragesState(team, skill, ability), (See(Averages(team=team)),)


def parse(raw: Raw) -> GuessHighest | Choose:
    """A guess, or what to show."""
    if raw.get(TAG) == "choose":
        return Choose(str(raw.get("skill", "")), str(raw.get("ability", "")))
    command = decode(Command, raw)
    if isinstance(command, GuessHighest):
        return command
    raise CourseError("averages", "it does not know that message", "Reload the page.")


def update(state: AveragesState, message: Any) -> Step[AveragesState]:
    """Carry out a guess and look again; show what was chosen."""
    match message:
        case GuessHighest():
            return replace(state, notice=None), (Do(message),)
        case Choose(skill=skill, ability=ability):
            return replace(state, skill=skill or state.skill, ability=ability or state.ability), ()
        case Done(recorded=recorded):
            return replace(state, saved=recorded.at), (See(Averages(team=state.team)),)
        case Seen(view=AveragesView() as view):
            return replace(state, view=view), ()
        case Refused(error=error):
            return replace(state, notice=error), ()
        case _:
            return state, ()


def props(state: AveragesState) -> Props:
    """What the page draws; a skill or an ability that is not there gives way to the first."""
    view = state.view
    skill = _one_of(view.skills, state.skill, FIRST) if view else ""
    ability = _one_of(view.abilities, state.ability, "") if view else ""
    return {
        "page": "averages",
        "place": {"team": state.team, "skill": skill, "ability": ability},
        "status": STATUS,
        "saved": state.saved,
        "notice": state.notice.to_json() if state.notice else None,
        "links": [],
        "view": _view(view, skill, ability) if view else None,
    }


def _one_of(there: tuple[str, ...], wanted: str, first: str) -> str:
    return wanted if wanted in there else first if first in there else there[0]


def _view(view: AveragesView, skill: str, ability: str) -> Props:
    guessed = view.guesses.get(skill)
    return {
        "title": "An average, and the people behind it",
        "occupations": {
            "title": "Five occupations, on average",
            "intro": ANALYSTS,
            "choose": {"label": "A skill", "value": skill, "options": list(view.skills)},
            "form": None if guessed else _form(view, skill),
            "result": _result(skill, guessed) if guessed else None,
        },
        "persons": _persons(view, ability),
        "end": {
            "title": "What the one cannot say about the other",
            "sentences": [SCALES, LEFT_OUT, INVENTED],
        },
        "source": inline(SOURCE),
    }


def _form(view: AveragesView, skill: str) -> FormProps:
    legend = f"Which of the five calls for the highest level of “{skill}”, on average?"
    occupations = options((each, each) for each in view.occupations)
    return form(
        GuessHighest,
        f"averages/{skill}",
        [choice("occupation", legend, occupations, "Guess first. The figures come with your guess.")],
        fixed={"skill": skill},
        submit="Keep my guess and show the figures",
    )


def _result(skill: str, guessed: Guessed) -> Props:
    levels = [figure.level for figure in guessed.figures]
    right = guessed.guess in guessed.highest
    top = f"The highest average: {listed(list(guessed.highest))}, {max(levels):.2f}"
    apart = f"From the lowest of the five to the highest it is {max(levels) - min(levels):.2f} steps of 7."
    verdict = f"You guessed it. {top}." if right else f"You guessed {guessed.guess}. {top}."
    return {
        "verdict": f"{verdict} {apart}",
        "caption": f"{skill}: the level that an occupation calls for, 0 to 7",
        "bars": [
            _bar(figure.occupation, figure.level, TOP_AVERAGE, f"{figure.level:.2f}") for figure in guessed.figures
        ],
        "table": {
            "title": "The same as a table",
            "columns": ["Occupation", "Level, 0 to 7", "Importance, 1 to 5"],
            "rows": [_row(figure) for figure in guessed.figures],
        },
    }


def _row(figure: Figure) -> list[str]:
    return [figure.occupation, f"{figure.level:.2f}", f"{figure.importance:.2f}"]


def _persons(view: AveragesView, ability: str) -> Props:
    levels = {each.name: each.levels[ability] for each in view.colleagues}
    return {
        "title": f"{counted(len(levels), view.role, f'{view.role}s')}, one by one",
        "intro": "The team of the small school, from the exercise above. It is invented. Each level is what its person "
        "said of themselves, 0 to 5.",
        "choose": {"label": "An expertise", "value": ability, "options": list(view.abilities)},
        "says": _says(levels, view.role),
        "caption": f"{ability}: the level of each {view.role}, 0 to 5",
        "bars": [_bar(name, level, TOP_LEVEL, str(level)) for name, level in levels.items()],
        "table": {
            "title": "All of it as a table",
            "columns": [view.role.capitalize(), *view.abilities],
            "rows": [[each.name, *(str(each.levels[skill]) for skill in view.abilities)] for each in view.colleagues],
        },
    }


def _says(levels: dict[str, int], role: str) -> str:
    """The mean, and who is far from it."""
    middle, low, high = mean(levels.values()), min(levels.values()), max(levels.values())
    at = {level: listed([name for name, each in levels.items() if each == level]) for level in (low, high)}
    if low == high:
        return f"By title and by person it is the same here: all are at {low}."
    return (
        f"The average {role} here is at {middle:.3g}. {at[high]} {_is(levels, high)} at {high}, "
        f"{at[low]} at {low}. Who knows only the title knows only the average."
    )


def _is(levels: dict[str, int], level: int) -> str:
    return "is" if list(levels.values()).count(level) == 1 else "are"


def _bar(name: str, value: float, most: int, text: str) -> Props:
    return {"name": name, "share": round(value / most, 4), "text": text}


PAGE = Page("averages", init, parse, update, props)
