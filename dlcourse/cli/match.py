"""``dlcourse match``: reads a team file and gives the best plan, in sentences or as JSON."""

import sys
from collections.abc import Callable, Collection, Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from dlcourse.cli import DONE, INPUT_HAS_ERRORS
from dlcourse.cli.file_reports import about_files, echo_problems, with_files
from dlcourse.cli.output import print_json
from dlcourse.domain.names import meant
from dlcourse.errors import CourseError

if TYPE_CHECKING:
    from dlcourse.content.matching.teams import TeamReading
    from dlcourse.domain.matching.outcome import Outcome, Progress
    from dlcourse.domain.matching.plan import Wishes
    from dlcourse.domain.matching.team import Team

PAIR = "PERSON=TASK"
AS_IN_FILE = "Write the name as in the file."
Listener = Callable[["Progress"], None]


@click.command(short_help="Match people to work: provably best, explained in sentences.")
@click.argument("team", metavar="TEAM", type=click.Path(path_type=Path))
@click.option(
    "--template",
    is_eager=True,
    expose_value=False,
    metavar="FILE.xlsx",
    type=click.Path(path_type=Path),
    callback=lambda ctx, _, file: _write_template(ctx, file),
    help="Write a team file to start from, and do nothing else.",
)
@click.option("--json", "as_json", is_flag=True, help="Print the plan as one JSON value.")
@click.option("--out", type=click.Path(path_type=Path), help="Write the plan to this .xlsx or .csv file too.")
@click.option(
    "--seconds",
    type=click.FloatRange(min=0, min_open=True),
    default=60.0,
    show_default=True,
    help="Solve for at most this many seconds.",
)
@click.option("--pin", "pins", multiple=True, metavar=PAIR, help="This person contributes to this task.")
@click.option("--pin-lead", "leads", multiple=True, metavar=PAIR, help="This person is accountable for this task.")
@click.option("--keep-off", multiple=True, metavar=PAIR, help="This person has no part in this task.")
@click.option("--keep-off-lead", "no_lead", multiple=True, metavar=PAIR, help="This person is not accountable for it.")
@click.pass_context
def match(
    ctx: click.Context, /, team: Path, *, as_json: bool, out: Path | None, seconds: float, **wished: Sequence[str]
) -> None:
    """Match the people of a team to its work.

    TEAM is an .xlsx workbook with sheets people and work, or a folder with people.csv and work.csv.
    It may have 300 people, 100 tasks and 60 skills, and a file 2 MB. The plan is the best by seven
    aims, one after the other; each comes with its proof or its bound.

    Exit status: 0 a plan, gaps and all; 1 the file has errors or its bounds contradict each other;
    2 it cannot be opened.

    \b
    Examples:
      dlcourse match --template team.xlsx
      dlcourse match data/teams/small-school
      dlcourse match team.xlsx --json --seconds 20
      dlcourse match team.xlsx --out plan.xlsx --pin "Ana Souza=Evening for families"
    """
    from dlcourse.content.matching.teams import read_team  # keeps the command line fast
    from dlcourse.exports.matching.plan_files import ending

    if out:
        ending(out)
    reading = read_team(team)
    if reading.team is None:
        echo_problems(reading.problems, as_json=as_json)
        ctx.exit(INPUT_HAS_ERRORS)
    ctx.exit(_match(reading, _wishes(reading.team, wished), out, seconds, as_json=as_json))


def _write_template(ctx: click.Context, file: Path | None) -> None:
    """Write the template, unless a file exists there, and exit."""
    if file is None:
        return
    from dlcourse.content.matching.team_template import template_xlsx  # keeps the command line fast

    if file.suffix != ".xlsx":
        raise CourseError(str(file), "the template is an .xlsx workbook", "Use a name that ends in .xlsx.")
    try:
        with file.open("xb") as stream:
            stream.write(template_xlsx())
    except OSError as error:
        what = f"it cannot be written ({(error.strerror or str(error)).lower()})"
        raise CourseError(str(file), what, "Choose a name that is free, in a folder that you may write to.") from None
    click.echo(f"{file} is a team file to start from. Fill it in, then: dlcourse match {file}")
    ctx.exit(DONE)


def _match(reading: "TeamReading", wishes: "Wishes", out: Path | None, seconds: float, *, as_json: bool) -> int:
    """Solve, print and save the plan. Returns the exit status."""
    from dlcourse.engines.matching.solver import solve_with_cost  # keeps the command line fast
    from dlcourse.exports.matching.plan_files import write_plan
    from dlcourse.pages.matching.team.words import look_alike

    team = reading.team
    assert team
    with _bar() as notice:
        outcome, cost = solve_with_cost(team, wishes, seconds, notice)
    questions = look_alike(team)
    if as_json:
        print_json(with_files(as_data(team, outcome, cost), reading.notes, questions))
    else:
        lines = (*_sentences(team, outcome, cost, wishes), *about_files(reading.notes, questions))
        click.echo("\n".join(lines), err=outcome.plan is None)
    if outcome.plan and out:
        write_plan(out, team, outcome.plan, outcome.stages)
    return DONE if outcome.plan else INPUT_HAS_ERRORS


