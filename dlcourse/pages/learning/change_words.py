"""What a change of one choice comes to, in words: with its band, and without more precision than it has."""

from dlcourse.domain.learning.choices import AT_FIRST, CHOICES, SchoolChoices
from dlcourse.domain.learning.messages import SchoolChange, SchoolRunsView
from dlcourse.pages.learning import words
from dlcourse.pages.learning.place_words import CURVE, CURVE_NONE

MINUS = "\N{MINUS SIGN}"


def points(value: float) -> str:
    """A share from -1 to 1 as points from -100 to 100, whole numbers with a real minus sign."""
    return str(round(100 * value)).replace("-", MINUS)


def signed(value: float) -> str:
    """The same with a sign before gains as well."""
    said = points(value)
    return said if said.startswith((MINUS, "0")) else f"+{said}"


def band(mean: float, error: float) -> str:
    """``41 to 45``: two standard errors to each side, in points."""
    return f"{points(mean - 2 * error)} to {points(mean + 2 * error)}"


def called(change: SchoolChange) -> str:
    """``Open doors``: a change by the level that it leads to."""
    name = words.SHORT[change.choice, change.level]
    return name[0].upper() + name[1:]


def school_name(school: SchoolChoices) -> str:
    """What is different from the school at first, as a list: ``open doors, what works decides``."""
    named = [
        words.SHORT[choice, getattr(school, choice)]
        for choice in (*CHOICES, "leaders_know")
        if getattr(school, choice) != getattr(AT_FIRST, choice)
    ]
    return ", ".join(named) or words.FIRST


def strongest(changes: tuple[SchoolChange, ...]) -> SchoolChange | None:
    """The change that surely gains most; None if none surely gains anything."""
    return next((change for change in changes if change.sure and change.by > 0), None)


def changes_say(changes: tuple[SchoolChange, ...]) -> str:
    """Which change does most, with its band, and how many could be chance."""
    most = strongest(changes)
    first = _says(words.CHANGES_SAY, most) if most else words.CHANGES_NONE
    unsure = sum(not change.sure for change in changes)
    return f"{first} {words.CHANGES_UNSURE.of(unsure)}" if unsure else first


def curve_words(result: SchoolRunsView) -> str:
    """What the model says about one's own place, to begin the part of the problem of practice from."""
    most = strongest(result.changes)
    return _says(CURVE, most) if most else CURVE_NONE


def _says(sentence: str, change: SchoolChange) -> str:
    low, high = change.by - 2 * change.error, change.by + 2 * change.error
    return sentence.format(change=called(change), by=signed(change.by), low=signed(low), high=signed(high))
