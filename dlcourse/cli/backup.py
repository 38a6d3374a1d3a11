"""``dlcourse backup``: write the whole store to a file, and restore it, also in another kind of database."""

from pathlib import Path
from typing import TYPE_CHECKING

import click

from dlcourse.cli.work import whose_work
from dlcourse.errors import CourseError

if TYPE_CHECKING:
    from dlcourse.store.backup import BackupReport


@click.command(short_help="Write everybody's work to one file, or restore it.")
@click.argument("file", type=click.Path(path_type=Path, dir_okay=False))
@click.option("--restore", "restoring", is_flag=True, help="Restore FILE in an empty course folder or database.")
@whose_work
def backup(file: Path, *, restoring: bool, home: str | None, database: str | None) -> None:
    """Write everything that is stored, of all people, to the new file FILE. The course may be open meanwhile.

    With --restore, copy everything in FILE to a course folder or database that is still empty. It does not matter
    whether FILE was written from a course folder or from a PostgreSQL database.

    FILE contains everybody's words, so keep it where only you can read it. Codes, keys and phrases in it are hashed. To
    keep the key of certificates and your own scenario files as well, copy the course folder.

    \b
    Examples:
      dlcourse backup monday.db
      dlcourse backup monday.db --database postgresql://course@server/course
      dlcourse backup --restore monday.db --database postgresql://course@server/course
    """
    from dlcourse.course import home as course_home  # keeps the command line fast
    from dlcourse.store.backup import back_up, restore

    place = course_home.place(home)
    if restoring:
        if database is None:
            _refuse_while_open(place)
            course_home.writable_folder(place)
        report = restore(file, database or course_home.database(place))
        click.echo(f"Restored from {file}: {_line(report)}")
        return
    if database is None:
        course_home.refuse_elsewhere(place)
    report = back_up(database or course_home.database(place), file)
    click.echo(f"Written to {file}: {_line(report)}")


def _refuse_while_open(home: Path) -> None:
    from dlcourse.course import running_server  # keeps the command line fast

    if server := running_server.find(home):
        what = f"the course is open, at {server.address}"
        raise CourseError(str(home), what, "Close it first, or choose another folder with --home.")


def _line(report: "BackupReport") -> str:
    rows = ", ".join(f"{count} {name}" for name, count in report.rows.items() if name != "meta")
    return f"{rows}. Checksum: {report.checksum[:16]}"
