"""``dlcourse simulate``: lets one of the two published models run, and gives the means over all runs."""

import sys
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import TYPE_CHECKING, Any

import click

from dlcourse.cli.output import print_json

if TYPE_CHECKING:
    from dlcourse.domain.learning.models import Moments

runs_option = click.option(
    "--runs", type=click.IntRange(1, 100_000), default=100, show_default=True, help="How often the model runs."
)
seed_option = click.option(
    "--seed",
    type=click.IntRange(0, 2**63 - 1),
    default=1,
    show_default=True,
    help="The same seed gives the same result, on any machine.",
)
json_option = click.option("--json", "as_json", is_flag=True, help="Print the result as one JSON object.")


@click.group(short_help="How single decisions add up: two published models.")
def simulate() -> None:
    """Let one of the two published models run that session 09 is about.

    \b
    Examples:
      dlcourse simulate march --p1 0.1 --p2 0.5 --runs 1000
      dlcourse simulate hong-page --solvers 10 --steps 12 --runs 50
    """


@simulate.command(short_help="March's mutual learning: people and the usual way of doing things.")
@click.option("--p1", type=click.FloatRange(0, 1), default=0.1, show_default=True, help="How fast people learn.")
@click.option("--p2", type=click.FloatRange(0, 1), default=0.5, show_default=True, help="How fast the code learns.")
@runs_option
@seed_option
@json_option
def march(p1: float, p2: float, runs: int, seed: int, *, as_json: bool) -> None:
    """Fifty people learn from their organization's code, and the code from those who know more than it does.

    The result is what the code knows in the end: the share of 30 questions on which it is right, less the share on
    which it is wrong (March 1991).

    \b
    Examples:
      dlcourse simulate march --p1 0.1 --runs 1000
      dlcourse simulate march --p1 0.9 --runs 1000 --seed 7 --json
    """
    from dlcourse.domain.learning.models import MarchSettings, moments  # keeps the command line fast
    from dlcourse.engines.learning.march import march as run

    started = time.monotonic()
    with _bar(runs) as advance:
        found = moments(run(MarchSettings(p1=p1, p2=p2), runs, seed, advance).code.tolist())
    seconds = time.monotonic() - started
    if as_json:
        settings = {"model": "march", "p1": p1, "p2": p2, "runs": runs, "seed": seed}
        print_json({**settings, **found.model_dump(), "seconds": seconds})
    else:
        click.echo(f"What the code knows in the end, from -1 to 1: {_in_words(found)}, over {runs:,} runs.")


@simulate.command("hong-page", short_help="Hong and Page: the best solvers beside a group drawn at random.")
@click.option("--solvers", type=click.IntRange(1, 100), default=10, show_default=True, help="Solvers in each group.")
@click.option("--steps", type=click.IntRange(3, 20), default=12, show_default=True, help="The largest step size.")
@runs_option
@seed_option
@json_option
def hong_page(solvers: int, steps: int, runs: int, seed: int, *, as_json: bool) -> None:
    """Compare the best solvers of a problem with solvers drawn at random, each group working as a relay.

    The result is the mean value that each group reaches, from 0 to 100. Each run has a landscape of its own
    (Hong and Page 2004).

    \b
    Examples:
      dlcourse simulate hong-page --runs 50
      dlcourse simulate hong-page --solvers 20 --steps 12 --runs 50 --json
    """
    from dlcourse.domain.learning.models import moments  # keeps the command line fast
    from dlcourse.engines.learning.hong_page import hong_page as run

    started, settings = time.monotonic(), _settings(solvers, steps)
    with _bar(runs) as advance:
        found = run(settings, runs, seed, advance)
    seconds = time.monotonic() - started
    best, random = moments(found.best.tolist()), moments(found.random.tolist())
    if as_json:
        chosen = {"model": "hong-page", "solvers": solvers, "steps": steps, "runs": runs, "seed": seed}
        print_json({**chosen, "best": best.model_dump(), "random": random.model_dump(), "seconds": seconds})
    else:
        click.echo(f"The best {solvers} solvers:   {_in_words(best)}")
        click.echo(f"{solvers} drawn at random:   {_in_words(random)}, over {runs:,} landscapes.")


def _settings(solvers: int, steps: int) -> Any:
    from dlcourse.domain.learning.models import HongPageSettings  # keeps the command line fast

    kinds = steps * (steps - 1) * (steps - 2)
    if solvers > kinds:
        raise click.BadParameter(
            f"there are only {kinds} different solvers with {steps} step sizes", param_hint="--solvers"
        )
    return HongPageSettings(solvers=solvers, steps=steps)


def _in_words(found: "Moments") -> str:
    return f"mean {found.mean:.3f}, standard deviation {found.sd:.3f}"


@contextmanager
def _bar(runs: int) -> Iterator[Callable[[int], object]]:
    """A progress bar on standard error; none if standard error is not a terminal."""
    if not sys.stderr.isatty():
        yield lambda _: None
        return
    with click.progressbar(length=runs, label="Simulating", file=sys.stderr) as bar:
        yield lambda done: bar.update(done - bar.pos)
