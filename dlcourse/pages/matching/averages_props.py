"""The props of the page about role averages: a guess, the figures of five occupations, and the people of one role."""

from statistics import mean
from typing import TypedDict

from dlcourse.domain.expertise.profile import TOP_LEVEL
from dlcourse.domain.matching.averages import AveragesView, Figure, Guessed, GuessHighest
from dlcourse.pages.fields import choice, options
from dlcourse.pages.form import FormProps, form
from dlcourse.pages.markdown import inline
from dlcourse.pages.matching import words_of_averages as words
from dlcourse.pages.props import TextTable
from dlcourse.pages.words import listed

TOP_AVERAGE = 7


class MenuProps(TypedDict):
    """A menu: its label, the current choice and the options."""

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
    """The averages of the occupations in one skill: a form until the person has guessed, then the figures."""

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
    """What averages do not tell about a person, one sentence each."""

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
        "title": words.TITLE,
        "occupations": {
            "title": words.OCCUPATIONS,
            "intro": words.ANALYSTS,
            "choose": {"label": words.A_SKILL, "value": skill, "options": list(view.skills)},
            "form": None if guessed else _form(view, skill),
            "result": _result(skill, guessed) if guessed else None,
        },
        "persons": _persons(view, ability),
        "end": {
            "title": words.END,
            "sentences": [words.SCALES, words.LEFT_OUT, words.INVENTED],
        },
        "source": inline(words.SOURCE),
    }


def _form(view: AveragesView, skill: str) -> FormProps:
    legend = words.WHICH.format(skill=skill)
    occupations = options((each, each) for each in view.occupations)
    return form(
        GuessHighest,
        f"averages/{skill}",
        [choice("occupation", legend, occupations, words.GUESS_FIRST)],
        fixed={"skill": skill},
        submit=words.GUESS,
    )


def _result(skill: str, guessed: Guessed) -> BarsProps:
    levels = [figure.level for figure in guessed.figures]
    right = guessed.guess in guessed.highest
    verdict = words.GUESSED_RIGHT if right else words.GUESSED.format(occupation=guessed.guess)
    top = words.HIGHEST.format(occupations=listed(list(guessed.highest)), level=max(levels))
    apart = words.APART.format(steps=max(levels) - min(levels))
    return {
        "says": f"{verdict} {top} {apart}",
        "caption": words.FIGURES.format(skill=skill),
        "bars": [
            _bar(figure.occupation, figure.level, TOP_AVERAGE, f"{figure.level:.2f}") for figure in guessed.figures
        ],
        "table": {
            "title": words.FIGURES_TABLE,
            "columns": list(words.FIGURES_COLUMNS),
            "rows": [_row(figure) for figure in guessed.figures],
        },
    }


def _row(figure: Figure) -> list[str]:
    return [figure.occupation, f"{figure.level:.2f}", f"{figure.importance:.2f}"]


def _persons(view: AveragesView, ability: str) -> PersonsProps:
    levels = {each.name: each.levels[ability] for each in view.colleagues}
    return {
        "title": words.ONE_BY_ONE.of(len(levels), role=view.role),
        "intro": words.TEAM,
        "choose": {"label": words.AN_EXPERTISE, "value": ability, "options": list(view.abilities)},
        "result": _levels(view, ability, levels),
    }


def _levels(view: AveragesView, ability: str, levels: dict[str, int]) -> BarsProps:
    return {
        "says": _says(levels, view.role),
        "caption": words.LEVELS.format(ability=ability, role=view.role),
        "bars": [_bar(name, level, TOP_LEVEL, str(level)) for name, level in levels.items()],
        "table": {
            "title": words.LEVELS_TABLE,
            "columns": [view.role.capitalize(), *view.abilities],
            "rows": [[each.name, *(str(each.levels[skill]) for skill in view.abilities)] for each in view.colleagues],
        },
    }


def _says(levels: dict[str, int], role: str) -> str:
    """A sentence with the mean and who is far from it."""
    middle, low, high = mean(levels.values()), min(levels.values()), max(levels.values())
    at = {level: listed([name for name, each in levels.items() if each == level]) for level in (low, high)}
    if low == high:
        return words.SAME_LEVEL.format(level=low)
    highest = list(levels.values()).count(high)
    average = words.AVERAGE.format(role=role, mean=middle)
    apart = words.APART_LEVELS.of(highest, highest=at[high], high=high, lowest=at[low], low=low)
    return f"{average} {apart} {words.ONLY_TITLE}"


def _bar(name: str, value: float, most: int, text: str) -> BarProps:
    return {"name": name, "share": round(value / most, 4), "text": text}
