"""``dlcourse check-store``: read every stored row and its checksum, and name what is damaged."""

from typing import TYPE_CHECKING, Any

import click

from dlcourse.cli import DONE, INPUT_HAS_ERRORS
from dlcourse.cli.output import print_json
from dlcourse.cli.work import whose_work

if TYPE_CHECKING:
    from dlcourse.store.checking import StoreReport

REMEDIES = (
    "Everything else can still be read, exported and erased.",
    "Copy the course folder before you do anything else: a disk that damaged one row may damage more.",
    "If you have a file of your work from before, `dlcourse restore FILE` brings back what is damaged or missing here.",
    "What no file holds is lost. Write it again, or leave it as it is.",
)


@click.command(short_help="Check whether all that is stored can be read.")
@click.option("--json", "as_json", is_flag=True, help="Print JSON.")
@whose_work
@click.pass_context
def check_store(ctx: click.Context, *, as_json: bool, home: str | None, database: str | None) -> None:
    """Read every stored row and its checksum, name what cannot be read, and say what to do.

    Nothing is changed, and nobody's words are printed. The course may be open meanwhile.

    Exit status: 0 all is well, 1 something is damaged, 2 the store cannot be opened.

    \b
    Examples:
      dlcourse check-store
      dlcourse check-store --home my-course --json
    """
    from dlcourse.course import home as course_home  # keeps the command line fast
    from dlcourse.store.checking import check

    place = course_home.place(home)
    if database is None:
        course_home.refuse_elsewhere(place)
    report = check(database or course_home.database(place))
    if as_json:
        print_json(_as_json(report))
    else:
        for line in _lines(report):
            click.echo(line)
    ctx.exit(DONE if report.is_whole else INPUT_HAS_ERRORS)


def _as_json(report: "StoreReport") -> dict[str, Any]:
    return {
        "store": report.where,
        "rows": dict(report.rows),
        "damaged": [{"table": row.table, "name": row.name} for row in report.damaged],
        "missing": list(report.missing),
        "file": list(report.file),
    }


def _lines(report: "StoreReport") -> list[str]:
    counts = ", ".join(f"{count} {name}" for name, count in report.rows.items())
    if report.is_whole:
        return [f"{report.where}: all is well ({counts})."]
    return [
        f"{report.where}: something is damaged ({counts}).",
        *(f"- damaged: {row.name}" for row in report.damaged),
        *(f"- missing: {what}" for what in report.missing),
        *(f"- the file: {what}" for what in report.file),
        *REMEDIES,
    ]
