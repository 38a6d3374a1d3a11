"""``dlcourse.cohort()``: a cohort as those who lead it see it, as tables."""

from typing import TYPE_CHECKING

from dlcourse.results.registry import result_call

if TYPE_CHECKING:
    from dlcourse.results.overview.cohort_results import CohortResults
    from dlcourse.results.overview.reach import PhoneTest
    from dlcourse.results.overview.redrawing import Dashboard


@result_call
def cohort(which: str = "") -> "CohortResults":
    """A cohort that you lead, as DataFrames that you can count, draw and save.

    ``which`` is its name or its id; leave it out if you lead only one. There is a table for each question that you may
    have: ``people`` and ``progress`` (by name, and at once), ``stuck``, ``plays``, ``sorting``, ``self_check``,
    ``confidence`` and ``commitments`` (figures about people), ``groups`` (of live sessions), ``shared`` (what people
    let you read), ``yardsticks`` (published figures to compare with), and ``figures`` (all figures about people in one
    table). Each has the same columns whether anybody did anything yet or not; ``columns("stuck")`` says what they
    mean.

    A figure about people is there from five people on, and moves on when five more are in it. Whoever leaves or answers
    anew is counted as before until five have. So nobody can find out what one person answered, whatever they subtract.

    ``on_change(notice)`` calls a function whenever something has changed. Raises a `CourseError` if you lead no such
    cohort.

    >>> dlcourse.cohort("Autumn deans").progress[["session", "finished"]].head(1)
             session  finished
    0  00-start-here         0
    """
    from dlcourse.results.overview.cohort_results import led_cohort  # only once somebody asks

    return led_cohort(which)


@result_call
def dashboard(which: str = "") -> "Dashboard":
    """A dashboard of a cohort that you lead: what you draw of it is drawn again whenever something there changes.

    ``show(draw)`` shows what your function returns: an Altair chart, a DataFrame, a sentence or a widget. It is called
    with the cohort, as `dlcourse.cohort` gives it, and with the values of controls that you name.

    >>> board = dlcourse.dashboard()
    >>> drawn = board.show(lambda cohort: cohort.progress[["title", "finished"]])
    """
    from dlcourse.results.overview.redrawing import Dashboard  # loads Jupyter's widgets

    return Dashboard(which)


@result_call
def phone_test() -> "PhoneTest":
    """Whether a phone in this room can reach the course, with a picture to scan, and what to do if it cannot.

    >>> test = dlcourse.phone_test()
    """
    from dlcourse.results.overview.reach import PhoneTest, reach  # loads Jupyter's widgets

    return PhoneTest(reach())
