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


def self_check(check: str, *, again: bool = False) -> "PageWidget":
    """The self-check of this name; each answer is kept as it is given, and the profile is in words.

    With ``again`` it is asked a second time, at the end of the course, and both are set beside each other.
    """
    from dlcourse.widgets.page import PageWidget

    return PageWidget("check-again" if again else "self-check", {"check": check})


def about_you() -> "PageWidget":
    """Who you are: three short lines that only you can see."""
    from dlcourse.widgets.page import PageWidget

    return PageWidget("about-you")


def open_practice(exercise: str) -> "PageWidget":
    """The scrutiny round of this name: a leader opens a practice first, each gives comments and each receives."""
    from dlcourse.widgets.page import PageWidget

    return PageWidget("scrutiny", {"exercise": exercise})


def own_practice(exercise: str) -> "PageWidget":
    """A practice of your own, written down and read through other people's eyes; nobody but you can see it."""
    from dlcourse.widgets.page import PageWidget

    return PageWidget("own-practice", {"exercise": exercise})


def expertise() -> "PageWidget":
    """What you bring and what you would like to learn: a list to rate yourself on, and your profile in words."""
    from dlcourse.widgets.page import PageWidget

    return PageWidget("expertise")


def match(team: str) -> "PageWidget":
    """The sample team of this name, to be matched to its work by hand, and then beside the best plan there is."""
    from dlcourse.widgets.page import PageWidget

    return PageWidget("matchboard", {"team": team})


def averages(team: str) -> "PageWidget":
    """What five occupations call for on average, beside the persons of one role in this sample team."""
    from dlcourse.widgets.page import PageWidget

    return PageWidget("averages", {"team": team})


def network(sample: str = "") -> "PageWidget":
    """Who turns to whom: the sample network of this name to begin with, or the choice of all and of one's own.

    What you enter or bring stays with you, is saved at each step, and can be deleted.
    """
    from dlcourse.widgets.page import PageWidget

    return PageWidget("network", {"network": sample})


def your_work() -> "PageWidget":
    """All you did in this course: take it along as one file, bring it back, or erase it."""
    from dlcourse.widgets.page import PageWidget

    return PageWidget("work")


def plan() -> "PageWidget":
    """Planning with your own team, from a file or a sample; teams and plans are kept, for you alone."""
    from dlcourse.widgets.page import PageWidget

    return PageWidget("plan")


def log(session: str) -> "PageWidget":
    """Your log of this session: its questions with what you wrote to them, and your promise. Kept as you type."""
    from dlcourse.widgets.page import PageWidget

    return PageWidget("log", {"session": session})


def portfolio() -> "PageWidget":
    """Your portfolio: what you choose to show of what you did, in your order, to be taken along as a document."""
    from dlcourse.widgets.page import PageWidget

    return PageWidget("portfolio")


def certificate() -> "PageWidget":
    """Your certificate: what it would say today, and those that were issued to you."""
    from dlcourse.widgets.page import PageWidget

    return PageWidget("certificate")
