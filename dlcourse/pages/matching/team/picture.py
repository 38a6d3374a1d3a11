"""The picture of a team while it is typed in: who can do what, and what nobody here can do yet."""

from collections.abc import Sequence
from typing import TypedDict

from dlcourse.domain.matching.gaps import number
from dlcourse.domain.matching.team import Person, Task
from dlcourse.domain.matching.typed.coverage import Lack, hours_needed, hours_there, lacks, met, requirements
from dlcourse.domain.matching.typed.messages import CellsView
from dlcourse.pages.matching.team import words
from dlcourse.pages.words import listed

MOST_PEOPLE_DRAWN, MOST_TASKS_DRAWN = 60, 30
MOST_LACKS = 8
"""How many lacks are told in sentences."""
SHADES = 5
"""How many shades a cell can have, from having nothing to having all."""


class FitCell(TypedDict):
    """How many of a task's required skills a person has: in words, and as a shade from 0 to 5."""

    text: str
    shade: int


class FitRow(TypedDict):
    """A person, with a cell for each task."""

    name: str
    cells: list[FitCell]


class FitColumn(TypedDict):
    """A task, what is said about it, and whether it lacks a skill."""

    name: str
    note: str
    lacks: bool


class FitMap(TypedDict):
    """Who can do what as a table: people are rows, tasks are columns."""

    person: str
    note: str
    columns: list[FitColumn]
    rows: list[FitRow]


class TeamPictureProps(TypedDict):
    """The picture so far: one sentence, what is lacking, and the map; or a note on why there is none."""

    title: str
    headline: str
    lacks: list[str]
    note: str
    map: FitMap | None


def team_picture(view: CellsView) -> TeamPictureProps:
    """The picture of the rows that are complete."""
    note = words.left_out(view.left_out)
    if not view.people or not view.work:
        return _picture("", [], words.PICTURE_EMPTY, None)
    found = lacks(view.people, view.work)
    sentences = [*(words.lack(lack) for lack in found[:MOST_LACKS]), *_short_of_hours(view.people, view.work)]
    headline = words.headline(requirements(view.work), len(found))
    if len(view.people) > MOST_PEOPLE_DRAWN or len(view.work) > MOST_TASKS_DRAWN:
        large = words.PICTURE_LARGE.format(people=MOST_PEOPLE_DRAWN, tasks=MOST_TASKS_DRAWN)
        return _picture(headline, sentences, " ".join(filter(None, (note, large))), None)
    return _picture(headline, sentences, note, _map(view.people, view.work, found))


def _picture(headline: str, lacking: list[str], note: str, fit: FitMap | None) -> TeamPictureProps:
    return {"title": words.PICTURE, "headline": headline, "lacks": lacking, "note": note, "map": fit}


def _short_of_hours(people: Sequence[Person], work: Sequence[Task]) -> list[str]:
    needed, there = hours_needed(work), hours_there(people)
    if needed <= there:
        return []
    return [words.SHORT_OF_HOURS.format(needed=number(needed), there=number(there))]


def _map(people: Sequence[Person], work: Sequence[Task], found: Sequence[Lack]) -> FitMap:
    return {
        "person": words.PERSON_COLUMN,
        "note": words.MET_NOTE,
        "columns": [_column(task, found) for task in work],
        "rows": [{"name": person.name, "cells": [_cell(person, task) for task in work]} for person in people],
    }


def _column(task: Task, found: Sequence[Lack]) -> FitColumn:
    lacking = [lack.skill for lack in found if lack.task == task.name]
    note = words.TASK_LACKS.format(skills=listed(lacking)) if lacking else words.TASK_OK
    return {"name": task.name, "note": note, "lacks": bool(lacking)}


def _cell(person: Person, task: Task) -> FitCell:
    if not task.needs:
        return {"text": words.NOTHING_NEEDED, "shade": SHADES}
    has, needed = len(met(person, task)), len(task.needs)
    return {"text": words.MET_OF.format(met=has, needed=needed), "shade": -(-SHADES * has // needed)}
