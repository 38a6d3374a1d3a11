"""What the page about role averages draws: a guess and figures of five occupations, then the persons of one role."""

from statistics import mean
from typing import TypedDict

from dlcourse.domain.expertise.profile import TOP_LEVEL
from dlcourse.domain.matching.averages import AveragesView, Figure, Guessed, GuessHighest
from dlcourse.pages.fields import choice, options
from dlcourse.pages.form import FormProps, form
from dlcourse.pages.markdown import inline
from dlcourse.pages.props import TextTable
from dlcourse.pages.words import counted, listed

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


class MenuProps(TypedDict):
    """A menu: what it is for, what is chosen, and what can be."""

    label: str
    value: str
    options: list[str]


class BarProps(TypedDict):
    """A bar: what it stands for, its length from 0 to 1, and the figure in words."""

    name: str
    share: float
    text: str


class BarsProps(TypedDict):
    """Bars under a sentence, and the same as a table."""

    says: str
    caption: str
    bars: list[BarProps]
    table: TextTable


class OccupationsProps(TypedDict):
    """The averages of the occupations in one skill: a form while nothing was guessed, then the figures."""

    title: str
    intro: str
    choose: MenuProps
    form: FormProps | None
    result: BarsProps | None


class PersonsProps(TypedDict):
    """The persons of one role in one ability."""

    title: str
    intro: str
    choose: MenuProps
    result: BarsProps


class Conclusion(TypedDict):
    """What one cannot say from the other, a sentence each."""

    title: str
    sentences: list[str]


class AveragesContents(TypedDict):
    """Both pictures, what to conclude from them, and the source (HTML)."""

    title: str
    occupations: OccupationsProps
    persons: PersonsProps
    end: Conclusion
    source: str


def averages_contents(view: AveragesView, skill: str, ability: str) -> AveragesContents:
    """Both pictures, the occupations in one skill and the persons in one ability."""
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


def _result(skill: str, guessed: Guessed) -> BarsProps:
    levels = [figure.level for figure in guessed.figures]
    right = guessed.guess in guessed.highest
    top = f"The highest average: {listed(list(guessed.highest))}, {max(levels):.2f}"
    apart = f"From the lowest of the five to the highest it is {max(levels) - min(levels):.2f} steps of 7."
    verdict = f"You guessed it. {top}." if right else f"You guessed {guessed.guess}. {top}."
    return {
        "says": f"{verdict} {apart}",
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


def _persons(view: AveragesView, ability: str) -> PersonsProps:
    levels = {each.name: each.levels[ability] for each in view.colleagues}
    return {
        "title": f"{counted(len(levels), view.role, f'{view.role}s')}, one by one",
        "intro": "The team of the small school, from the exercise above. It is invented. Each level is what its person "
        "said of themselves, 0 to 5.",
        "choose": {"label": "An expertise", "value": ability, "options": list(view.abilities)},
        "result": _levels(view, ability, levels),
    }


def _levels(view: AveragesView, ability: str, levels: dict[str, int]) -> BarsProps:
    return {
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


def _bar(name: str, value: float, most: int, text: str) -> BarProps:
    return {"name": name, "share": round(value / most, 4), "text": text}
