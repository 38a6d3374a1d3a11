"""The props of the film of one run: beliefs of people and the usual way, week by week, and as a table."""

from typing import TypedDict

from dlcourse.domain.learning.choices import QUESTIONS
from dlcourse.domain.learning.messages import RunFrame, SchoolFilmView
from dlcourse.pages.learning import film_words as words
from dlcourse.pages.props import NamedText, TextTable


class FilmControlWords(TypedDict):
    """The words of the slider and its buttons."""

    slider: str
    play: str
    stop: str
    back: str
    forward: str


class FilmedPerson(TypedDict):
    """A row of the picture: a person by number, with their department; ``leads`` says that they have a title."""

    name: str
    department: str
    leads: bool


class RunFrameProps(TypedDict):
    """A week: what is announced, and the signs (``+``, ``-``, ``0``) of all questions.

    The first row of ``rows`` is the usual way, the others are the people. ``better`` are the places of the
    rows of people who do better than that.
    """

    name: str
    says: str
    rows: list[str]
    better: list[int]


class SchoolFilmProps(TypedDict):
    """One run of a school. ``common`` is how many questions, from the left, all want the same in."""

    title: str
    note: str
    label: str
    given: str
    people: list[FilmedPerson]
    common: int
    aims: str
    marks: list[NamedText]
    frames: list[RunFrameProps]
    words: FilmControlWords
    table: TextTable


def film_props(view: SchoolFilmView) -> SchoolFilmProps:
    """The film of one run."""
    return {
        "title": words.TITLE,
        "note": words.NOTE,
        "label": words.LABEL,
        "given": words.GIVEN,
        "people": [_person(place, view) for place in range(len(view.departments))],
        "common": view.common,
        "aims": words.AIMS.format(common=view.common) if view.common < QUESTIONS else words.SAME_AIMS,
        "marks": [{"name": name, "text": text} for name, text in words.MARKS.items()],
        "frames": [_frame(week, frame) for week, frame in enumerate(view.frames)],
        "words": {
            "slider": words.SLIDER,
            "play": words.PLAY,
            "stop": words.STOP,
            "back": words.BACK,
            "forward": words.FORWARD,
        },
        "table": {
            "title": words.TABLE,
            "columns": list(words.COLUMNS),
            "rows": [_row(week, frame) for week, frame in enumerate(view.frames)],
        },
    }


def _person(place: int, view: SchoolFilmView) -> FilmedPerson:
    return {
        "name": str(place + 1),
        "department": words.DEPARTMENT.format(number=view.departments[place] + 1),
        "leads": place < view.leaders,
    }


def _frame(week: int, frame: RunFrame) -> RunFrameProps:
    return {
        "name": words.WEEK.format(week=week) if week else words.START,
        "says": _says(frame),
        "rows": [frame.code, *frame.people],
        "better": [place + 1 for place in frame.better],
    }


def _says(frame: RunFrame) -> str:
    given = words.ALL_GIVEN.format(right=frame.code.count("+"), wrong=frame.code.count("-"), open=frame.code.count("0"))
    average = words.ON_AVERAGE.format(right=_right_on_average(frame))
    return f"{given} {average} {words.BETTER.of(len(frame.better))}"


def _right_on_average(frame: RunFrame) -> str:
    return f"{sum(signs.count('+') for signs in frame.people) / len(frame.people):.1f}"


def _row(week: int, frame: RunFrame) -> list[str]:
    counts = [str(frame.code.count(sign)) for sign in "+-0"]
    return [str(week), *counts, _right_on_average(frame), str(len(frame.better))]
