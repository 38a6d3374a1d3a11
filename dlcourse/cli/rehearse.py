"""``dlcourse rehearse``: scripted participants play a live session against a running course, before people do."""

import asyncio
import sys
from typing import TYPE_CHECKING

import click

from dlcourse.cli import DONE, INPUT_HAS_ERRORS
from dlcourse.cli.output import print_json

if TYPE_CHECKING:
    from dlcourse.rehearsing.personas import Persona

PERSONA_NAMES = "asks-well", "announces", "silent", "slow", "drops-out", "malicious"
MOST_SEATS = 500


@click.command(short_help="Let scripted participants play a live session, the evening before.")
@click.argument("address")
@click.option("--code", required=True, help="The join code of the cohort.")
@click.option(
    "--seats", type=click.IntRange(1, MOST_SEATS), default=6, show_default=True, help="How many participants."
)
@click.option("--persona", "personas", multiple=True, type=click.Choice(PERSONA_NAMES), help="Only these; repeat it.")
@click.option(
    "--seconds", type=click.IntRange(1, 7200), default=600, show_default=True, help="The longest time that it takes."
)
@click.option(
    "--pace",
    type=click.FloatRange(0.05, 60),
    default=1,
    show_default=True,
    help="How many seconds each of them takes for a step. People take about ten.",
)
@click.option("--json", "as_json", is_flag=True, help="Print what they saw as one JSON object.")
@click.pass_context
def rehearse(  # noqa: PLR0913, PLR0917 (one for each option)
    ctx: click.Context,
    address: str,
    code: str,
    seats: int,
    personas: tuple[str, ...],
    seconds: int,
    pace: float,
    *,
    as_json: bool,
) -> None:
    """Let scripted participants play a live session of the course at ADDRESS, and check what each of them is sent.

    They join with the code, as people do, and wait until you seat them and start. Then they play as their persona does:
    asks-well, announces, silent, slow, drops-out, or malicious, who tries everything that is not allowed. You lead the
    session on its console meanwhile. At the end you read what each of them saw.

    Unless you choose a slower pace, they are ten times as fast as people. Choose one for hundreds of seats.

    Use a cohort of its own for this, because the scripted participants stay in it.

    Exit status: 0 all is well, 1 somebody was sent what they should not see or could do what is not allowed,
    2 it could not be rehearsed.

    \b
    Examples:
      dlcourse rehearse http://127.0.0.1:8850/ --code ABCD-EFGH-JKLM
      dlcourse rehearse https://course.example.org/ --code ABCD-EFGH-JKLM --seats 200 --pace 10 --seconds 1800
      dlcourse rehearse http://127.0.0.1:8850/ --code ABCD-EFGH-JKLM --persona malicious --persona silent --json
    """
    from dlcourse.rehearsing.performance import ScriptedCast, perform  # keeps the command line fast
    from dlcourse.rehearsing.summary import Summary
    from dlcourse.rehearsing.way_in import join_code, site_at

    site, cast = site_at(address), ScriptedCast(_chosen(personas), seats, pace)
    summary = Summary(asyncio.run(perform(site, join_code(code), cast, seconds, _tell)))
    if as_json:
        print_json(summary.data())
    else:
        for line in summary.lines():
            click.echo(line)
    ctx.exit(INPUT_HAS_ERRORS if summary.problems else DONE)


def _chosen(names: tuple[str, ...]) -> "list[Persona]":
    from dlcourse.rehearsing.personas import PERSONAS

    return [PERSONAS[name] for name in names or PERSONA_NAMES]


def _tell(line: str) -> None:
    """Say on standard error what is waited for."""
    click.echo(line, file=sys.stderr)