def as_data(team: "Team", outcome: "Outcome", cost: list[int | float] | None) -> dict[str, Any]:
    """The plan, or the bounds that contradict each other, in the format that `commands.md` describes."""
    from dlcourse.domain.matching.baselines import compared  # keeps the command line fast
    from dlcourse.domain.matching.plan import as_list, as_number, loads, unsupported

    plan = outcome.plan
    if plan is None:
        bounds = outcome.conflict.bounds if outcome.conflict else ()
        listed = [{"on": each.on, "bound": each.bound, "value": as_number(each.value)} for each in bounds]
        return {"conflict": listed, "seconds": outcome.seconds}
    return {
        "stages": [
            each.model_dump() | {"value": as_number(each.value), "bound": as_number(each.bound)}
            for each in outcome.stages
        ],
        **plan.model_dump(include={"contributors", "learners", "accountable", "experts", "coaching"}),
        "uncovered": _uncovered(team, outcome),
        "unsupported": unsupported(team, plan),
        "load": {name: as_number(load) for name, load in loads(team, plan).items()},
        "compared": {name: as_list(measures) for name, measures in compared(team).items()},
        "pin_cost": cost,
        "seconds": outcome.seconds,
    }


def _uncovered(team: "Team", outcome: "Outcome") -> list[dict[str, str | None]]:
    from dlcourse.domain.matching.gaps import gaps  # keeps the command line fast

    assert outcome.plan
    return [gap.model_dump(include={"task", "skill", "nearest"}) for gap in gaps(team, outcome.plan)]


def _wishes(team: "Team", wished: dict[str, Sequence[str]]) -> "Wishes":
    from dlcourse.domain.matching.plan import Wishes  # keeps the command line fast

    return Wishes(**{kind: tuple(_pair(team, text) for text in texts) for kind, texts in wished.items()})


def _pair(team: "Team", text: str) -> tuple[str, str]:
    """PERSON=TASK, spelled as in the file; both may contain an equals sign.

    Raises a `CourseError` if one is unknown.
    """
    halves = text.split("=")
    ways = [("=".join(halves[:at]), "=".join(halves[at:])) for at in range(1, len(halves))]
    if not ways:
        raise CourseError(text, "is not of the form PERSON=TASK", 'Write it as in "Ana Souza=Evening for families".')
    for person, task in ways:
        if (who := meant(person, team.by_name)) and (what := meant(task, team.task_by_name)):
            return who, what
    person, task = ways[0]
    if not meant(person, team.by_name):
        raise _unknown(text, f"nobody is called '{person}' in this team", person, team.by_name)
    raise _unknown(text, f"no task is called '{task}' in this team", task, team.task_by_name)


def _unknown(text: str, what: str, name: str, known: Collection[str]) -> CourseError:
    from dlcourse.content.findings import suggestion  # keeps the command line fast

    return CourseError(text, what, suggestion(name, known, AS_IN_FILE))


@contextmanager
def _bar() -> Iterator[Listener | None]:
    """A progress bar on standard error, by completed stages; none if standard error is not a terminal."""
    from dlcourse.domain.matching.plan import STAGES  # keeps the command line fast

    if not sys.stderr.isatty():
        yield None
        return
    with click.progressbar(length=len(STAGES), label="Matching", file=sys.stderr, show_eta=False) as bar:
        yield lambda progress: _advance(bar, STAGES.index(progress.stage), progress)


def _advance(bar: Any, done: int, progress: "Progress") -> None:
    bar.label = f"Matching, {progress.stage.replace('_', ' ')}, {progress.seconds:.0f} s"
    bar.update(done - bar.pos)


def _sentences(team: "Team", outcome: "Outcome", cost: list[int | float] | None, wishes: "Wishes") -> Iterator[str]:
    from dlcourse.domain.matching.optimality import contradiction, verdict
    from dlcourse.domain.matching.reasons import reasons  # keeps the command line fast

    if outcome.plan is None:
        assert outcome.conflict
        yield from contradiction(team, outcome.conflict)
        return
    why = reasons(team, outcome.plan, wishes)
    for heading, about in (("TASKS", why.tasks), ("PEOPLE", why.people)):
        yield from ("", heading)
        for name, sentences in about.items():
            yield from (name, *(f"  {sentence}" for sentence in sentences))
    if why.gaps or why.unsupported:
        yield from (
            "",
            "OPEN",
            *(f"  {gap.text}" for gap in why.gaps),
            *(f"  {text}" for text in why.unsupported.values()),
        )
    yield from ("", "HOW GOOD", *(f"  {verdict(stage)}" for stage in outcome.stages))
    yield from ("", "COMPARED", *_compared(team, outcome, cost), "", f"Solved in {outcome.seconds:.1f} seconds.")


def _compared(team: "Team", outcome: "Outcome", cost: list[int | float] | None) -> Iterator[str]:
    """A small table of the seven values of this plan and of the three baseline plans."""
    from dlcourse.domain.matching.baselines import compared  # keeps the command line fast
    from dlcourse.domain.matching.plan import STAGES, as_list

    yield "  " + " " * 14 + "".join(f"{name.replace('_', ' '):>15}" for name in STAGES)
    rows = {"this plan": as_list(outcome.values)} | {name: as_list(each) for name, each in compared(team).items()}
    for name, values in (rows | ({"cost of pins": cost} if cost else {})).items():
        yield "  " + f"{name.replace('_', ' '):14}" + "".join(f"{value:>15.4g}" for value in values)
