"""``dlcourse check``: reports what is wrong with an author's scenario files."""

from collections.abc import Sequence
from typing import TYPE_CHECKING

import click

from dlcourse.cli import COULD_NOT_RUN, DONE, INPUT_HAS_ERRORS
from dlcourse.cli.output import print_json
from dlcourse.errors import CourseError

if TYPE_CHECKING:
    from dlcourse.content.findings import Finding
    from dlcourse.content.roleplay.scenarios import CheckedScenario


@click.command(short_help="Check scenario files: every problem with its line and a remedy.")
@click.argument("files", nargs=-1, required=True, metavar="FILE...", type=click.Path())
@click.option("--json", "as_json", is_flag=True, help="Print the findings as one JSON list.")
@click.option("--graph", "as_graph", is_flag=True, help="Print the scene graph as Mermaid text.")
@click.pass_context
def check(ctx: click.Context, files: Sequence[str], *, as_json: bool, as_graph: bool) -> None:
    """Check scenario files and print every finding, one a line, with its place and a remedy.

    Exit status: 0 no errors, 1 errors, 2 a file cannot be opened.

    With --graph the scenes and what leads from one to another are printed as Mermaid text instead;
    the findings go to standard error then.

    \b
    Examples:
      dlcourse check scenarios/late-buses.yaml
      dlcourse check --json scenarios/*.yaml
      dlcourse check --graph scenarios/late-buses.yaml > late-buses.mmd
    """
    if as_json and as_graph:
        raise click.UsageError("--json and --graph cannot be used together.")
    checked, opened = _check_all(files)
    if as_graph:
        _print_graphs(checked)
    findings = [found for one in checked for found in one.findings]
    if as_json:
        print_json([found.model_dump() for found in findings])
    else:
        _print_lines(findings, err=as_graph)
    failed = any(found.level == "error" for found in findings)
    ctx.exit(COULD_NOT_RUN if not opened else INPUT_HAS_ERRORS if failed else DONE)


def _check_all(files: Sequence[str]) -> tuple[list["CheckedScenario"], bool]:
    """Check each file that can be opened. Returns whether all of them could."""
    from dlcourse.content.roleplay.scenarios import check_file  # keeps the command line fast

    checked: list[CheckedScenario] = []
    for file in files:
        try:
            checked.append(check_file(file))
        except CourseError as error:
            click.echo(str(error), err=True)
    return checked, len(checked) == len(files)


def _print_lines(findings: Sequence["Finding"], *, err: bool) -> None:
    for found in findings:
        click.echo(str(found), err=err)


def _print_graphs(checked: Sequence["CheckedScenario"]) -> None:
    """Print the graph of each file whose names and scenes are in order, whatever else is wrong with it."""
    from dlcourse.content.roleplay.mermaid import flowchart  # keeps the command line fast

    for one in checked:
        if one.draft is not None:
            click.echo(flowchart(one.draft), nl=False)
