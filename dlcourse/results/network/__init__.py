"""Networks: a table of those one looked at, and one from a sample, files or DataFrames."""

from typing import TYPE_CHECKING, Any

from dlcourse.results.registry import add_table, result_call

if TYPE_CHECKING:
    from dlcourse.results.network.tie_results import NetworkResults

add_table("networks", "dlcourse.results.network.looked_at")


@result_call
def ties(source: Any, people: Any = None, acts: Any = None) -> "NetworkResults":
    """Who turns to whom, with its figures, as DataFrames.

    ``source`` is the name of a sample, such as ``"lakeside-school"``; ``"own"`` for the network that you entered in
    the course; the path of a file of ties (.csv or .xlsx), or of a folder with ties.csv; or a DataFrame with the
    columns ``from``, ``to`` and, if you like, ``topic``. ``people`` (``name``, ``role``) and ``acts`` (``person``,
    ``function``, ``count``) are files or DataFrames in the same way; a folder or a workbook has its own. Raises a
    `CourseError` that lists everything that is wrong with them.

    >>> school = dlcourse.ties("lakeside-school")
    >>> school.people.sort_values("asked_by", ascending=False)[["name", "role", "asked_by"]].head(2)
                    name       role  asked_by
    1   Dolores Quintana  secretary        11
    13     Emil Stoyanov  custodian        10
    >>> school.figures.set_index("figure").value["density"].round(2).item()
    0.11
    """
    from dlcourse.results.network.tie_results import read  # only once somebody asks

    return read(source, people, acts)
