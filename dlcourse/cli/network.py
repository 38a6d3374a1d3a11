"""``dlcourse network``: who turns to whom, and how functions stretch over people, from files. It changes nothing."""

from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from dlcourse.cli import DONE, INPUT_HAS_ERRORS
from dlcourse.cli.output import print_json
from dlcourse.errors import CourseError

if TYPE_CHECKING:
    from collections.abc import Sequence

    from dlcourse.content.network.ties import NetworkReading
    from dlcourse.pages.network.figures import FigureText


@click.command(short_help="Who turns to whom: figures from a file of ties.")
@click.argument("ties", metavar="TIES.csv", type=click.Path(path_type=Path))
@click.option("--people", metavar="FILE", type=click.Path(path_type=Path), help="All people: a CSV file, column name.")
@click.option("--acts", metavar="FILE", type=click.Path(path_type=Path), help="Acts: columns person, function, count.")
@click.option("--json", "as_json", is_flag=True, help="Print the figures as one JSON object.")
@click.pass_context
def network(ctx: click.Context, ties: Path, people: Path | None, acts: Path | None, *, as_json: bool) -> None:
    """Describe who turns to whom: how dense, returned and concentrated the ties are. Context, not a grade.

    TIES.csv has the columns from and to, and optionally topic; each line says that one person turns to another.
    Without a file of all people nobody can be known to have no tie.

    Exit status: 0 no errors, 1 the files have errors, 2 a file cannot be opened.

    \b
    Examples:
      dlcourse network ties.csv
      dlcourse network ties.csv --people people.csv --acts acts.csv
      dlcourse network ties.csv --json > figures.json
    """
    from dlcourse.content.network.ties import read_network  # the command line opens fast

    reading = read_network(ties, people, acts)
    if as_json:
        print_json(_told(reading))
    else:
        _print(reading)
    ctx.exit(INPUT_HAS_ERRORS if reading.graph is None else DONE)


def _told(reading: "NetworkReading") -> dict[str, Any]:
    """The figures and the functions, or the errors."""
    from dlcourse.domain.network.graph import figures
    from dlcourse.domain.network.stretch import stretch

    if reading.graph is None:
        return {"errors": [problem.model_dump() for problem in reading.problems]}
    spreads = [spread.model_dump() for spread in stretch(reading.acts)]
    return {**figures(reading.graph).model_dump(), "functions": spreads}


def _print(reading: "NetworkReading") -> None:
    """The figures in words on standard output, or one line for each problem on standard error."""
    from dlcourse.domain.network.graph import figures
    from dlcourse.domain.network.stretch import stretch
    from dlcourse.pages.network import figures as words

    for problem in reading.problems:
        click.echo(str(CourseError(problem.where, problem.message, problem.remedy)), err=True)
    if reading.graph is None:
        return
    found = figures(reading.graph)
    click.echo(f"Who turns to whom: {words.size(found)}\n{words.WHY}\n")
    _print_lines(words.in_words(found))
    if reading.acts:
        click.echo(f"\nHow functions stretch over people ({words.CONTEXT.lower()})\n")
        _print_lines(words.spreads_in_words(stretch(reading.acts)))
    for question in words.look_alike(reading.graph):
        click.echo(f"\n{question}")


def _print_lines(said: "Sequence[FigureText]") -> None:
    """Name, figure and sentence, below each other."""
    names, values = (max(len(one[column]) for one in said) for column in (0, 1))
    for one in said:
        click.echo(f"{one.name:<{names}}  {one.value:>{values}}  {one.sentence}")
