"""The field for a longer text in steps: a guide names the steps and asks a question for each, or the writer does.

Which guide is followed is chosen in another field of the same form.
"""

import json
from collections.abc import Iterable
from typing import Literal, TypedDict


class GuideStep(TypedDict):
    """A step of a guide, and the question that helps to write it."""

    heading: str
    ask: str


class StepsGuide(TypedDict):
    """The steps of a guide; ``own_steps`` if the writer names the steps. ``value`` is that of the guide's option."""

    value: str
    steps: list[GuideStep]
    own_steps: bool


class StepLimits(TypedDict):
    """The most characters of a heading and of all words, and the most steps."""

    heading: int
    words: int
    steps: int


class StepWords(TypedDict):
    """The label of a step's heading, and the buttons that add a step and remove an empty one."""

    heading: str
    add: str
    remove: str


class StepsField(TypedDict):
    """A text in steps; sent as a list of steps with ``heading`` and ``words``, without the empty ones.

    ``guide`` is the name of the field in which the guide is chosen. ``value`` is shown until something is typed.
    Both it and the draft are JSON: a list of pairs, each with a heading and the words under it.
    """

    kind: Literal["steps"]
    name: str
    label: str
    guide: str
    guides: list[StepsGuide]
    value: str
    limits: StepLimits
    words: StepWords


def steps_field(  # noqa: PLR0913 (the parts of a field, each by its name)
    name: str,
    label: str,
    guide: str,
    guides: list[StepsGuide],
    *,
    limits: StepLimits,
    words: StepWords,
    written: Iterable[tuple[str, str]] = (),
) -> StepsField:
    """A text in steps; ``written`` are the headings and words that stand there already."""
    return {
        "kind": "steps",
        "name": name,
        "label": label,
        "guide": guide,
        "guides": guides,
        "value": json.dumps(list(written), ensure_ascii=False),
        "limits": limits,
        "words": words,
    }
