"""The steps of a session, as its page shows them: the bar that stays in sight, and the way to the next step."""

from collections.abc import Sequence
from typing import TypedDict

from dlcourse.domain.curriculum.steps import StepKind, StepMark, minutes_left, where_to_go_on
from dlcourse.pages.words import counted

KINDS: dict[StepKind, str] = {
    "do": "Do",
    "look-back": "Look back",
    "read": "Read",
    "apply": "Apply",
    "write": "Write",
}
"""What each kind of step is called."""
GO_ON = "go-on"
"""The anchor of the step with which a person goes on, for links to a session that cannot know its steps."""


class StepLink(TypedDict):
    """A step in the bar, under its title. ``kind`` says what it is for, such as "Look back".

    ``place`` says where one is, such as "Step 2 of 5: Look back".

    ``left`` is how many of the session's minutes it still takes, 0 if it is done.

    ``reads`` is True if the step is done by coming to its end; ``goes_on`` marks the one with which the person goes on.
    """

    id: str
    anchor: str
    kind: str
    title: str
    minutes: str
    place: str
    done: bool
    reads: bool
    goes_on: bool
    mark: str
    left: float


class StepsBar(TypedDict):
    """The bar of a session's steps; ``on`` is the anchor that leads to the one with which the person goes on.

    ``one_left`` and ``many_left`` are the words with which the browser counts on while an exercise is being done.
    """

    label: str
    steps: list[StepLink]
    left: str
    one_left: str
    many_left: str
    on: str
    begin: str
    all: str
    onward: str
    previous: str
    next: str
    standards_title: str
    standards: list[str]


def steps_bar(marks: Sequence[StepMark], minutes: int, standards: Sequence[str] = ()) -> StepsBar:
    """What the bar shows of a session that takes so many minutes, and the published standards that it serves."""
    on, whole = where_to_go_on(marks), sum(mark.step.minutes for mark in marks) or 1
    return {
        "label": "Steps of this session",
        "steps": [
            _link(
                mark,
                f"Step {number} of {len(marks)}: {KINDS[mark.step.kind]}",
                minutes * mark.step.minutes / whole,
                goes_on=mark == on,
            )
            for number, mark in enumerate(marks, 1)
        ],
        "left": _left(minutes_left(marks, minutes)),
        "one_left": _left(1),
        "many_left": _left(2).replace("2", "{minutes}"),
        "on": GO_ON,
        "begin": "Begin:",
        "all": "Show all steps",
        "onward": "Previous and next step",
        "previous": "Previous step",
        "next": "Next step",
        "standards_title": "Standards that this session serves",
        "standards": list(standards),
    }


def read_more(title: str, minutes: int) -> str:
    """What a folded text is called."""
    return f"Read more: {title} ({counted(minutes, 'minute', 'minutes')})"


def _link(mark: StepMark, place: str, takes: float, *, goes_on: bool) -> StepLink:
    step = mark.step
    return {
        "id": step.id,
        "anchor": step.anchor,
        "kind": KINDS[step.kind],
        "title": step.title,
        "minutes": counted(max(1, round(step.minutes)), "minute", "minutes"),
        "place": place,
        "done": mark.done,
        "reads": mark.reads,
        "goes_on": goes_on,
        "mark": "done" if mark.done else "",
        "left": 0 if mark.done else round(takes, 2),
    }


def _left(minutes: int) -> str:
    return f"Up to {counted(minutes, 'minute', 'minutes')} left" if minutes else "All steps are done"
