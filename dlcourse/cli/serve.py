"""``dlcourse serve``, ``play`` and ``lab``: open the course in a browser, in apps or in JupyterLab."""

from collections.abc import Callable
from functools import reduce
from pathlib import Path
from typing import TYPE_CHECKING, Any, Unpack

import click

from dlcourse.cli.sample import serve_sample
from dlcourse.cli.serving import Behind, Where, serve_home
from dlcourse.course.home import folder, writable_folder
from dlcourse.errors import CourseError

if TYPE_CHECKING:
    from dlcourse.server.settings import KernelUse

PORT, LAB_PORT = 8850, 8851


def where_to_open(port: int) -> Callable[[Callable[..., Any]], Callable[..., Any]]:
    """Give a command the options of `Where`; ``port`` is the default port."""
    options = (
        click.option("--host", default="127.0.0.1", show_default=True, help="Address to listen on; 0.0.0.0 for all."),
        click.option(
            "--port",
            type=click.IntRange(0, 65535),
            default=port,
            show_default=True,
            help="Port; 0 for any free one.",
        ),
        click.option("--prefix", default="/", show_default=True, help="Path at which everything is served."),
        click.option("--home", type=click.Path(), help="Your course folder. Also: DLCOURSE_HOME."),
        click.option("--database", metavar="URL", help="Keep the work in this database instead of the course folder."),
        click.option("--browser/--no-browser", default=True, help="Whether to open a browser."),
    )
    return lambda command: reduce(lambda given, option: option(given), reversed(options), command)


@click.command(short_help="Open the whole course at one address.")
@where_to_open(PORT)
@click.option("--name", "names", multiple=True, metavar="NAME", help="A host name at which a proxy offers the course.")
@click.option(
    "--trusted-proxy",
    type=click.Path(path_type=Path),
    help="A Unix socket to listen on, or a file with a secret, for a proxy with its own sign-in.",
)
@click.option("--new-key", is_flag=True, help="Make a new key. People with the old one need the new one.")
@click.option("--passing", is_flag=True, help="Say on every page that this computer is public and will be deleted.")
@click.option("--lab", default="", metavar="ADDRESS", help="Offer the JupyterLab at this address on every page.")
@click.option(
    "--kernels",
    type=click.Choice(["auto", "always"]),
    default="auto",
    show_default=True,
    help="Start a kernel for a session page only if one of its cells needs it, or always.",
)
@click.option("--member-kernels", is_flag=True, help="Run cells that need a kernel for members of cohorts, too.")
@click.option("--sample-cohort", is_flag=True, help="Lead a made-up cohort, in a course folder that is then deleted.")
def serve(  # noqa: PLR0913 (one for each option)
    names: tuple[str, ...],
    trusted_proxy: Path | None,
    *,
    kernels: "KernelUse",
    member_kernels: bool,
    new_key: bool,
    passing: bool,
    lab: str,
    sample_cohort: bool,
    **where: Unpack[Where],
) -> None:
    """Open the course: every page at one address, until you press Ctrl-C.

    The address ends in a key. A browser that has opened it once does not need the key again. Nobody gets in without it,
    on this computer or in your network.

    The course answers only requests for one of this computer's own names, so that no page of another site can reach it.
    Behind a proxy, use --name for the host name that people use; repeat it for more. --name '*' accepts any name.

    A proxy with its own sign-in does not need the key: with --trusted-proxy, the course listens on a Unix socket that
    only your account can open. If the path is a file with a secret that only your account can read, the proxy sends the
    secret in the header Dlcourse-Proxy instead.

    A session page needs a kernel, which takes 50 MB and a few seconds, only if a cell of its notebook does more than
    show one page of the course. With --kernels always, every session page has one. Participants of a cohort have
    none, because all kernels run as your account: allow them with --member-kernels if you trust everybody in the
    cohort. Those who lead a cohort have kernels for the dashboards, and cannot change their code in the browser.

    With --sample-cohort, the course has a cohort of 24 made-up people in it, seven weeks after its start, so that you
    can look at everything that those who lead a cohort see. It is deleted when you close the course, unless you name an
    empty folder with --home.

    \b
    Examples:
      dlcourse serve
      dlcourse serve --port 9000 --home my-course --no-browser
      dlcourse serve --name course.school.example --prefix /course/ --no-browser
      dlcourse serve --trusted-proxy /run/course/proxy.sock --name course.school.example --no-browser
      dlcourse serve --new-key
      dlcourse serve --sample-cohort
    """
    behind = Behind(
        names=names,
        trusted_proxy=trusted_proxy,
        new_key=new_key,
        passing=passing,
        lab=lab,
        kernels=kernels,
        member_kernels=member_kernels,
    )
    if sample_cohort:
        serve_sample(where, **behind)
    else:
        serve_home(where, [], "", **behind)


@click.command(short_help="Rehearse one scenario file in the browser.")
@click.argument("file", type=click.Path(path_type=Path))
@where_to_open(PORT)
def play(file: Path, **where: Unpack[Where]) -> None:
    """Open the course at your own scenario FILE, to rehearse it.

    The file is checked first. Each time you save it, the page shows the new version, or what is wrong in it beside the
    last version without errors. Nothing of a rehearsal is kept.

    \b
    Example:
      dlcourse play scenarios/late-buses.yaml
    """
    from dlcourse.content.roleplay.scenarios import read_scenario  # keeps the command line fast
    from dlcourse.content.roleplay.shelf import shelf
    from dlcourse.course import running_server
    from dlcourse.course.open_home import library
    from dlcourse.domain.roleplay.studio.messages import name_in_address

    scenario, home = read_scenario(file), folder(where["home"])
    if server := running_server.find(home):
        remedy = f"Put the file into {home / 'scenarios'} and open {server.address}play/{scenario.id}"
        raise CourseError(str(file), f"the course is already open, at {server.address}", remedy)
    if any(book.scenario.id == scenario.id and book.scenario != scenario for book in shelf(library(home)).books):
        raise CourseError(str(file), f"another scenario is called '{scenario.id}'", "Give this one its own id.")
    serve_home(where, [file.absolute()], f"rehearse/{name_in_address(file.name)}")


@click.command(short_help="Open JupyterLab on your own copies of the notebooks.")
@where_to_open(LAB_PORT)
def lab(**where: Unpack[Where]) -> None:
    """Open JupyterLab on working copies of the sessions, kept in your course folder.

    A copy that you edited is never overwritten; a new version is put next to it. The course may be open in the browser
    at the same time.

    \b
    Example:
      dlcourse lab --home my-course
    """
    from dlcourse.server.lab import lab_config, open_lab  # slow to import

    if where["database"]:
        remedy = "Start `dlcourse serve --database …` on this course folder first, then `dlcourse lab` without it."
        raise CourseError("--database", "JupyterLab reaches another database only through a running course", remedy)
    config = lab_config(where["host"], where["port"], where["prefix"], browser=where["browser"])
    open_lab(writable_folder(where["home"]), config, click.echo)
