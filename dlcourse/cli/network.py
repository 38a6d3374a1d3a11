"""``dlcourse network``: describes from files who turns to whom, and how functions stretch over people.

It changes nothing.
"""

from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from dlcourse.cli import DONE, INPUT_HAS_ERRORS
from dlcourse.cli.file_reports import about_files, echo_problems, with_files
from dlcourse.cli.output import print_json

if TYPE_CHECKING:
    from collections.abc import Sequence

    from dlcourse.content.network.ties import NetworkReading
    from dlcourse.domain.network.graph import Graph
    from dlcourse.pages.network.figures import FigureText


@click.command(short_help="Who turns to whom: figures from a file of ties.")
@click.argument("ties", metavar="TIES.csv", type=click.Path(path_type=Path))
@click.option("--people", metavar="FILE", type=click.Path(path_type=Path), help="All people: a CSV file, column name.")
@click.option("--acts", metavar="FILE", type=click.Path(path_type=Path), help="Acts: columns person, function, count.")
@click.option("--json", "as_json", is_flag=True, help="Print the figures as one JSON object.")
@click.pass_context
def network(ctx: click.Context, ties: Path, people: Path | None, acts: Path | None, *, as_json: bool) -> None:
    """Describe who turns to whom: how dense, returned and concentrated the ties are. Context, not a grade.

    TIES.csv has the columns from and to, and optionally topic and weight; each line says that one person
    turns to another, unless its weight is 0.
    Without a file of all people nobody can be known to have no tie.
    A workbook (.xlsx) with the sheets ties, people and acts is read in place of the CSV files.

    Exit status: 0 no errors, 1 the files have errors, 2 a file cannot be opened.

    \b
    Examples:
      dlcourse network ties.csv
      dlcourse network ties.csv --people people.csv --acts acts.csv
      dlcourse network ties.csv --json > figures.json
    """
    from dlcourse.content.network.ties import read_network  # keeps the command line fast

    reading = read_network(ties, people, acts)
    if reading.graph is None:
        echo_problems(reading.problems, as_json=as_json)
        ctx.exit(INPUT_HAS_ERRORS)
    if as_json:
        print_json(_data(reading, reading.graph))
    else:
        _print(reading, reading.graph)
    ctx.exit(DONE)


def _data(reading: "NetworkReading", graph: "Graph") -> dict[str, Any]:
    """The figures, the functions, and the questions and notes about the files."""
    from dlcourse.domain.network.graph import figures
    from dlcourse.domain.network.stretch import stretch

    spreads = [spread.model_dump() for spread in stretch(reading.acts)]
    found = {**figures(graph).model_dump(), "functions": spreads}
    return with_files(found, reading.notes, _questions(reading, graph))


def _questions(reading: "NetworkReading", graph: "Graph") -> tuple[str, ...]:
    from dlcourse.pages.network.figures import look_alike

    return look_alike(graph, [act.function for act in reading.acts])


def _print(reading: "NetworkReading", graph: "Graph") -> None:
    """The figures in words."""
    from dlcourse.domain.network.graph import figures
    from dlcourse.domain.network.stretch import stretch
    from dlcourse.pages.network import figures as words
    from dlcourse.pages.network.words_of_figures import CONTEXT, WHY

    found = figures(graph)
    click.echo(f"Who turns to whom: {words.size(found)}\n{WHY}\n")
    _print_lines(words.in_words(found))
    if reading.acts:
        click.echo(f"\nHow functions stretch over people ({CONTEXT.lower()})\n")
        _print_lines(words.spreads_in_words(stretch(reading.acts)))
    for line in about_files(reading.notes, _questions(reading, graph)):
        click.echo(line)


def _print_lines(lines: "Sequence[FigureText]") -> None:
    """Print each name with its figure and its sentence, one below the other."""
    names, values = (max(len(one[column]) for one in lines) for column in (0, 1))
    for one in lines:
        click.echo(f"{one.name:<{names}}  {one.value:>{values}}  {one.sentence}")
