"""What a person did in the course, and how far they are, as tables."""

from typing import TYPE_CHECKING

from dlcourse.results.registry import add_table, result_call

if TYPE_CHECKING:
    from dlcourse.results.me import MyResults

add_table("progress", "dlcourse.results.curriculum.progress")


@result_call
def me() -> "MyResults":
    """What you did in the course, as DataFrames that you can count, draw and save.

    There is a table for each kind of work: ``log``, ``commitments``, ``plays``, ``answers``, ``self_check``,
    ``progress``, ``scrutiny``, ``inquiry``, ``check_ins``, ``ground_rules``, ``responsibility``, ``trace``,
    ``reciprocity``, ``trials``, ``trial_readings``, ``plans`` and ``networks``. Each has the same columns whether you
    did anything yet or not; ``columns("plays")`` says what they mean. Times are in UTC. Of ``progress``, ``log`` and
    ``self_check``, ``chart("progress")`` and so on is the chart that the course draws.

    Only what you may see is in them. Nothing leaves this computer.

    >>> mine = dlcourse.me()
    >>> mine.progress[["session", "done"]].head(2)
             session   done
    0  00-start-here  False
    1  01-what-it-is  False
    >>> mine.columns("plays").query("column == 'coverage'").meaning.item()
    'facts said that not everybody had / all facts that not everybody had, 0 to 1'
    """
    from dlcourse.results.me import my_results  # only once somebody asks

    return my_results()
