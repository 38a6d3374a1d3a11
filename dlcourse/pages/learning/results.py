"""What comes of a school, as both pages show it: the curves, what each change alone would do, and what was decided."""

from collections.abc import Iterator
from typing import TypedDict

from dlcourse.domain.learning.choices import AT_FIRST, CHOICES
from dlcourse.domain.learning.messages import SchoolChange, SchoolRunsView
from dlcourse.pages.chart import ChartProps, drawn
from dlcourse.pages.learning import words
from dlcourse.pages.learning.change_words import points


class DecidedProps(TypedDict):
    """A choice of the school with the principles that it is about, and what came of it."""

    name: str
    principles: str
    text: str


class SchoolResultProps(TypedDict):
    """What came of a school. ``decided`` is empty if nothing was chosen."""

    points: str
    curves: ChartProps
    decided_title: str
    decided: list[DecidedProps]
    changes: ChartProps


def result_props(view: SchoolRunsView) -> SchoolResultProps:
    """The charts, and what each choice did."""
    return {**place_result_props(view), "decided": list(_decided(view))}


def place_result_props(view: SchoolRunsView) -> SchoolResultProps:
    """The charts alone: at one's own place nothing was chosen yet."""
    return {
        "points": words.POINTS,
        "curves": drawn(view.curves),
        "decided_title": words.DECIDED,
        "decided": [],
        "changes": drawn(view.changes_chart),
    }


def _decided(view: SchoolRunsView) -> Iterator[DecidedProps]:
    """For each choice that is not as at first: what the school would come to if that alone were as at first."""
    for choice in CHOICES:
        at_first, now = getattr(AT_FIRST, choice), getattr(view.school, choice)
        if now != at_first:
            (back,) = [each for each in view.changes if (each.choice, each.level) == (choice, at_first)]
            name = words.SHORT[choice, now]
            yield {
                "name": name[0].upper() + name[1:],
                "principles": words.PRINCIPLES[choice],
                "text": _did(back),
            }


def _did(back: SchoolChange) -> str:
    """What a choice did, told by what would be without it."""
    other = words.SHORT[back.choice, back.level]
    if not back.sure:
        return words.DID_UNSURE.format(back=other)
    by, error = abs(back.by), 2 * back.error
    sentence = words.DID_GAIN if back.by < 0 else words.DID_LOSS
    return sentence.format(back=other, by=points(by), low=points(by - error), high=points(by + error))
