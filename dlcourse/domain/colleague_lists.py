"""Lists of colleagues that a person has entered somewhere in the course, so that nobody has to type names twice.

A subject offers its lists in ``handlers/colleague_sources.py``; a list is shown to the person who entered it only.
"""

from dlcourse.domain.speech import Value
from dlcourse.domain.words import Words


class ListedColleague(Value):
    """Somebody in a list, with their role at work; the role may be empty."""

    name: Words
    role: Words = ""


class ColleagueList(Value):
    """A list of colleagues, and what its owner calls it."""

    title: Words
    people: tuple[ListedColleague, ...]
