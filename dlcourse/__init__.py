"""An interactive course on distributed leadership for schools and universities.

What a notebook cell calls is loaded when it is first called, so that ``import dlcourse`` stays light.
"""

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from dlcourse.widgets.page import PageWidget

__version__ = "0.1.0"


def play(scenario: str) -> "PageWidget":
    """The role-play of this scenario, to be played in the notebook or the app that shows it.

    ``scenario`` is the id of a scenario of the course or of a file in the home folder's ``scenarios``. What you do
    is saved at each step; running the cell again goes on where you were.
    """
    from dlcourse.widgets.page import PageWidget

    return PageWidget("roleplay", {"scenario": scenario})


def sort(exercise: str) -> "PageWidget":
    """The sorting exercise of this name: one situation after the other, with a reason for each answer."""
    from dlcourse.widgets.page import PageWidget

    return PageWidget("sorting", {"exercise": exercise})


def self_check(check: str) -> "PageWidget":
    """The self-check of this name; each answer is kept as it is given, and the profile is in words."""
    from dlcourse.widgets.page import PageWidget

    return PageWidget("self-check", {"check": check})


def about_you() -> "PageWidget":
    """Who you are: three short lines that only you can see."""
    from dlcourse.widgets.page import PageWidget

    return PageWidget("about-you")


def plan() -> "PageWidget":
    """Planning with your own team, from a file or a sample; teams and plans are kept, for you alone."""
    from dlcourse.widgets.page import PageWidget

    return PageWidget("plan")
