"""Teams and their plans: a table of one's own, and a team from a sample, a file or DataFrames."""

from typing import TYPE_CHECKING, Any

from dlcourse.results.registry import add_table, result_call

if TYPE_CHECKING:
    from pandas import DataFrame  # type: ignore[import-untyped]

    from dlcourse.results.matching.team_results import TeamResults

add_table("plans", "dlcourse.results.matching.plans")


@result_call
def team(source: Any, work: "DataFrame | None" = None) -> "TeamResults":
    """A team and its work as DataFrames, and the best plan for it.

    ``source`` is the name of a sample, such as ``"small-school"``, or the path of a team file: an .xlsx workbook, or a
    folder with people.csv and work.csv. Or it is a DataFrame of people, and ``work`` is one of their work; both look
    like ``.people`` and ``.work`` of a sample. Raises a `CourseError` that lists everything that is wrong with it.

    >>> school = dlcourse.team("small-school")
    >>> school.people[["name", "role", "hours"]].head(2)
                name       role  hours
    0  Margaret Osei  principal    6.0
    1  Tomás Herrera    teacher    5.0

    The plan is the best by seven aims, one after the other. Its stages say what it reaches, and what is proven:

    >>> plan = school.plan(seconds=20)
    >>> plan.stages[["stage", "value", "proven"]].head(3)
              stage  value  proven
    0     uncovered    0.0    True
    1   unsupported    0.0    True
    2  without_part    0.0    True
    >>> plan.loads.load.max().item()
    0.75
    >>> "answers for it" in plan.why("Reading hour in every class")
    True

    Change a number and plan again, to see what it costs. Here the principal has one hour instead of six:

    >>> people = school.people
    >>> people.loc[people.name == "Margaret Osei", "hours"] = 1
    >>> fewer = dlcourse.team(people, school.work).plan(seconds=20)
    >>> fewer.loads.load.max().item()
    1.0
    """
    from dlcourse.results.matching.team_results import read  # only once somebody asks

    return read(source, work)
